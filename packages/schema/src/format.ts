import * as z from 'zod';
import type { Size } from './primitives.ts';

export const aspects = ['frame', '16:9', '9:16', '1:1', '4:5'] as const;
export type Aspect = (typeof aspects)[number];
export const resolutions = [480, 720, 1080, 1440, 2160] as const;
/** What people choose from; any whole rate from 12 to 60 is good. */
export const frameRates = [12, 15, 24, 25, 30, 50, 60] as const;
/** What lies behind a screen that does not fill the clip: a tone of the design, or nothing (WebM with alpha). */
export const clipGrounds = ['design', 'transparent'] as const;

export const formatSchema = z.object({
  aspect: z.enum(aspects),
  /** The shorter side, in pixels. */
  resolution: z.literal(resolutions),
  fps: z
    .number()
    .int()
    .min(12, 'a clip has at least 12 frames a second')
    .max(60, 'a clip has at most 60 frames a second'),
  ground: z.enum(clipGrounds).default('design'),
});
export type Format = z.infer<typeof formatSchema>;

const even = (n: number): number => Math.max(2, Math.round(n / 2) * 2);

/**
 * The clip's size in pixels, both sides even. `frame` follows the first frame's shape, at most 16:9 either way.
 *
 * @example formatSize({ aspect: '16:9', resolution: 1080, fps: 30 }, { width: 390, height: 844 }) // 1920 × 1080
 */
export function formatSize(format: Pick<Format, 'aspect' | 'resolution'>, firstFrame: Size): Size {
  const short = format.resolution;
  const ratio =
    format.aspect === 'frame'
      ? Math.min(16 / 9, Math.max(9 / 16, firstFrame.width / firstFrame.height))
      : ratioOf(format.aspect);
  return ratio >= 1
    ? { width: even(short * ratio), height: even(short) }
    : { width: even(short), height: even(short / ratio) };
}

function ratioOf(aspect: Exclude<Aspect, 'frame'>): number {
  const [w = 16, h = 9] = aspect.split(':').map(Number);
  return w / h;
}
