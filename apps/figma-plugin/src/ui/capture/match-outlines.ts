import type { NodeId } from '@animatic/schema';
import type { CaptureNode } from '../../protocol/frame.ts';

/** Children of two containers that are the same thing in both frames, and those that only one has. */
export interface Siblings {
  pairs: [CaptureNode, CaptureNode][];
  leaving: CaptureNode[];
  coming: CaptureNode[];
}

/** Pairs children up by name and kind, then by name alone, each in order: as the motion engine knows layers again. */
export function matchSiblings(a: readonly CaptureNode[], b: readonly CaptureNode[]): Siblings {
  const pairs: [CaptureNode, CaptureNode][] = [];
  let [leaving, coming] = [[...a], [...b]];
  for (const keyOf of [byKind, byName]) {
    const waiting = new Map<string, CaptureNode[]>();
    for (const node of leaving) waiting.set(keyOf(node), [...(waiting.get(keyOf(node)) ?? []), node]);
    const matched = new Set<CaptureNode>();
    for (const node of coming) {
      const partner = waiting.get(keyOf(node))?.shift();
      if (!partner) continue;
      pairs.push([partner, node]);
      matched.add(partner).add(node);
    }
    leaving = leaving.filter((node) => !matched.has(node));
    coming = coming.filter((node) => !matched.has(node));
  }
  return { pairs, leaving, coming };
}

const byKind = ({ kind, name }: CaptureNode): string => `${kind} ${name}`;
const byName = ({ name }: CaptureNode): string => name;

/** Which node of one frame is which of the other, for all that both have. */
export function partnersOf(a: CaptureNode, b: CaptureNode): Map<NodeId, CaptureNode> {
  const partners = new Map<NodeId, CaptureNode>();
  const visit = (x: CaptureNode, y: CaptureNode): void => {
    partners.set(x.id, y);
    for (const [c, d] of matchSiblings(x.children, y.children).pairs) visit(c, d);
  };
  visit(a, b);
  return partners;
}
