import type { Clip, Layer, Rect } from '@animatic/schema';
import { type Affine, clamp, mix, multiply, union } from '../../geometry.ts';
import { mixCorners } from './mix-ground.ts';

/** Where a layer lies in the view: its middle, its sides before it is turned, and its turn, radians clockwise. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
}

/** Sides so short say nothing about a layer's scale. */
const SHORT = 0.01;

/** A frame's box in the view; `matrix` does not turn. */
export function toView({ a, d, e, f }: Affine, box: Rect): Rect {
  return { x: a * box.x + e, y: d * box.y + f, width: a * box.width, height: d * box.height };
}

/** Where a layer lies in the view, by its layout box; an upright text by its pixels, in one scale both ways. */
export function placeOf(
  { box, bounds, kind, rotation = 0 }: Pick<Layer, 'box' | 'bounds' | 'kind' | 'rotation'>,
  matrix: Affine,
): Place {
  if (kind === 'text' && rotation === 0) {
    // A text's box may be wider than its words, and keep its size when they grow.
    const ink = toView(matrix, bounds);
    const { width, height } = ink;
    return { x: ink.x + width / 2, y: ink.y + height / 2, width, height: width, turn: 0 };
  }
  const seen = toView(matrix, box);
  const turn = (-rotation * Math.PI) / 180;
  const sides = unturned(seen, turn);
  return { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2, ...sides, turn };
}

/** The sides of a rectangle whose box, turned, is this one: w = u·|cos| + v·|sin| and h = u·|sin| + v·|cos|. */
function unturned({ width, height }: Rect, turn: number): { width: number; height: number } {
  const cos = Math.abs(Math.cos(turn));
  const sin = Math.abs(Math.sin(turn));
  const det = cos * cos - sin * sin;
  if (sin < 1e-6) return { width, height };
  // Near 45° all rectangles of one girth have the same box: a square stands for them.
  if (Math.abs(det) < 0.15) {
    const side = (width + height) / (cos + sin) / 2;
    return { width: side, height: side };
  }
  return {
    width: Math.max(0, (width * cos - height * sin) / det),
    height: Math.max(0, (height * cos - width * sin) / det),
  };
}

/** Between two places; the shorter way round. */
export function mixPlaces(a: Place, b: Place, share: number): Place {
  const round = Math.PI * 2;
  const way = ((((b.turn - a.turn + Math.PI) % round) + round) % round) - Math.PI;
  return {
    x: mix(a.x, b.x, share),
    y: mix(a.y, b.y, share),
    width: Math.max(0, mix(a.width, b.width, share)),
    height: Math.max(0, mix(a.height, b.height, share)),
    turn: a.turn + way * share,
  };
}

/** Takes a layer that lies in `own` (its frame by `matrix`) to where `to` lies: scaled along its own sides and turned. */
export function matrixTo(matrix: Affine, own: Place, to: Place): Affine {
  const x = own.width < SHORT ? 1 : to.width / own.width;
  const y = own.height < SHORT ? 1 : to.height / own.height;
  return multiply(about(own, to, x, y), matrix);
}

function about(own: Place, to: Place, x: number, y: number): Affine {
  if (own.turn === 0 && to.turn === 0)
    return { a: x, b: 0, c: 0, d: y, e: to.x - own.x * x, f: to.y - own.y * y };
  const back = turned(-own.turn);
  const scaled = multiply({ a: x, b: 0, c: 0, d: y, e: 0, f: 0 }, back);
  const there = multiply(turned(to.turn), scaled);
  return {
    ...there,
    e: to.x - (there.a * own.x + there.c * own.y),
    f: to.y - (there.b * own.x + there.d * own.y),
  };
}

function turned(by: number): Affine {
  const [cos, sin] = [Math.cos(by), Math.sin(by)];
  return { a: cos, b: sin, c: -sin, d: cos, e: 0, f: 0 };
}

/** Which side of a box stands while its content changes: the one that moves least. */
export function anchorOf(a: Rect, b: Rect): { x: number; y: number } {
  const least = (from: number, fromSide: number, to: number, toSide: number) => {
    const ways = [0, 0.5, 1].map((at) => ({ at, way: Math.abs(to + toSide * at - from - fromSide * at) }));
    return ways.reduce((best, one) => (one.way < best.way - 0.5 ? one : best)).at;
  };
  return { x: least(a.x, a.width, b.x, b.width), y: least(a.y, a.height, b.y, b.height) };
}

/** Between two boxes. */
export function mixRects(a: Rect, b: Rect, share: number): Rect {
  return {
    x: mix(a.x, b.x, share),
    y: mix(a.y, b.y, share),
    width: Math.max(0, mix(a.width, b.width, share)),
    height: Math.max(0, mix(a.height, b.height, share)),
  };
}

export function mixAffine(a: Affine, b: Affine, share: number): Affine {
  const one = (key: keyof Affine) => mix(a[key], b[key], share);
  return { a: one('a'), b: one('b'), c: one('c'), d: one('d'), e: one('e'), f: one('f') };
}

/** A side's clips in the view. */
export interface Clipping {
  clips: readonly Clip[];
  matrix: Affine;
  /** Everything that the layer paints, frame pixels. */
  bounds: Rect;
}

/** Clips on their way, in view pixels: a clip that only one side has opens until it lets all of the other through. */
export function mixClips(a: Clipping, b: Clipping, share: number): Clip[] {
  const by = clamp(share, 0, 1);
  const [from, to] = [inView(a), inView(b)];
  return Array.from({ length: Math.max(from.length, to.length) }, (_, at): Clip => {
    const x = from[at] ?? opened(to[at], a);
    const y = to[at] ?? opened(from[at], b);
    return { box: mixRects(x.box, y.box, by), corners: mixCorners(x.corners, y.corners, by) };
  });
}

/** Clips in view pixels. */
export function inView({ clips, matrix }: Pick<Clipping, 'clips' | 'matrix'>): Clip[] {
  return clips.map(({ box, corners }) => ({
    box: toView(matrix, box),
    corners: [corners[0] * matrix.a, corners[1] * matrix.a, corners[2] * matrix.a, corners[3] * matrix.a],
  }));
}

function opened(clip: Clip | undefined, { bounds, matrix }: Clipping): Clip {
  const all = toView(matrix, bounds);
  return { box: clip ? union(clip.box, all) : all, corners: [0, 0, 0, 0] };
}
