import * as z from 'zod';
import type { Size } from './primitives.ts';

export const aspects = ['frame', '16:9', '9:16', '1:1', '4:5'] as const;
export type Aspect = (typeof aspects)[number];
export const resolutions = [720, 1080] as const;
export const frameRates = [24, 30, 60] as const;

export const formatSchema = z.object({
  aspect: z.enum(aspects),
  /** The shorter side, in pixels. */
  resolution: z.union([z.literal(720), z.literal(1080)]),
  fps: z.union([z.literal(24), z.literal(30), z.literal(60)]),
});
export type Format = z.infer<typeof formatSchema>;

const even = (n: number): number => Math.max(2, Math.round(n / 2) * 2);

/**
 * The clip's size in pixels, both sides even. `frame` follows the first frame's shape, at most 16:9 either way.
 *
 * @example formatSize({ aspect: '16:9', resolution: 1080, fps: 30 }, { width: 390, height: 844 }) // 1920 × 1080
 */
export function formatSize(format: Format, firstFrame: Size): Size {
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
