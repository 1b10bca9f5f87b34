import type { NodeId, Rect, Shot } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Surface } from '../canvas.ts';
import { intersection, outward } from '../geometry.ts';
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

/** Where the lifted layers lie, in captured pixels. */
export function holesOf(shot: Layered, lifted: ReadonlySet<NodeId>): Rect[] {
  const scale = captureScale(shot);
  return shot.layers.flatMap((layer) => {
    const seen = lifted.has(layer.id) ? visibleBounds(layer) : null;
    const hole = seen && outward(seen, scale.x, scale.y, shot.still);
    return hole && hole.width > 0 && hole.height > 0 ? [hole] : [];
  });
}
