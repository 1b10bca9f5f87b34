import { blurred, type Plane, planeOf, type Region, valueAt } from './picture.ts';

/** Where a point of the picture lies in a frame: pixels of it, scale and way. */
export interface Pose {
  scale: number;
  x: number;
  y: number;
}

/** An eye that sees whole strokes, not pixels. */
const EYE = 1;

/**
 * Shimmer: how much the same places of a moving picture change from one frame to the next, RMS in levels, the worst
 * pair of frames. Each frame is blurred a little (sigma 1 px), then read where the region lies in it.
 *
 * @param region pixels of the picture, around its hairlines
 * @param poses each frame's pose: a point p of the picture lies at p × scale + (x, y)
 * @example shimmer(frames, { x: 20, y: 20, width: 80, height: 40 }, poses) <= 2
 */
export function shimmer(frames: readonly Plane[], region: Region, poses: readonly Pose[]): number {
  const seen = frames.map((frame, index) => {
    const pose = poses[index];
    if (!pose) throw new RangeError(`frame ${index} has no pose`);
    const soft = blurred(frame, EYE);
    // Pixel centres lie at halves, `valueAt` counts from the first one's.
    return planeOf(region.width, region.height, (x, y) =>
      valueAt(
        soft,
        (region.x + x + 0.5) * pose.scale + pose.x - 0.5,
        (region.y + y + 0.5) * pose.scale + pose.y - 0.5,
      ),
    );
  });
  let worst = 0;
  for (let index = 1; index < seen.length; index++)
    worst = Math.max(worst, rms(seen[index - 1]!, seen[index]!));
  return worst;
}

/** Root of the mean square of two planes' difference. */
export function rms(a: Plane, b: Plane): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return Math.sqrt(sum / a.data.length);
}
