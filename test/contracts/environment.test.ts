import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

/** A folder with our rules and nothing else. */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-lint-'));
  for (const part of ['biome.json', '.biome'])
    await cp(join(root, part), join(folder, part), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Those of the files in which lint finds something to refuse. */
async function refused(files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--vcs-enabled=false', '--reporter=github'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return Object.keys(files).filter((path) => stdout.includes(`/${path},line=`));
}

test('only an app’s config.ts and the tests read the environment', async () => {
  const allowed = [
    'apps/server/src/config.ts',
    'apps/figma-plugin/scripts/config.ts',
    'test/bench/run.ts',
    'packages/db/src/connect.test.ts',
    'apps/server/src/testing/listen.ts',
  ];
  const others = [
    'apps/server/src/http/config.ts',
    'apps/server/src/app.ts',
    'apps/figma-plugin/scripts/build.ts',
    'packages/media/src/config.ts',
    'packages/motion/scripts/build.ts',
  ];
  const files = [...allowed, ...others].map((path) => [path, 'export const port = process.env.PORT;\n']);
  expect(await refused(Object.fromEntries(files))).toEqual(others);
});

test('no other way of writing it slips through', async () => {
  const files = {
    'apps/server/src/a.ts': 'const { env } = process;\nexport const port = env.PORT;\n',
    'apps/server/src/b.ts': 'const { argv, env: e } = globalThis.process;\nexport const all = [e, argv];\n',
    'apps/server/src/c.ts': "import { env } from 'node:process';\n\nexport const port = env.PORT;\n",
    'apps/server/src/d.ts': "import process from 'node:process';\n\nexport const port = process.env.PORT;\n",
  };
  const fine = { 'apps/server/src/e.ts': 'const { argv } = process;\nexport const file = argv[2];\n' };
  expect(await refused({ ...files, ...fine })).toEqual(Object.keys(files));
});
