import type { Color, Rect } from '@animatic/schema';
import type { Bitmap, CanvasHost } from '../canvas.ts';
import { toLab } from '../color.ts';

/** A still is looked at in so many columns: enough to meet a button. */
const COLUMNS = 360;
/** A colour, not a grey; and L* by which it must stand out from the background. */
const VIVID = 34;
const APART = 22;
/** Of the pixels looked at, this share must have the very colour: designs repeat theirs, photos do not. */
const LEAST = 0.0008;

/** A design's accent: the vivid colour that most of a still's pixels share; undefined where there is none. */
export function accentOf<B extends Bitmap>(
  host: CanvasHost<B>,
  image: B,
  background: Color,
): Color | undefined {
  const width = Math.min(COLUMNS, image.width);
  const height = Math.max(1, Math.round((image.height * width) / image.width));
  const area: Rect = { x: 0, y: 0, width, height };
  const { context, bitmap, readPixels } = host.surface(width, height);
  // Nearest pixels: mixed ones are nobody's colour.
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, width, height);
  const { data } = readPixels(area.x, area.y, area.width, area.height);
  host.release?.(bitmap);
  const counts = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 250) continue;
    const key = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const ground = toLab(background).l;
  let best: { color: Color; score: number } | undefined;
  for (const [key, count] of counts) {
    if (count < width * height * LEAST) continue;
    const color = { r: (key >> 16) / 255, g: ((key >> 8) & 255) / 255, b: (key & 255) / 255, a: 1 };
    const { l, a, b } = toLab(color);
    const chroma = Math.hypot(a, b);
    if (chroma < VIVID || Math.abs(l - ground) < APART) continue;
    // Much of it counts, but not in proportion: a vivid button beats a broad tinted panel.
    const score = chroma * Math.sqrt(count);
    if (!best || score > best.score) best = { color, score };
  }
  return best?.color;
}
