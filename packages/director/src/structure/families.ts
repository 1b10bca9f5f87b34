import type { OutlineNode } from '@animatic/schema';
import { inReadingOrder } from './order.ts';
import { area, type Placed } from './walk.ts';

/** Like things side by side: the cards of a list, the bars of a chart, the days of a week. */
export interface Family {
  members: OutlineNode[];
  parent: OutlineNode;
}

const FEWEST = 3;
const MOST = 64;
const SMALLEST_SIDE = 16;

/**
 * Families by structure: three or more siblings of one kind and nearly one size (or of one component), none over
 * another, in a row, a column or a grid. The largest first.
 */
export function familiesIn(frame: OutlineNode, placed: readonly Placed[]): Family[] {
  const parents = new Map<OutlineNode, OutlineNode[]>();
  for (const { node, parents: way, open } of placed) {
    const parent = way.at(-1);
    if (open && parent) parents.set(parent, [...(parents.get(parent) ?? []), node]);
  }
  const families = [...parents].flatMap(([parent, children]) =>
    alike(children.filter((child) => !child.fixed && child !== frame))
      .filter(
        (members) => members.length >= FEWEST && members.length <= MOST && apart(members) && aligned(members),
      )
      .map((members): Family => ({ members: inReadingOrder(members), parent })),
  );
  return families.sort((a, b) => weight(b) - weight(a));
}

function alike(nodes: readonly OutlineNode[]): OutlineNode[][] {
  const groups: OutlineNode[][] = [];
  for (const node of nodes) {
    if (Math.min(node.box.width, node.box.height) < SMALLEST_SIDE) continue;
    const group = groups.find(([first]) => first && isLike(first, node));
    if (group) group.push(node);
    else groups.push([node]);
  }
  return groups;
}

function isLike(a: OutlineNode, b: OutlineNode): boolean {
  if (a.component !== undefined && a.component === b.component) return true;
  if (a.kind !== b.kind) return false;
  const near = (x: number, y: number, share: number) => Math.abs(x - y) <= Math.max(x, y) * share;
  const oneWidth = near(a.box.width, b.box.width, 0.12);
  const oneHeight = near(a.box.height, b.box.height, 0.12);
  if (oneWidth && oneHeight) return a.kind !== 'text' || a.fontSize === b.fontSize;
  const named = stem(a.name) === stem(b.name) && stem(a.name) !== '';
  return named && (oneWidth || oneHeight) && a.kind !== 'text';
}

/** `Card 2`, `card/3` and `Card` are one name. */
function stem(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\d\s/_.#:-]+/g, ' ')
    .trim();
}

function apart(members: readonly OutlineNode[]): boolean {
  return members.every(({ box: a }, index) =>
    members.slice(index + 1).every(({ box: b }) => {
      const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
      const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      return width <= a.width * 0.1 || height <= a.height * 0.1;
    }),
  );
}

/** At least half of them share a left, right, upper or lower edge with another. */
function aligned(members: readonly OutlineNode[]): boolean {
  const edges = ({ box }: OutlineNode) => [box.x, box.x + box.width, box.y, box.y + box.height];
  const shares = members.filter((one) =>
    members.some(
      (other) =>
        other !== one && edges(one).some((edge, side) => Math.abs(edge - (edges(other)[side] ?? edge)) < 2),
    ),
  );
  return shares.length * 2 >= members.length;
}

function weight({ members }: Family): number {
  return members.reduce((sum, member) => sum + area(member), 0);
}
