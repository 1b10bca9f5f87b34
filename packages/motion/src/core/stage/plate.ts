import type { NodeId, Rect, Shot } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Surface } from '../canvas.ts';
import { intersection, outward, union } from '../geometry.ts';
import { visibleBounds } from '../lift.ts';
import { assemble } from './assemble.ts';
import { captureScale, drawAtRest } from './layer-bitmap.ts';

/** A shot's pictures as the plate sees them. */
export type Layered = Pick<Shot, 'size' | 'still' | 'layers'>;

/**
 * The still without its lifted layers, at the capture's scale: where they lie it is cleared and painted again
 * from the layers that stay.
 */
export function composePlate<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Layered,
  lifted: ReadonlySet<NodeId>,
  bitmapOf: BitmapOf<B>,
): Surface<B> {
  const scale = captureScale(shot);
  const surface = host.surface(shot.still.width, shot.still.height);
  const { context } = surface;
  context.drawImage(assemble(host, shot.still, bitmapOf), 0, 0);
  const holes = holesOf(shot, lifted);
  if (holes.length === 0) return surface;
  context.save();
  context.beginPath();
  for (const hole of holes) {
    context.clearRect(hole.x, hole.y, hole.width, hole.height);
    context.rect(hole.x, hole.y, hole.width, hole.height);
  }
  context.clip();
  for (const layer of shot.layers) {
    if (lifted.has(layer.id)) continue;
    const seen = visibleBounds(layer);
    const here = seen && outward(seen, scale.x, scale.y, shot.still);
    if (here && holes.some((hole) => intersection(hole, here)))
      drawAtRest(host, context, layer, scale, bitmapOf);
  }
  context.restore();
  return surface;
}

/**
 * The plate as a bitmap. Where the platform can lay pictures side by side only what lies in the holes is drawn, on a
 * surface as large as they are together, and the still is not drawn onto any.
 */
export function plateBitmap<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Layered,
  lifted: ReadonlySet<NodeId>,
  bitmapOf: BitmapOf<B>,
): B {
  const holes = holesOf(shot, lifted);
  const [first, ...others] = holes;
  if (!host.mosaic || !first) return composePlate(host, shot, lifted, bitmapOf).bitmap;
  const scale = captureScale(shot);
  const reach = others.reduce(union, first);
  const { bitmap, context } = host.surface(reach.width, reach.height);
  for (const layer of shot.layers) {
    if (lifted.has(layer.id)) continue;
    const seen = visibleBounds(layer);
    const here = seen && outward(seen, scale.x, scale.y, shot.still);
    if (here && holes.some((hole) => intersection(hole, here)))
      drawAtRest(host, context, layer, scale, bitmapOf, reach);
  }
  const still = assemble(host, shot.still, bitmapOf);
  const plate = host.mosaic(shot.still, [
    { bitmap: still, x: 0, y: 0 },
    ...holes.map((hole) => ({
      bitmap,
      part: { ...hole, x: hole.x - reach.x, y: hole.y - reach.y },
      x: hole.x,
      y: hole.y,
    })),
  ]);
  if (shot.still.tiles.length > 1) host.release?.(still);
  host.release?.(bitmap);
  return plate;
}

/** Where the lifted layers lie, in captured pixels. */
export function holesOf(shot: Layered, lifted: ReadonlySet<NodeId>): Rect[] {
  const scale = captureScale(shot);
  return shot.layers.flatMap((layer) => {
    const seen = lifted.has(layer.id) ? visibleBounds(layer) : null;
    const hole = seen && outward(seen, scale.x, scale.y, shot.still);
    return hole && hole.width > 0 && hole.height > 0 ? [hole] : [];
  });
}
