/**
 * Reads Figma's typings and writes which properties each node type and the `figma` object have, so that the
 * sandbox can throw for every other name as Figma does. Run it after an update of `@figma/plugin-typings`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Interface {
  parents: string[];
  members: Set<string>;
  readonly: Set<string>;
  nodeType: string | undefined;
}

const require = createRequire(import.meta.url);
const typings = dirname(require.resolve('@figma/plugin-typings/package.json'));
const source = readFileSync(join(typings, 'plugin-api.d.ts'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const interfaces = new Map<string, Interface>();

for (const match of source.matchAll(/^interface (\w+)([^{]*)\{/gm)) {
  const start = match.index + match[0].indexOf('{');
  const body = source.slice(start + 1, closingBrace(source, start));
  const parents = (match[2] ?? '')
    .replace(/\bextends\b/, '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const members = new Set<string>();
  const readonly = new Set<string>();
  for (const member of body.matchAll(/^ {2}(readonly )?(\w+)\??[:(<]/gm)) {
    const name = member[2] ?? '';
    members.add(name);
    if (member[1] && !member[0].endsWith('(')) readonly.add(name);
  }
  const nodeType = /^ {2}readonly type: '([A-Z_]+)'/m.exec(body)?.[1];
  interfaces.set(match[1] ?? '', { parents, members, readonly, nodeType });
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}' && --depth === 0) return i;
  }
  return text.length;
}

function collect(name: string, into: { members: Set<string>; readonly: Set<string> }): void {
  const entry = interfaces.get(name);
  if (!entry) return;
  for (const member of entry.members) into.members.add(member);
  for (const member of entry.readonly) into.readonly.add(member);
  for (const parent of entry.parents) collect(parent, into);
}

function lines(names: Iterable<string>): string {
  return [...names].sort().join(' ');
}

const wanted =
  /^(Document|Page|Frame|Group|TransformGroup|Slice|Rectangle|Line|Ellipse|Polygon|Star|Vector|Text|ComponentSet|Component|Instance|BooleanOperation|Section)Node$/;
const perType = new Map<string, Set<string>>();
const readonly = new Set<string>();
for (const [name, entry] of interfaces) {
  if (!wanted.test(name) || !entry.nodeType) continue;
  const into = { members: new Set<string>(), readonly: new Set<string>() };
  collect(name, into);
  perType.set(entry.nodeType, into.members);
  for (const member of into.readonly) readonly.add(member);
}
const everywhere = [...(perType.values().next().value ?? [])].filter((name) =>
  [...perType.values()].every((names) => names.has(name)),
);
const api = { members: new Set<string>(), readonly: new Set<string>() };
collect('PluginAPI', api);

const target = join(dirname(fileURLToPath(import.meta.url)), '../src/sandbox/property-names.ts');
writeFileSync(
  target,
  `// Written by scripts/make-node-properties.ts from @figma/plugin-typings: edit that script, not this file.

const words = (text: string): string[] => text.split(' ');

const EVERY_NODE = words('${lines(everywhere)}');

/** The names that each node type has in Figma's plugin API. */
export const NODE_PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = {
${[...perType]
  .map(([type, names]) => {
    const own = [...names].filter((name) => !everywhere.includes(name));
    return `  ${type}: new Set([...EVERY_NODE, ...words('${lines(own)}')]),`;
  })
  .join('\n')}
};

/** Node properties that have no setter on any node type. */
export const READONLY_PROPERTIES: ReadonlySet<string> = new Set(words('${lines(readonly)}'));

/** The names that the global \`figma\` object has. */
export const FIGMA_PROPERTIES: ReadonlySet<string> = new Set(words('${lines(api.members)}'));
`,
);
