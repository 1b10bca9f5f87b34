import type { Outline, OutlineNode } from '@animatic/schema';
import { inReadingOrder } from './families.ts';
import { isApart, leaves, type Placed, shareOf, walk } from './outline.ts';

const FEWEST_BARS = 3;
/** Bars share their baseline and their width to this share of the larger side. */
const LIKE = 0.06;
/** Bars differ by this much at least, else they are buttons. */
const DIFFER = 1.2;
/** Frame pixels: a line that is no thicker than this any way shows nothing. */
const STRAIGHT = 8;

const near = (a: number, b: number, scale: number) => Math.abs(a - b) <= Math.max(1.5, LIKE * scale);

/** Bars of a chart among siblings: of one width, on one baseline, of different heights (or lying, alike). */
export function barsAmong(parent: OutlineNode): { bars: OutlineNode[]; lying: boolean } | null {
  const shapes = parent.children.filter((child) => child.kind !== 'text' && leafCount(child) <= 3);
  if (shapes.length < FEWEST_BARS) return null;
  for (const lying of [false, true]) {
    const [thick, long] = lying ? (['height', 'width'] as const) : (['width', 'height'] as const);
    // What stands among them, grid lines for one, comes first as often as a bar.
    const first = likest(shapes, thick);
    if (!first) return null;
    const base = (node: OutlineNode) => (lying ? node.box.x : node.box.y + node.box.height);
    const most = Math.max(...shapes.map((node) => node.box[long]));
    const bars = shapes.filter(
      (node) =>
        near(node.box[thick], first.box[thick], first.box[thick]) && near(base(node), base(first), most),
    );
    const differ = most >= DIFFER * Math.min(...bars.map((node) => Math.max(1, node.box[long])));
    const apart =
      new Set(bars.map((node) => Math.round(lying ? node.box.y : node.box.x))).size === bars.length;
    if (bars.length >= FEWEST_BARS && bars.length >= shapes.length * 0.7 && differ && apart)
      return { bars: inReadingOrderOf(bars, lying), lying };
  }
  return null;
}

/** One of those that most others are as thick as. */
function likest(shapes: readonly OutlineNode[], thick: 'width' | 'height'): OutlineNode | undefined {
  const sorted = [...shapes].sort((a, b) => a.box[thick] - b.box[thick]);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Bars on one baseline differ in their upper edges: their order is by where they stand, not by lines. */
function inReadingOrderOf(bars: OutlineNode[], lying: boolean): OutlineNode[] {
  return [...bars].sort((a, b) => (lying ? a.box.y - b.box.y : a.box.x - b.box.x));
}

function leafCount(node: OutlineNode): number {
  let count = 0;
  for (const _ of leaves(node)) count += 1;
  return count;
}

/** A node and everything in it. */
export function* within(placed: Placed): Generator<Placed> {
  yield placed;
  yield* walk(placed.node, placed.ancestors);
}

export type ChartPart = { kind: 'bars' | 'line' | 'ring' | 'number'; members: Placed[]; lying?: boolean };

const LINE = /(?:^|\W)(?:line|curve|trend|sparkline|graph|path)(?:$|\W)/i;
const RING = /(?:^|\W)(?:ring|donut|doughnut|gauge|progress|arc)(?:$|\W)/i;
const NUMBER =
  /^[^\p{L}\d]{0,4}[\p{Sc}]?\s?[+\-–−]?[\p{Sc}]?\s?\d[\d.,'’\s]*\d?\s?(?:[%\p{Sc}]|[a-z]{1,3}\b)?[^\p{L}\d]{0,3}$/iu;

export function isNumber(node: OutlineNode): boolean {
  return node.text !== undefined && node.text.length <= 24 && NUMBER.test(node.text.trim());
}

export function isRing(node: OutlineNode): boolean {
  if (node.shape === 'ring') return true;
  const { width, height } = node.box;
  return node.kind !== 'text' && RING.test(node.name) && near(width, height, Math.max(width, height) * 2);
}

export function isLine(node: OutlineNode): boolean {
  const { width, height } = node.box;
  // A straight line is a divider.
  if (node.shape === 'line') return Math.min(width, height) >= STRAIGHT;
  return node.kind === 'vector' && LINE.test(node.name);
}

/** What of a chart moves by its nature: bars grow, lines draw, rings fill, numbers count. Outermost first. */
export function partsOf(placed: Placed): ChartPart[] {
  const parts: ChartPart[] = [];
  const taken = new Set<OutlineNode>();
  for (const one of within(placed)) {
    const { node } = one;
    if (taken.has(node) || one.ancestors.some((above) => taken.has(above))) continue;
    const found = barsAmong(node);
    if (found && node.opens) {
      const ancestors = [...one.ancestors, node];
      for (const bar of found.bars) taken.add(bar);
      parts.push({
        kind: 'bars',
        lying: found.lying,
        members: found.bars.map((bar) => ({ node: bar, ancestors })),
      });
    } else if (isRing(node)) parts.push({ kind: 'ring', members: [one] });
    else if (isLine(node) && node.children.length === 0) parts.push({ kind: 'line', members: [one] });
  }
  return parts
    .map((part) => ({ ...part, members: part.members.filter(isApart) }))
    .filter((part) => part.members.length > 0);
}

/** The parts of all charts in a frame, found by structure. */
export function chartParts(outline: Outline): ChartPart[] {
  return outline.children
    .filter((child) => shareOf(child, outline) > 0.01)
    .flatMap((child) => partsOf({ node: child, ancestors: [outline] }));
}

/** The frame's own layers: what everything is. Wrappers that hold most of the picture are looked into. */
export function contentOf(outline: Outline): Placed[] {
  const found: Placed[] = [];
  const look = (parent: OutlineNode, ancestors: readonly OutlineNode[]) => {
    for (const node of parent.children) {
      const path = [...ancestors, parent];
      if (node.fixed) continue;
      const share = shareOf(node, outline);
      const wraps =
        node.children.length > 1 && (share > 0.5 || (share > 0.35 && parent.children.length <= 3));
      if (wraps && node.opens) look(node, path);
      else if (share < 0.9) found.push({ node, ancestors: path });
    }
  };
  if (outline.opens) look(outline, []);
  return placedInOrder(found);
}

export function placedInOrder(placed: readonly Placed[]): Placed[] {
  const byNode = new Map(placed.map((one) => [one.node, one]));
  return inReadingOrder(placed.map((one) => one.node)).flatMap((node) => byNode.get(node) ?? []);
}
