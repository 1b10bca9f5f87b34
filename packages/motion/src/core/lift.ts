import type { Layer, NodeId, Rect } from '@animatic/schema';
import { intersection, shifted, union } from './geometry.ts';

/** The part of a layer's bounds that its containers' clips let through; null where they hide it. */
export function visibleBounds(layer: Pick<Layer, 'bounds' | 'clips'>): Rect | null {
  let rect: Rect | null = layer.bounds;
  for (const clip of layer.clips) rect = rect && intersection(rect, clip.box);
  return rect;
}

/**
 * The layers to be drawn apart from the plate, bottom to top: the moving ones and whatever lies above a lifted one
 * where it is or travels.
 *
 * `drops` names the moving layers and how far below their place they start, in frame pixels.
 */
export function liftedLayers(
  layers: ReadonlyArray<Pick<Layer, 'id' | 'bounds' | 'clips'>>,
  drops: ReadonlyMap<NodeId, number>,
): NodeId[] {
  const lifted: NodeId[] = [];
  const swept: Rect[] = [];
  for (const layer of layers) {
    const rest = visibleBounds(layer);
    if (!rest) continue;
    const drop = drops.get(layer.id);
    if (drop !== undefined) {
      lifted.push(layer.id);
      const path = union(layer.bounds, shifted(layer.bounds, 0, drop));
      const seen = visibleBounds({ bounds: path, clips: layer.clips });
      if (seen) swept.push(seen);
    } else if (swept.some((path) => intersection(path, rest))) {
      lifted.push(layer.id);
      swept.push(rest);
    }
  }
  return lifted;
}
