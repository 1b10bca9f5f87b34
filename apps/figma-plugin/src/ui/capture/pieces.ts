import type { Clip, Corners, NodeId, Rect } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';

export const pieceKinds = ['picture', 'ground', 'stroke'] as const;

/** One thing to capture: a node as a bitmap, or what an opened container paints itself. */
export interface Piece {
  what: (typeof pieceKinds)[number];
  node: CaptureNode;
  /** Frame pixels; an estimate for grounds until they are read. */
  bounds: Rect;
  clips: Clip[];
  /** Where it paints at all, frame pixels: a stroke leaves its middle free. */
  places: Rect[];
  moving: boolean;
  /** A part of it lies over something that moves, and is drawn apart from the picture beneath. */
  lifted: boolean;
  leaks: boolean;
}

/**
 * The whole frame as pieces, bottom to top, with the moving nodes taken out. Containers are opened where something in
 * them moves, and where they paint nothing themselves: then only what really lies in the way is captured.
 */
export function piecesOf(outline: CaptureOutline, moving: ReadonlySet<NodeId>): Piece[] {
  const pieces: Piece[] = [];
  open(outline, [], moving, pieces);
  return pieces;
}

function open(node: CaptureNode, clips: readonly Clip[], moving: ReadonlySet<NodeId>, pieces: Piece[]): void {
  const own = { node, bounds: node.bounds, clips: [...clips], moving: false, lifted: false, leaks: false };
  if (node.painted) pieces.push({ ...own, what: 'ground', places: [node.bounds] });
  const inner = node.clip ? [...clips, { box: node.box, corners: node.clip }] : clips;
  for (const child of node.children) {
    if (moving.has(child.id)) pieces.push(picture(child, inner, true));
    else if (holds(child, moving) || isWrapper(child)) open(child, inner, moving, pieces);
    else pieces.push(picture(child, inner, false));
  }
  // Figma draws a frame's stroke over its children.
  if (node.stroke) pieces.push({ ...own, what: 'stroke', places: ringOf(node.box, node.stroke) });
}

function picture(node: CaptureNode, clips: readonly Clip[], moving: boolean): Piece {
  return {
    what: 'picture',
    node,
    bounds: node.bounds,
    clips: [...clips],
    places: [node.bounds],
    moving,
    lifted: false,
    leaks: node.leaks === true,
  };
}

function isWrapper(node: CaptureNode): boolean {
  return node.opens && !node.painted && node.children.length > 0;
}

function holds(node: CaptureNode, ids: ReadonlySet<NodeId>): boolean {
  return node.children.some((child) => ids.has(child.id) || holds(child, ids));
}

/** The edges and corners of a box that a stroke runs along, out to whole pixels. */
function ringOf(box: Rect, { inset, corners }: { inset: number; corners: Corners }): Rect[] {
  const depth = inset + 1;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const [topLeft, topRight, bottomRight, bottomLeft] = corners.map((radius) => Math.max(radius, depth));
  const square = (x: number, y: number, size = depth): Rect => ({ x, y, width: size, height: size });
  return [
    { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: depth + 1 },
    { x: box.x - 1, y: bottom - depth, width: box.width + 2, height: depth + 1 },
    { x: box.x - 1, y: box.y - 1, width: depth + 1, height: box.height + 2 },
    { x: right - depth, y: box.y - 1, width: depth + 1, height: box.height + 2 },
    square(box.x, box.y, topLeft),
    square(right - (topRight ?? depth), box.y, topRight),
    square(right - (bottomRight ?? depth), bottom - (bottomRight ?? depth), bottomRight),
    square(box.x, bottom - (bottomLeft ?? depth), bottomLeft),
  ];
}
