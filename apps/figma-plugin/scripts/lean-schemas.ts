import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const reader = fileURLToPath(new URL('../src/zod/index.ts', import.meta.url));
const comments = /^ *(\/\*)?\*.*$/gm;
/** Where a schema begins to be made: `z.object`, `textSchema(`, `unit.optional(`. */
const makes = /\b(z(?=\s*\.)|\w+Schema(?=\()|\w+(?=\.(?:optional|nullable|default|min|max)\())/g;

/**
 * The schemas as the panel carries them: read by `src/zod` (2 kB instead of Zod's 27, gzipped), and only those that it
 * reads with. Making a schema has no effect, which a bundler cannot see: it is told so at every place.
 * See `decisions/014-schemas-without-zod.md`.
 */
export const leanSchemas: Plugin = {
  name: 'lean schemas',
  setup(builder) {
    builder.onResolve({ filter: /^zod$/ }, () => ({ path: reader, sideEffects: false }));
    builder.onLoad({ filter: /packages[\\/]schema[\\/]src[\\/][\w-]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8'))
        .replaceAll(comments, '')
        .replaceAll(makes, '/* @__PURE__ */ $1'),
      loader: 'ts',
    }));
  },
};
