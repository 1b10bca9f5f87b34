import type { Bitmap, CanvasHost, Context2d } from '../canvas.ts';
import type { DrawItem } from '../draw-list.ts';
import { paintGround } from './ground.ts';
import { tracePath } from './path.ts';

/** Paints a container whose looks are on their way; pictures do not fill such a one. */
export function paintGroundItem<B extends Bitmap>(
  context: Context2d<B>,
  { ground, box, matrix, clips, opacity: own }: Extract<DrawItem, { kind: 'ground' }>,
  host: CanvasHost<B>,
  opacity: number,
): void {
  if (opacity * own <= 0) return;
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  for (const clip of clips) {
    context.beginPath();
    tracePath(context, clip.box, clip.corners);
    context.clip();
  }
  context.globalAlpha = opacity * own;
  paintGround(host, context, ground, box, matrix, () => {
    throw new Error('a ground on its way is not filled with pictures');
  });
  context.restore();
}
