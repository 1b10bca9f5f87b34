import {
  type Picture,
  type Sha256,
  STORYBOARD_VERSION,
  type Storyboard,
  sentStoryboardSchema,
} from '@animatic/schema';
import type { Issue, JsonPath } from './bad-storyboard.ts';
import { complete } from './complete.ts';
import { readJson } from './json-source.ts';
import { schemaIssues } from './schema-issues.ts';
import type { StillFolder } from './stills.ts';
import { unknownKeys } from './unknown-keys.ts';
import { storyboardJsonSchema } from './written-storyboard.ts';

/** What at most is said of a file at once. */
const MOST_ISSUES = 20;

/**
 * Reads a storyboard out of a file's text: completed, checked, of the newest version, and every still that it names is
 * there.
 *
 * @param name the file's name, for errors and as a title
 * @throws {BadStoryboard} a line for each thing that is wrong, with its place in the text
 */
export async function readStoryboardText(
  text: string,
  { name, title, stills }: { name: string; title: string; stills: StillFolder },
): Promise<Storyboard> {
  const source = readJson(text, name);
  const { document, issues } = await complete(source.value, { name: title, picture: stills.picture });
  const read = sentStoryboardSchema.safeParse(document);
  if (!read.success) {
    // A still that could not be read left a hole, of which enough was said.
    const more = schemaIssues(read.error.issues).filter(
      ({ path }) => !issues.some((one) => isWithin(path, one.path) || isWithin(path, one.path.slice(0, 2))),
    );
    throw source.refusal([...issues, ...more].slice(0, MOST_ISSUES));
  }
  const isNewest = versionOf(document) === STORYBOARD_VERSION;
  const strange = isNewest ? unknownKeys(document, read.data, knownKeys()) : [];
  const missing = await missingStills(read.data, stills);
  const all = [...issues, ...strange, ...missing];
  if (all.length > 0) throw source.refusal(all.slice(0, MOST_ISSUES));
  return read.data;
}

const isWithin = (path: JsonPath, around: JsonPath): boolean =>
  around.length > 0 && around.every((key, index) => path[index] === key);

const versionOf = (document: unknown): unknown =>
  typeof document === 'object' && document !== null && 'version' in document ? document.version : undefined;

async function missingStills(board: Storyboard, stills: StillFolder): Promise<Issue[]> {
  const issues: Issue[] = [];
  const looked = new Set<Sha256>();
  const look = async (still: Sha256, path: JsonPath) => {
    if (looked.has(still)) return;
    looked.add(still);
    if (!(await stills.has(still)))
      issues.push({ path, message: `there is no still ${still}.png; --stills says where stills lie` });
  };
  const lookAll = async (picture: Picture, path: JsonPath) => {
    for (const [index, tile] of picture.tiles.entries())
      await look(tile.still, [...path, 'tiles', index, 'still']);
  };
  for (const [at, shot] of board.shots.entries()) {
    await lookAll(shot.still, ['shots', at, 'still']);
    for (const [index, layer] of shot.layers.entries()) {
      const path = ['shots', at, 'layers', index];
      if (layer.picture) await lookAll(layer.picture, [...path, 'picture']);
      else
        for (const paint of [...layer.ground.fills, ...(layer.ground.stroke?.paints ?? [])])
          if (paint.type === 'IMAGE') await look(paint.still, [...path, 'ground']);
    }
  }
  return issues;
}

/** Every name that the published schema has. */
function knownKeys(): string[] {
  const keys = new Set<string>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('properties' in value && typeof value.properties === 'object' && value.properties !== null)
      for (const key of Object.keys(value.properties)) keys.add(key);
    for (const one of Object.values(value)) walk(one);
  };
  walk(storyboardJsonSchema());
  return [...keys];
}
