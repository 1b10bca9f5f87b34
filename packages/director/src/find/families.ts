import type { NodeId, Outline, OutlineNode } from '@animatic/schema';
import { areaOf, isApart, leaves, type Placed, shareOf, walk } from './outline.ts';

/** Like things side by side: cards, rows, tiles. Members in reading order. */
export interface Family {
  parent: NodeId;
  members: Placed[];
}

const FEWEST = 2;
/** Members may differ by this share of the larger one's width or height. */
const LIKENESS = 0.2;
/** Smaller than this share of the frame, a family is decoration. */
const SMALLEST_SHARE = 0.0015;

/**
 * The families of a frame, found by structure, the most prominent first.
 *
 * Siblings belong together when they are made of the same component, or have the same kind, like sizes and like
 * contents. Only nodes that can be captured apart count; what stays when the frame scrolls does not.
 */
export function familiesOf(outline: Outline): Family[] {
  if (!outline.opens) return [];
  const families: Family[] = [];
  const parents: Placed[] = [{ node: outline, ancestors: [] }, ...walk(outline)];
  for (const parent of parents) {
    if (!isApart(parent) || !parent.node.opens) continue;
    const ancestors = [...parent.ancestors, parent.node];
    if (ancestors.some((one) => one.fixed)) continue;
    for (const like of groupsOf(parent.node.children)) {
      if (like.length < FEWEST || shareOf(like[0] as OutlineNode, outline) < SMALLEST_SHARE) continue;
      families.push({
        parent: parent.node.id,
        members: inReadingOrder(like).map((node) => ({ node, ancestors })),
      });
    }
  }
  return families.sort((a, b) => prominence(b) - prominence(a));
}

/** The family that a caption most likely means by "the cards" or by nothing at all. */
export function mainFamily(outline: Outline): Family | undefined {
  return familiesOf(outline).find((family) => family.members.length >= 3);
}

function prominence({ members }: Family): number {
  const covered = members.reduce((sum, { node }) => sum + areaOf(node.box), 0);
  const rich = members.every(({ node }) => node.children.length > 0 || node.hasImage) ? 3 : 1;
  return covered * rich * Math.min(members.length, 6);
}

function groupsOf(children: readonly OutlineNode[]): OutlineNode[][] {
  const groups: OutlineNode[][] = [];
  for (const node of children) {
    if (node.fixed || areaOf(node.box) === 0) continue;
    const group = groups.find(([first]) => first && alike(first, node));
    if (group) group.push(node);
    else groups.push([node]);
  }
  return groups;
}

function alike(a: OutlineNode, b: OutlineNode): boolean {
  if (a.kind !== b.kind || Boolean(a.component) !== Boolean(b.component)) return false;
  const near = (x: number, y: number) => Math.abs(x - y) <= LIKENESS * Math.max(x, y);
  const wide = near(a.box.width, b.box.width);
  const tall = near(a.box.height, b.box.height);
  if (a.component) return a.component === b.component && (wide || tall);
  if (a.kind === 'text') return wide && tall && a.fontSize === b.fontSize;
  return wide && tall && likeContents(a, b);
}

function likeContents(a: OutlineNode, b: OutlineNode): boolean {
  const count = (node: OutlineNode) => [...leaves(node)].length;
  const [x, y] = [count(a), count(b)];
  return Math.abs(x - y) <= Math.max(1, 0.5 * Math.max(x, y));
}

/** Rows from the top, each from the left. */
export function inReadingOrder(nodes: readonly OutlineNode[]): OutlineNode[] {
  return rowsOf(nodes).flat();
}

/** Nodes that share a line, line by line. */
export function rowsOf(nodes: readonly OutlineNode[]): OutlineNode[][] {
  const rows: OutlineNode[][] = [];
  for (const node of [...nodes].sort((a, b) => a.box.y - b.box.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const middle = node.box.y + node.box.height / 2;
    if (first && middle < first.box.y + first.box.height) row.push(node);
    else rows.push([node]);
  }
  for (const row of rows) row.sort((a, b) => a.box.x - b.box.x);
  return rows;
}
