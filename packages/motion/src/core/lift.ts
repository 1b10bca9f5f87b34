import type { Layer, NodeId, Rect } from '@animatic/schema';
import { intersection } from './geometry.ts';

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
 * `moving` names the moving layers and everywhere that their pixels come, in frame pixels.
 */
export function liftedLayers(
  layers: ReadonlyArray<Pick<Layer, 'id' | 'bounds' | 'clips'>>,
  moving: ReadonlyMap<NodeId, Rect>,
): NodeId[] {
  const lifted: NodeId[] = [];
  const swept: Rect[] = [];
  for (const layer of layers) {
    const rest = visibleBounds(layer);
    if (!rest) continue;
    const reach = moving.get(layer.id);
    if (reach) {
      lifted.push(layer.id);
      const seen = visibleBounds({ bounds: reach, clips: layer.clips });
      if (seen) swept.push(seen);
    } else if (swept.some((path) => intersection(path, rest))) {
      lifted.push(layer.id);
      swept.push(rest);
    }
  }
  return lifted;
}
