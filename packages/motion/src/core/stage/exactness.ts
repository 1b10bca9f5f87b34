import type { NodeId, Rect } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Pixels, Surface } from '../canvas.ts';
import { outward } from '../geometry.ts';
import { liftedLayers, visibleBounds } from '../lift.ts';
import { assemble } from './assemble.ts';
import { captureScale, drawAtRest } from './layer-bitmap.ts';
import { composePlate, holesOf, type Layered } from './plate.ts';

/** design.md: at most this share of the pixels may differ by more than 2 of 255, and none by more than 8. */
export const MOST_SHARE = 0.001;
export const MOST_DIFFERENCE = 8;
const NOTICED = 2;

/** How a shot's layers, put back together, compare with its still. */
export interface Exactness {
  /** The share of the frame's pixels that differ by more than 2 of 255 in a channel. */
  share: number;
  /** The largest difference, 0 to 255. */
  worst: number;
  keptLayers: NodeId[];
  /** Moving layers that break exactness where they lie: leave them in the plate. */
  brokenLayers: NodeId[];
}

/**
 * Puts all layers back in their places over the plate: what the shot shows the moment its layers have come to rest.
 *
 * @param moving the layers that move; what lies above them is lifted with them
 */
export function composeAtRest<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Layered,
  moving: readonly NodeId[],
  bitmapOf: BitmapOf<B>,
): { surface: Surface<B>; changed: Rect[] } {
  const lifted = new Set(liftedLayers(shot.layers, inPlace(shot, moving)));
  const surface = composePlate(host, shot, lifted, bitmapOf);
  const scale = captureScale(shot);
  for (const layer of shot.layers)
    if (lifted.has(layer.id)) drawAtRest(host, surface.context, layer, scale, bitmapOf);
  return { surface, changed: holesOf(shot, lifted) };
}

function inPlace(shot: Layered, moving: readonly NodeId[]): Map<NodeId, Rect> {
  const wanted = new Set(moving);
  return new Map(shot.layers.flatMap(({ id, bounds }) => (wanted.has(id) ? [[id, bounds] as const] : [])));
}

/** Compares two pictures of equal size: how many pixels differ by more than 2 of 255, and the largest difference. */
export function comparePictures(a: Pixels, b: Pixels): { differing: number; worst: number } {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`pictures of ${a.width} × ${a.height} and ${b.width} × ${b.height} do not compare`);
  let differing = 0;
  let worst = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const difference = Math.max(
      Math.abs((a.data[i] ?? 0) - (b.data[i] ?? 0)),
      Math.abs((a.data[i + 1] ?? 0) - (b.data[i + 1] ?? 0)),
      Math.abs((a.data[i + 2] ?? 0) - (b.data[i + 2] ?? 0)),
    );
    if (difference > NOTICED) differing++;
    if (difference > worst) worst = difference;
  }
  return { differing, worst };
}

/**
 * Checks that a shot's layers put back together give its still, and names the moving layers that do not, so that
 * they can be merged into the plate. The figures are those of the layers that were kept.
 *
 * @param moving the layers that move, e.g. `movingLayers(motion)`; layers the shot does not carry are passed over
 * @example exactness(host, shot, movingLayers(motion), bitmapOf).brokenLayers
 */
export function exactness<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Layered,
  moving: readonly NodeId[],
  bitmapOf: BitmapOf<B>,
): Exactness {
  const carried = new Set(shot.layers.map((layer) => layer.id));
  const broken: NodeId[] = [];
  let kept = moving.filter((id) => carried.has(id));
  const still = onWhite(host, assemble(host, shot.still, bitmapOf));
  while (kept.length > 0) {
    const { share, worst, faults } = compare(host, shot, kept, still, bitmapOf);
    if (share <= MOST_SHARE && worst <= MOST_DIFFERENCE)
      return { share, worst, keptLayers: kept, brokenLayers: broken };
    const out = mostFaulty(shot, kept, faults);
    // Faults that no single layer explains: nothing may move.
    const blamed = out.length > 0 ? out : kept;
    broken.push(...blamed);
    kept = kept.filter((id) => !blamed.includes(id));
  }
  return { share: 0, worst: 0, keptLayers: [], brokenLayers: broken };
}

interface Fault {
  x: number;
  y: number;
  by: number;
}

function onWhite<B extends Bitmap>(host: CanvasHost<B>, picture: B): Surface<B> {
  const surface = host.surface(picture.width, picture.height);
  surface.context.fillStyle = '#fff';
  surface.context.fillRect(0, 0, picture.width, picture.height);
  surface.context.drawImage(picture, 0, 0);
  return surface;
}

function compare<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Layered,
  moving: readonly NodeId[],
  still: Surface<B>,
  bitmapOf: BitmapOf<B>,
): { share: number; worst: number; faults: Fault[] } {
  const { surface, changed } = composeAtRest(host, shot, moving, bitmapOf);
  const composed = onWhite(host, surface.bitmap);
  const faults: Fault[] = [];
  const seen = new Set<number>();
  let worst = 0;
  for (const hole of changed) {
    const a = composed.readPixels(hole.x, hole.y, hole.width, hole.height);
    const b = still.readPixels(hole.x, hole.y, hole.width, hole.height);
    for (let at = 0, i = 0; at < a.data.length; at += 4, i++) {
      const by = Math.max(
        Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)),
        Math.abs((a.data[at + 1] ?? 0) - (b.data[at + 1] ?? 0)),
        Math.abs((a.data[at + 2] ?? 0) - (b.data[at + 2] ?? 0)),
      );
      if (by > worst) worst = by;
      if (by <= NOTICED) continue;
      const x = hole.x + (i % hole.width);
      const y = hole.y + Math.floor(i / hole.width);
      const place = y * shot.still.width + x;
      if (seen.has(place)) continue;
      seen.add(place);
      faults.push({ x, y, by });
    }
  }
  return { share: faults.length / (shot.still.width * shot.still.height), worst, faults };
}

/**
 * The moving layers to blame: those with faults beyond the limit within their bounds, else the one with most of them.
 * Faults outside of all bounds come from what is lifted over a moving layer: then it is the one that lifts it.
 */
function mostFaulty(shot: Layered, moving: readonly NodeId[], faults: readonly Fault[]): NodeId[] {
  const scale = captureScale(shot);
  const ownPlace = (id: NodeId): Rect[] => {
    const layer = shot.layers.find((one) => one.id === id);
    const seen = layer && visibleBounds(layer);
    const place = seen && outward(seen, scale.x, scale.y, shot.still);
    return place ? [place] : [];
  };
  const liftedPlaces = (id: NodeId): Rect[] =>
    holesOf(shot, new Set(liftedLayers(shot.layers, inPlace(shot, [id]))));
  const own = blame(moving, faults, ownPlace);
  return own.length > 0 ? own : blame(moving, faults, liftedPlaces);
}

function blame(
  moving: readonly NodeId[],
  faults: readonly Fault[],
  placesOf: (id: NodeId) => Rect[],
): NodeId[] {
  const scores = moving.map((id) => {
    const places = placesOf(id);
    const inside = faults.filter(({ x, y }) =>
      places.some((at) => x >= at.x && y >= at.y && x < at.x + at.width && y < at.y + at.height),
    );
    return { id, score: inside.length, worst: inside.reduce((most, { by }) => Math.max(most, by), 0) };
  });
  const beyond = scores.filter((one) => one.worst > MOST_DIFFERENCE);
  if (beyond.length > 0) return beyond.map((one) => one.id);
  const most = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return most.score > 0 ? [most.id] : [];
}
