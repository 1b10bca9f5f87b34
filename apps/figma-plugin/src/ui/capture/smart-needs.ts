import { MAX_LAYERS, type NodeId, type Rect } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { intersection, union } from './geometry.ts';
import { matchSiblings, partnersOf } from './match-outlines.ts';
import type { Needs } from './needs.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Reaches } from './reaches.ts';

/** One of two frames that one smart animate passes between. */
export interface SmartSide {
  outline: CaptureOutline;
  /** What its own motion moves: taken out whole here, too. */
  own: ReadonlySet<NodeId>;
  /** Containers that have to be opened anyway. */
  opened: ReadonlySet<NodeId>;
}

export interface SmartNeeds extends Needs {
  reaches: Reaches;
}

/** Springs carry layers past their places by about this share of their way. */
const OVERSHOOT = 0.35;

interface Found {
  whole: Set<NodeId>;
  grounds: Set<NodeId>;
}

/** Two containers that differ and can be opened; until they are, both are taken out whole. */
interface Closed {
  nodes: [CaptureNode, CaptureNode];
  inside: Inside;
}

/** What two containers come to once they are opened. */
interface Inside {
  whole: [CaptureNode | null, CaptureNode | null][];
  grounds: [CaptureNode | null, CaptureNode | null][];
  closed: Closed[];
}

/**
 * What a smart animate draws apart from two frames: what differs or moves, what only one of them has, and what lies
 * over any of these. Containers that differ are opened, those with the fewest parts first, until a shot holds no more.
 */
export function smartNeeds(before: SmartSide, after: SmartSide): { before: SmartNeeds; after: SmartNeeds } {
  const found: [Found, Found] = [
    { whole: new Set(), grounds: new Set() },
    { whole: new Set(), grounds: new Set() },
  ];
  const sides = [before, after] as const;
  const root = insideOf(before.outline, after.outline, sides);
  take(root, found);
  const closed = [...root.closed];
  for (let next = smallest(closed); next; next = smallest(closed)) {
    closed.splice(closed.indexOf(next), 1);
    const trial: [Found, Found] = [copied(found[0]), copied(found[1])];
    for (const side of [0, 1] as const) trial[side].whole.delete(next.nodes[side].id);
    take(next.inside, trial);
    if (sizeOf(trial[0], before.own) > MAX_LAYERS || sizeOf(trial[1], after.own) > MAX_LAYERS) continue;
    [found[0], found[1]] = trial;
    closed.push(...next.inside.closed);
  }
  return withWhatLiesOver(before, after, found);
}

const partsOf = ({ inside }: Closed): number => inside.whole.length + inside.grounds.length;

function smallest(closed: readonly Closed[]): Closed | undefined {
  return closed.reduce<Closed | undefined>(
    (best, one) => (best === undefined || partsOf(one) < partsOf(best) ? one : best),
    undefined,
  );
}

const copied = ({ whole, grounds }: Found): Found => ({ whole: new Set(whole), grounds: new Set(grounds) });

function sizeOf({ whole, grounds }: Found, own: ReadonlySet<NodeId>): number {
  return new Set([...whole, ...grounds, ...own]).size;
}

function take({ whole, grounds }: Inside, found: [Found, Found]): void {
  for (const side of [0, 1] as const) {
    for (const pair of whole) if (pair[side]) found[side].whole.add(pair[side].id);
    for (const pair of grounds) if (pair[side]) found[side].grounds.add(pair[side].id);
  }
}

function insideOf(a: CaptureNode, b: CaptureNode, [before, after]: readonly [SmartSide, SmartSide]): Inside {
  const result: Inside = { whole: [], grounds: [], closed: [] };
  const asks = (node: CaptureNode, ids: ReadonlySet<NodeId>): boolean =>
    node.children.some((child) => ids.has(child.id) || asks(child, ids));
  const mustOpen = (x: CaptureNode, y: CaptureNode) =>
    before.opened.has(x.id) || after.opened.has(y.id) || asks(x, before.own) || asks(y, after.own);
  const { pairs, leaving, coming } = matchSiblings(a.children, b.children);
  // What only one frame has goes as it is, unless something in it moves by itself in its own shot.
  const alone = (
    node: CaptureNode,
    side: SmartSide,
    put: (one: CaptureNode) => [CaptureNode | null, CaptureNode | null],
  ) => {
    if (node.leaks) return;
    const splits = !side.own.has(node.id) && node.opens && (side.opened.has(node.id) || asks(node, side.own));
    if (!splits) {
      result.whole.push(put(node));
      return;
    }
    if (paints(node)) result.grounds.push(put(node));
    for (const child of node.children) alone(child, side, put);
  };
  for (const node of leaving) alone(node, before, (one) => [one, null]);
  for (const node of coming) alone(node, after, (one) => [null, one]);
  for (const [x, y] of pairs) {
    if (x.leaks || y.leaks) continue;
    const must = mustOpen(x, y);
    const isOwn = before.own.has(x.id) || after.own.has(y.id);
    const moved = !samePlace(x, y);
    if (!isOwn && !must && looksAlike(x, y, 'all')) {
      if (moved) result.whole.push([x, y]);
      continue;
    }
    const opens = x.opens && y.opens && x.children.length > 0 && y.children.length > 0;
    if (isOwn || !opens) (x.repaints && y.repaints && !isOwn ? result.grounds : result.whole).push([x, y]);
    else {
      const inside = insideOf(x, y, [before, after]);
      if (moved || !looksAlike(x, y, 'own'))
        inside.grounds.push([paints(x) ? x : null, paints(y) ? y : null]);
      if (must) {
        result.whole.push(...inside.whole);
        result.grounds.push(...inside.grounds);
        result.closed.push(...inside.closed);
      } else {
        result.whole.push([x, y]);
        result.closed.push({ nodes: [x, y], inside });
      }
    }
  }
  return result;
}

const paints = (node: CaptureNode): boolean =>
  node.painted === true || node.stroke !== undefined || node.repaints === true;

/** Hashes that are not known are not the same. */
function looksAlike({ looks: a }: CaptureNode, { looks: b }: CaptureNode, what: 'own' | 'all'): boolean {
  return a !== undefined && b !== undefined && a[what] === b[what];
}

function samePlace({ box: a }: CaptureNode, { box: b }: CaptureNode): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) < 0.05;
  return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
}

/** Adds, from bottom to top, what lies over anything that is taken out, in both frames. */
function withWhatLiesOver(
  before: SmartSide,
  after: SmartSide,
  [a, b]: [Found, Found],
): { before: SmartNeeds; after: SmartNeeds } {
  const there = partnersOf(before.outline, after.outline);
  const back = partnersOf(after.outline, before.outline);
  const add = (piece: Piece, found: Found, partners: Map<NodeId, CaptureNode>, other: Found) => {
    const partner = partners.get(piece.node.id);
    const kind = piece.what === 'picture' ? 'whole' : 'grounds';
    found[kind].add(piece.node.id);
    if (partner && !partner.leaks) other[kind].add(partner.id);
  };
  for (let round = 0; round < MAX_LAYERS; round++) {
    if (sizeOf(a, before.own) >= MAX_LAYERS || sizeOf(b, after.own) >= MAX_LAYERS) break;
    const over = overIn(before, a, there);
    if (over) {
      add(over, a, there, b);
      continue;
    }
    const under = overIn(after, b, back);
    if (!under) break;
    add(under, b, back, a);
  }
  return {
    before: { whole: [...a.whole], grounds: a.grounds, reaches: reachesTo(before.outline, a, there) },
    after: { whole: [...b.whole], grounds: b.grounds, reaches: reachesTo(after.outline, b, back) },
  };
}

/** The lowest piece that stays and lies over one that does not; the frame's own ground and stroke always stay. */
function overIn(side: SmartSide, found: Found, partners: Map<NodeId, CaptureNode>): Piece | null {
  const reaches = reachesTo(side.outline, found, partners);
  const whole = [...found.whole, ...side.own];
  const paths: Rect[] = [];
  for (const piece of piecesOf(side.outline, { whole, grounds: found.grounds })) {
    if (piece.path.length === 0) continue;
    if (piece.moving) paths.push(reaches.get(piece.node.id) ?? piece.bounds);
    else if (!piece.leaks && piece.places.some((place) => paths.some((path) => intersection(place, path))))
      return piece;
  }
  return null;
}

/** Everywhere that each piece comes on its way to where the other frame has it. */
function reachesTo(
  outline: CaptureOutline,
  { whole, grounds }: Found,
  partners: ReadonlyMap<NodeId, CaptureNode>,
): Map<NodeId, Rect> {
  const reaches = new Map<NodeId, Rect>();
  const visit = (node: CaptureNode): void => {
    if (whole.has(node.id) || grounds.has(node.id)) {
      const to = partners.get(node.id)?.bounds ?? node.bounds;
      const by = OVERSHOOT * Math.max(Math.abs(to.x - node.bounds.x), Math.abs(to.y - node.bounds.y));
      const way = union(node.bounds, to);
      reaches.set(node.id, {
        x: way.x - by,
        y: way.y - by,
        width: way.width + by * 2,
        height: way.height + by * 2,
      });
    }
    for (const child of node.children) visit(child);
  };
  visit(outline);
  return reaches;
}
