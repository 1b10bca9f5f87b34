import type { NodeId, Outline, OutlineNode, Rect } from '@animatic/schema';
import type { PlacedFrame } from './playback.ts';

/** A layer under the pointer. */
export interface Hit {
  shot: string;
  node: NodeId;
}

/** A layer that is nearly the whole frame is meant by nobody who points at something in it. */
const WHOLE = 0.9;

/** The frame's pixel at a place of the picture, both sides counted from 0 to 1. */
function inFrame(
  { matrix: { a, b, c, d, e, f } }: PlacedFrame,
  x: number,
  y: number,
): { x: number; y: number } {
  const across = a * d - b * c;
  return { x: (d * (x - e) - c * (y - f)) / across, y: (a * (y - f) - b * (x - e)) / across };
}

const within = ({ x, y, width, height }: Rect, at: { x: number; y: number }) =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;

/**
 * The layer at a place of the picture: the innermost of the topmost that lies there. Null beside the frames, and on a
 * frame's bare ground.
 *
 * @param places the frames on show, bottom to top
 * @param outlineOf a shot's frame, where it is known
 */
export function hitAt(
  places: readonly PlacedFrame[],
  outlineOf: (shot: string) => Outline | null,
  x: number,
  y: number,
): Hit | null {
  for (const place of places.toReversed()) {
    const outline = outlineOf(place.shot.id);
    const at = inFrame(place, x, y);
    if (!outline || !within({ x: 0, y: 0, ...place.shot.size }, at)) continue;
    const node = innermost(outline.children, at, outline.size.width * outline.size.height * WHOLE);
    return node ? { shot: place.shot.id, node: node.id } : null;
  }
  return null;
}

function innermost(
  nodes: readonly OutlineNode[],
  at: { x: number; y: number },
  most: number,
): OutlineNode | null {
  for (const node of nodes.toReversed()) {
    if (!within(node.box, at)) continue;
    const inner = innermost(node.children, at, most);
    if (inner) return inner;
    if (node.box.width * node.box.height < most) return node;
  }
  return null;
}

/** A node of a frame by its id. */
export function findNode(nodes: readonly OutlineNode[], id: NodeId): OutlineNode | null {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id);
    if (found) return found;
  }
  return null;
}

/** Where a layer lies in the picture, in shares of its sides; for a frame that is not turned. */
export function placeOf({ matrix }: PlacedFrame, { x, y, width, height }: Rect): Rect {
  return {
    x: matrix.a * x + matrix.c * y + matrix.e,
    y: matrix.b * x + matrix.d * y + matrix.f,
    width: matrix.a * width,
    height: matrix.d * height,
  };
}
