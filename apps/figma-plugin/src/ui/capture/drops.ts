import type { Motion, NodeId, Size } from '@animatic/schema';

/** taste.md: 24 px at 1080p. */
const TRAVEL = 24;

/** Every layer that a motion moves, each once, in the order it comes. */
export function movedLayers(motion: Pick<Motion, 'layers'>): NodeId[] {
  return [...new Set(motion.layers.flatMap((each) => each.layers))];
}

/**
 * How far below its place each layer starts, frame pixels: an upper bound, for what lies in its way.
 *
 * @param frame frame pixels
 * @param view the clip's size; without it the one in which the frame is smallest
 */
export function dropsOf(
  motion: Pick<Motion, 'layers'>,
  frame: Size,
  view?: Size,
): ReadonlyMap<NodeId, number> {
  const views = view
    ? [view]
    : [
        { width: 1920, height: 1080 },
        { width: 1080, height: 1920 },
      ];
  const pixel = Math.max(...views.map((size) => framePixel(frame, size)));
  const drops = new Map<NodeId, number>();
  for (const { layers, effect, travel } of motion.layers)
    for (const id of layers)
      if (!drops.has(id)) drops.set(id, effect === 'rise' ? Math.ceil((travel ?? TRAVEL) * pixel) : 0);
  return drops;
}

/** Frame pixels to one pixel of a 1080p clip, at the smallest that composition shows the frame. */
function framePixel(frame: Size, view: Size): number {
  const contain = Math.min((view.width * 0.86) / frame.width, (view.height * 0.82) / frame.height);
  return Math.min(view.width, view.height) / 1080 / contain;
}
