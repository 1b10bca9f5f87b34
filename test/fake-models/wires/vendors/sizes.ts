import type { Size } from '../../jobs/job.ts';

const even = (pixels: number): number => Math.max(2, Math.round(pixels / 2) * 2);
const shortSides: Record<string, number> = {
  '480p': 480,
  '540p': 540,
  '720p': 720,
  '1080p': 1080,
  '4k': 2160,
};

/**
 * The size that a vendor makes of a ratio and a tier. Said as pixels (`1280x720`, `1280*720`) it is that; without either
 * it is the picture's own.
 *
 * @returns undefined where a tier or a ratio is not known
 */
export function sizeOf(asked: {
  ratio?: string | undefined;
  resolution?: string | undefined;
  picture?: Size | undefined;
  otherwise?: string;
}): Size | undefined {
  const { ratio, resolution, picture, otherwise = '720p' } = asked;
  const [, across, down] = /^(\d+)[x*](\d+)$/.exec(resolution ?? '') ?? [];
  if (across && down) return { width: even(Number(across)), height: even(Number(down)) };
  if (picture && !ratio && !resolution) return fitted(picture);
  const short = shortSides[(resolution ?? otherwise).toLowerCase()];
  const shape = ratio ? ratioOf(ratio) : picture ? picture.width / picture.height : 16 / 9;
  if (!short || !shape) return undefined;
  return shape >= 1
    ? { width: even(short * shape), height: short }
    : { width: short, height: even(short / shape) };
}

function ratioOf(ratio: string): number | undefined {
  const [, across, down] = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(ratio) ?? [];
  return across && down ? Number(across) / Number(down) : undefined;
}

function fitted({ width, height }: Size): Size {
  const scale = Math.min(1, 1920 / Math.max(width, height));
  return { width: even(width * scale), height: even(height * scale) };
}
