import type { Plane } from './picture.ts';

/** A Sobel gradient from which on a pixel counts as an edge, levels a pixel. */
const EDGE = 12;

/** The mean Sobel gradient over a picture, levels a pixel: how much there is to see. */
export function edgeEnergy(plane: Plane): number {
  let sum = 0;
  gradients(plane, (gradient) => (sum += gradient));
  return sum / ((plane.width - 2) * (plane.height - 2));
}

/** The share of pixels that lie on an edge. */
export function edgeDensity(plane: Plane): number {
  let count = 0;
  gradients(plane, (gradient) => (count += gradient >= EDGE ? 1 : 0));
  return count / ((plane.width - 2) * (plane.height - 2));
}

/**
 * Ghosts: how many frames of a dissolve show more edges than 1.3 times either of its two pictures.
 *
 * @example ghostFrames(frames, before, after) <= 5
 */
export function ghostFrames(frames: readonly Plane[], before: Plane, after: Plane): number {
  const most = Math.max(edgeDensity(before), edgeDensity(after)) * 1.3;
  return frames.filter((frame) => edgeDensity(frame) > most).length;
}

function gradients({ width, height, data }: Plane, use: (gradient: number) => void): void {
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value = (dx: number, dy: number) => data[at + dy * width + dx]!;
      const across =
        value(1, -1) + 2 * value(1, 0) + value(1, 1) - value(-1, -1) - 2 * value(-1, 0) - value(-1, 1);
      const down =
        value(-1, 1) + 2 * value(0, 1) + value(1, 1) - value(-1, -1) - 2 * value(0, -1) - value(1, -1);
      use(Math.hypot(across, down) / 8);
    }
}
