import type { Outline, OutlineNode } from '@animatic/schema';
import { boundsOf, type Piece, type Screen, whole } from './screen.ts';

/**
 * A screen's structure as the plugin reads it from a document: shapes of one family that have a container of their own
 * in their path lie in a group.
 */
export function outlineOf(screen: Screen): Outline {
  const box = whole(screen);
  const children: OutlineNode[] = [];
  const groups = new Map<string, OutlineNode>();
  for (const piece of screen.pieces) {
    const inside = piece.kind === 'shape' && piece.family ? piece.path?.at(-2) : undefined;
    if (!inside) {
      children.push(nodeOf(piece));
      continue;
    }
    let group = groups.get(inside);
    if (!group) {
      group = {
        ...nodeOf(piece),
        id: `${screen.name}:${inside}`,
        name: inside,
        kind: 'group',
        opens: true,
        children: [],
      };
      groups.set(inside, group);
      children.push(group);
    }
    group.children.push(nodeOf(piece));
    group.box = around(group.children);
    group.bounds = group.box;
  }
  return {
    id: `${screen.name}:0`,
    name: screen.name,
    kind: 'group',
    box,
    bounds: box,
    size: { width: screen.width, height: screen.height },
    opens: true,
    children,
  };
}

function nodeOf(piece: Piece): OutlineNode {
  const { id, name, kind, text, box, fixed, shape } = piece;
  return {
    id,
    name: name ?? id,
    kind,
    box,
    bounds: boundsOf(piece),
    opens: false,
    children: [],
    ...(text === undefined ? {} : { text }),
    ...(fixed ? { fixed } : {}),
    ...(shape ? { shape } : {}),
  };
}

function around(nodes: readonly OutlineNode[]): OutlineNode['box'] {
  const x = Math.min(...nodes.map(({ box }) => box.x));
  const y = Math.min(...nodes.map(({ box }) => box.y));
  return {
    x,
    y,
    width: Math.max(...nodes.map(({ box }) => box.x + box.width)) - x,
    height: Math.max(...nodes.map(({ box }) => box.y + box.height)) - y,
  };
}
