import type { Clip, Corners, NodeId, Rect } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import type { Needs } from './needs.ts';

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
  /** The names of what it lies in, its own last; empty for the frame itself. */
  path: readonly string[];
  /** A ground that is painted with its stroke: nothing lies between the two. */
  stroked: boolean;
  /** A part of it lies over something that moves, and is drawn apart from the picture beneath. */
  lifted: boolean;
  leaks: boolean;
}

/**
 * The whole frame as pieces, bottom to top, with the moving nodes taken out. Containers are opened where something in
 * them moves, and where they paint nothing themselves: then only what really lies in the way is captured.
 */
export function piecesOf(outline: CaptureOutline, moving: Needs): Piece[] {
  const whole = new Set(moving.whole);
  const { grounds } = moving;
  const pieces: Piece[] = [];
  open(
    { node: outline, clips: [], path: [] },
    { whole, grounds, any: new Set([...whole, ...grounds]) },
    pieces,
  );
  return pieces;
}

/** The name that a piece has as a layer: a container's stroke is one of its own. */
export function layerIdOf({ what, node }: Pick<Piece, 'what' | 'node'>): NodeId {
  return what === 'stroke' ? `${node.id}${STROKE}` : node.id;
}

/** The node that a layer was made from. */
export function nodeIdOf(layer: NodeId): NodeId {
  return layer.endsWith(STROKE) ? layer.slice(0, -STROKE.length) : layer;
}

const STROKE = '~stroke';

interface Place {
  node: CaptureNode;
  clips: readonly Clip[];
  path: readonly string[];
}
interface Moving {
  whole: ReadonlySet<NodeId>;
  grounds: ReadonlySet<NodeId>;
  any: ReadonlySet<NodeId>;
}

function open(place: Place, moving: Moving, pieces: Piece[]): void {
  const { node, clips, path } = place;
  const own = { ...pieceOf(place), moving: moving.grounds.has(node.id), leaks: false };
  const leaf = node.children.length === 0;
  if (node.painted || node.repaints) pieces.push({ ...own, what: 'ground', stroked: leaf });
  const inner = node.clip ? [...clips, { box: node.box, corners: node.clip }] : clips;
  const names = new Map<string, number>();
  for (const child of node.children) {
    const nth = (names.get(child.name) ?? 0) + 1;
    names.set(child.name, nth);
    const at = { node: child, clips: inner, path: [...path, placeName(child.name, nth)] };
    if (moving.whole.has(child.id)) pieces.push({ ...pieceOf(at), moving: true });
    else if (moving.grounds.has(child.id) || holds(child, moving.any) || isWrapper(child))
      open(at, moving, pieces);
    else pieces.push(pieceOf(at));
  }
  // Figma draws a frame's stroke over its children.
  if (node.stroke && !leaf)
    pieces.push({
      ...own,
      what: 'stroke',
      places: ringOf(node.box, node.stroke),
      path: path.length > 0 ? [...path, STROKE] : path,
    });
}

/** Siblings of one name are told apart by their order, as Figma tells them apart. */
function placeName(name: string, nth: number): string {
  return nth === 1 ? name.slice(0, 200) : `${name.slice(0, 190)} #${nth}`;
}

function pieceOf({ node, clips, path }: Place): Piece {
  return {
    what: 'picture',
    node,
    bounds: node.bounds,
    clips: [...clips],
    places: [node.bounds],
    moving: false,
    path,
    stroked: false,
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
