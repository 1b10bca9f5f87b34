import type { Outline, OutlineNode, Rect } from '@animatic/schema';

/** A node with its way down from the frame, nearest ancestor last. */
export interface Placed {
  node: OutlineNode;
  ancestors: readonly OutlineNode[];
}

/** Every node below the frame, bottom to top, parents before their children. */
export function* walk(parent: OutlineNode, ancestors: readonly OutlineNode[] = []): Generator<Placed> {
  const path = [...ancestors, parent];
  for (const node of parent.children) {
    yield { node, ancestors: path };
    yield* walk(node, path);
  }
}

/** True where the node can be captured apart from everything around it: all its containers open. */
export function isApart(placed: Placed): boolean {
  return placed.ancestors.every((one) => one.opens);
}

export function* leaves(node: OutlineNode): Generator<OutlineNode> {
  if (node.children.length === 0) yield node;
  for (const child of node.children) yield* leaves(child);
}

export function wordsOf(text: string | undefined): string[] {
  return text?.split(/\s+/).filter(Boolean) ?? [];
}

/** All words of all texts in the frame. */
export function countWords(outline: OutlineNode): number {
  let words = 0;
  for (const leaf of leaves(outline)) words += wordsOf(leaf.text).length;
  return words;
}

export function areaOf(rect: Rect): number {
  return rect.width * rect.height;
}

/** A node's share of its frame's area, 0 to 1. */
export function shareOf(node: OutlineNode, outline: Outline): number {
  return areaOf(node.box) / Math.max(1, outline.size.width * outline.size.height);
}

/** The largest text; the upper one of two equals. */
export function headlineOf(outline: Outline): Placed | undefined {
  let best: Placed | undefined;
  for (const placed of walk(outline)) {
    if (placed.node.kind !== 'text' || !/\p{L}/u.test(placed.node.text ?? '')) continue;
    if (!best || sizeOf(placed.node) > sizeOf(best.node)) best = placed;
  }
  return best;
}

function sizeOf(node: OutlineNode): number {
  return node.fontSize ?? node.box.height;
}

export function contains(node: OutlineNode, id: string): boolean {
  return node.id === id || node.children.some((child) => contains(child, id));
}

/** The one that scores highest; the first of equals. */
export function largest(
  candidates: Iterable<Placed>,
  most: (node: OutlineNode) => number,
): Placed | undefined {
  let best: Placed | undefined;
  for (const one of candidates) if (!best || most(one.node) > most(best.node)) best = one;
  return best;
}
