import type { Rect } from '@animatic/schema';
import type { Bitmap, CanvasHost } from '../canvas.ts';
import { css } from '../color.ts';
import type { GroundTone } from '../ground-tone.ts';
import type { Scene } from '../scene.ts';
import { tracePath } from './path.ts';

/** taste.md: contact 1.5 % of the height at 35 %, ambient 12 % at 18 %; offsets make the light come from above. */
const SHADOWS = [
  { blur: 0.12, opacity: 0.18, drop: 0.035, grow: -0.006 },
  { blur: 0.015, opacity: 0.35, drop: 0.004, grow: -0.001 },
];
const AWAY = 16_384;
/**
 * The bitmap is this much stronger and drawn with the inverse as opacity: 8 bits of alpha are too few for a shadow
 * as faint and wide as this, and its steps would show as bands.
 */
const STRONGER = 2;
/** What the shadow is drawn with. */
export const SHADOW_OPACITY = 1 / STRONGER;

/** The soft shadows under a screen as a bitmap, and where it lies in view pixels at zoom 1. */
export function paintScreenShadow<B extends Bitmap>(
  host: CanvasHost<B>,
  scene: Scene,
  tone: GroundTone,
): { bitmap: B; box: Rect } {
  const tall = Math.min(scene.view.width, scene.view.height);
  const pad = Math.ceil(tall * 0.2);
  const { shown: picture, corner } = scene;
  const box = {
    x: picture.x - pad,
    y: picture.y - pad,
    width: picture.width + pad * 2,
    height: picture.height + pad * 2,
  };
  const { bitmap, context } = host.surface(box.width, box.height);
  for (const { blur, opacity, drop, grow } of SHADOWS) {
    const by = grow * tall;
    context.save();
    context.shadowColor = css(tone.shadow, opacity * STRONGER);
    context.shadowBlur = blur * tall;
    context.shadowOffsetX = AWAY;
    context.shadowOffsetY = drop * tall;
    context.fillStyle = '#000';
    context.beginPath();
    const radius = Math.max(0, corner + by);
    tracePath(
      context,
      { x: pad - by - AWAY, y: pad - by, width: picture.width + by * 2, height: picture.height + by * 2 },
      [radius, radius, radius, radius],
    );
    context.fill();
    context.restore();
  }
  return { bitmap, box };
}
