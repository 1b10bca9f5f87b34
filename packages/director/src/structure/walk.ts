import type { OutlineNode } from '@animatic/schema';

/** A node with its way down from the frame; `open` is false below a container that cannot be taken apart. */
export interface Placed {
  node: OutlineNode;
  parents: OutlineNode[];
  open: boolean;
}

/** Every node below the frame, in paint order, with the way to it. */
export function placedNodes(frame: OutlineNode): Placed[] {
  const found: Placed[] = [];
  const visit = (node: OutlineNode, parents: OutlineNode[], open: boolean): void => {
    for (const child of node.children) {
      found.push({ node: child, parents: [...parents, node], open });
      visit(child, [...parents, node], open && child.opens);
    }
  };
  visit(frame, [], frame.opens);
  return found;
}

/** All text under a node, in paint order. */
export function textsIn(node: OutlineNode): OutlineNode[] {
  const own = node.text?.trim() ? [node] : [];
  return [...own, ...node.children.flatMap(textsIn)];
}

export function area({ box }: Pick<OutlineNode, 'box'>): number {
  return box.width * box.height;
}
