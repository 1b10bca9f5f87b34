import type { Outline, OutlineNode } from '@animatic/schema';
import { type Family, familiesOf, rowsOf } from './find/families.ts';
import { countWords, leaves, shareOf, walk } from './find/outline.ts';
import type { CameraIntent, ScrollIntent } from './read/intents.ts';

/** taste.md, "do nothing". */
const MANY_WORDS = 40;
const MANY_LAYERS = 35;
const SMALL_SHARE = 0.01;
const SHORT_SECONDS = 2;
/** Entrances on one shot in so many. */
const ONE_IN = 3;
/** A family that holds more than this share of what is to see would leave the opening blank. */
const MOST_OF_FRAME = 0.6;
const MOST_AREA = 0.45;
const FEWEST = 3;
const SMALLEST_MEMBER = 0.012;
const LONG_PAGE = 2.4;

/** Why a frame had better stand still, or null. */
export function reasonToRest(outline: Outline, seconds: number): string | null {
  if (seconds < SHORT_SECONDS) return 'the shot is short';
  if (isLongPage(outline)) return null;
  if (countWords(outline) > MANY_WORDS) return 'there is much to read';
  const small = [...leaves(outline)].filter((leaf) => shareOf(leaf, outline) < SMALL_SHARE);
  if (small.length > MANY_LAYERS) return 'there are many small layers';
  for (const { node } of walk(outline)) {
    if (/\b(?:table|qr(?:[ -]?code)?|legal|terms|disclaimer|imprint)\b/i.test(node.name))
      return `“${node.name}” is to be read`;
    if (isTable(node)) return 'there is a table';
  }
  return null;
}

/** Three rows or more of three texts or more that stand in columns. */
function isTable(node: OutlineNode): boolean {
  const rows = node.children.filter(
    (child) => child.children.filter((one) => one.kind === 'text').length >= 3,
  );
  return rows.length >= 3 && rowsOf(rows).length >= 3;
}

/** The family that enters where nobody directed: on one shot in three, three or more, never most of the picture. */
export function familyByDefault(outline: Outline, shotIndex: number, shotCount: number): Family | null {
  if (isLongPage(outline)) return null;
  if (shotIndex % ONE_IN !== Math.min(1, shotCount - 1)) return null;
  const family = familiesOf(outline).find((one) => one.members.length >= FEWEST && isContent(one, outline));
  if (!family) return null;
  const inside = family.members.reduce((sum, { node }) => sum + [...leaves(node)].length, 0);
  const all = [...leaves(outline)].length;
  const area = family.members.reduce((sum, { node }) => sum + shareOf(node, outline), 0);
  return inside / Math.max(1, all) <= MOST_OF_FRAME && area <= MOST_AREA ? family : null;
}

/** Cards and their like: things with contents, large enough to be looked at. Leaves of a tree are not. */
function isContent({ members }: Family, outline: Outline): boolean {
  return members.every(
    ({ node }) =>
      shareOf(node, outline) >= SMALLEST_MEMBER &&
      (node.hasImage || [...leaves(node)].some((leaf) => leaf.kind === 'text' || leaf.hasImage)),
  );
}

/** A frame this much longer than wide is scrolled, as one does. */
function isLongPage({ size }: Outline): boolean {
  return size.height / size.width >= LONG_PAGE;
}

/** Without words: a long page is scrolled, a picture to look at is slowly approached, all else is held. */
export function cameraByDefault(outline: Outline, shotIndex: number): CameraIntent | ScrollIntent | null {
  const own = { words: { from: 0, to: 0 }, join: 'sentence', byTaste: true } as const;
  if (isLongPage(outline)) return { ...own, kind: 'scroll', to: 'end' };
  const pictured = [...walk(outline)].some(({ node }) => node.hasImage && shareOf(node, outline) > 0.12);
  return pictured && shotIndex % 2 === 0
    ? { ...own, kind: 'camera', move: 'push-in', strength: 'slight' }
    : null;
}
