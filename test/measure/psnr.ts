import type { Plane, Rgba } from './picture.ts';

/**
 * Peak signal to noise of two pictures over red, green and blue, in dB; Infinity where they are equal.
 *
 * @throws RangeError where their sizes differ
 * @example psnr(frame, still) >= 45
 */
export function psnr(a: Rgba, b: Rgba): number {
  sameSize(a, b);
  let sum = 0;
  for (let at = 0; at < a.data.length; at += 4)
    for (let channel = 0; channel < 3; channel++) sum += (a.data[at + channel]! - b.data[at + channel]!) ** 2;
  return decibels(sum / (a.width * a.height * 3));
}

/** The same over one plane. */
export function psnrOfPlanes(a: Plane, b: Plane): number {
  sameSize(a, b);
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return decibels(sum / a.data.length);
}

export function sameSize(a: Omit<Plane, 'data'>, b: Omit<Plane, 'data'>): void {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(
      `pictures of ${a.width} × ${a.height} and ${b.width} × ${b.height} cannot be compared: bring them to one size`,
    );
}

function decibels(meanSquare: number): number {
  return meanSquare === 0 ? Number.POSITIVE_INFINITY : 10 * Math.log10(255 ** 2 / meanSquare);
}
