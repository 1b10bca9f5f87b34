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

/** Deeper than this, containers that differ pass into one another as they are. */
const DEEPEST = 12;
/** Springs carry layers past their places by about this share of their way. */
const OVERSHOOT = 0.35;

interface Found {
  whole: Set<NodeId>;
  grounds: Set<NodeId>;
}

/**
 * What a smart animate draws apart from two frames: what differs or moves, in as few pieces as there can be, what only
 * one of them has, and what lies over any of these. Never more than a shot holds: deep down containers stay whole then.
 */
export function smartNeeds(before: SmartSide, after: SmartSide): { before: SmartNeeds; after: SmartNeeds } {
  for (let depth = DEEPEST; ; depth--) {
    const found = diff(before, after, depth);
    const fits = [before, after].every(({ own }, side) => sizeOf(found[side], own) <= MAX_LAYERS);
    if (!fits && depth > 1) continue;
    return withWhatLiesOver(before, after, found);
  }
}

const sizeOf = (found: Found | undefined, own: ReadonlySet<NodeId>): number =>
  found ? new Set([...found.whole, ...found.grounds, ...own]).size : 0;

function diff(before: SmartSide, after: SmartSide, depth: number): [Found, Found] {
  const [a, b]: [Found, Found] = [
    { whole: new Set(), grounds: new Set() },
    { whole: new Set(), grounds: new Set() },
  ];
  const isOwn = (x: CaptureNode, y: CaptureNode) => before.own.has(x.id) || after.own.has(y.id);
  const asks = (node: CaptureNode, ids: ReadonlySet<NodeId>): boolean =>
    node.children.some((child) => ids.has(child.id) || asks(child, ids));
  const mustOpen = (x: CaptureNode, y: CaptureNode) =>
    before.opened.has(x.id) || after.opened.has(y.id) || asks(x, before.own) || asks(y, after.own);
  const takeWhole = (x: CaptureNode, y: CaptureNode) => {
    a.whole.add(x.id);
    b.whole.add(y.id);
  };
  const alone = (nodes: readonly CaptureNode[], { whole }: Found) => {
    for (const node of nodes) if (!node.leaks) whole.add(node.id);
  };
  const inside = (x: CaptureNode, y: CaptureNode, left: number): void => {
    const { pairs, leaving, coming } = matchSiblings(x.children, y.children);
    alone(leaving, a);
    alone(coming, b);
    for (const [c, d] of pairs) pair(c, d, left);
  };
  const pair = (x: CaptureNode, y: CaptureNode, left: number): void => {
    if (x.leaks || y.leaks) return;
    const open = mustOpen(x, y);
    const opens = x.opens && y.opens && x.children.length > 0 && y.children.length > 0;
    if (isOwn(x, y)) takeWhole(x, y);
    else if (!open && looksAlike(x, y, 'all')) {
      if (!samePlace(x, y)) takeWhole(x, y);
    } else if (opens && (left > 0 || open)) {
      if (!looksAlike(x, y, 'own') || !samePlace(x, y)) takeGrounds(x, y);
      inside(x, y, left - 1);
    } else if (x.repaints && y.repaints) takeGrounds(x, y);
    else takeWhole(x, y);
  };
  const takeGrounds = (x: CaptureNode, y: CaptureNode) => {
    if (paints(x)) a.grounds.add(x.id);
    if (paints(y)) b.grounds.add(y.id);
  };
  inside(before.outline, after.outline, depth - 1);
  return [a, b];
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
