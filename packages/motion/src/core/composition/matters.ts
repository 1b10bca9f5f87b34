import type { Rect, Shot, Size } from '@animatic/schema';
import { intersection, union } from '../geometry.ts';

/**
 * What matters in a shot, frame pixels: what its camera looks at, its layers that move, and what is pointed at. Null
 * where nothing says so, and the whole frame matters.
 *
 * @example mattersIn(shot) // { x: 96, y: 180, width: 420, height: 260 }
 */
export function mattersIn(shot: Pick<Shot, 'size' | 'layers' | 'motion'>): Rect | null {
  const { motion, layers, size } = shot;
  if (!motion) return null;
  const moving = new Set(motion.layers.flatMap((step) => step.layers));
  const boxes = [
    ...motion.camera.flatMap(({ focus }) => focus ?? []),
    ...layers.flatMap(({ id, box }) => (moving.has(id) ? [box] : [])),
    ...motion.overlays.flatMap((overlay) => overlay.boxes),
  ];
  const seen = boxes.flatMap((box) => intersection(box, whole(size)) ?? []);
  return seen.length > 0 ? seen.reduce(union) : null;
}

export function whole({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}
