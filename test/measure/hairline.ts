import { blurred, cropped, type Plane, planeOf, type Region, valueAt } from './picture.ts';

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
  return Math.max(0, ...steps(frames, region, poses, (plane) => blurred(plane, EYE)));
}

/**
 * Pops: how much more one step of a slow, even move changes than its steps do as a rule, RMS in levels. A bitmap that
 * is swapped for one of another size does it, or a filter that is switched.
 *
 * @example popping(frames, region, poses) <= 1
 */
export function popping(frames: readonly Plane[], region: Region, poses: readonly Pose[]): number {
  const all = steps(frames, region, poses, (plane) => plane).sort((a, b) => a - b);
  return (all.at(-1) ?? 0) - (all[Math.floor(all.length / 2)] ?? 0);
}

/** How much a region changes from each frame to the next, the move taken out of it; `look` is laid over each frame. */
function steps(
  frames: readonly Plane[],
  region: Region,
  poses: readonly Pose[],
  look: (plane: Plane) => Plane,
): number[] {
  const seen = frames.map((frame, index) => {
    const pose = poses[index];
    if (!pose) throw new RangeError(`frame ${index} has no pose`);
    const around = neighbourhood(frame, region, pose);
    const plane = look(cropped(frame, around));
    // Pixel centres lie at halves, `valueAt` counts from the first one's.
    return planeOf(region.width, region.height, (x, y) =>
      valueAt(
        plane,
        (region.x + x + 0.5) * pose.scale + pose.x - 0.5 - around.x,
        (region.y + y + 0.5) * pose.scale + pose.y - 0.5 - around.y,
      ),
    );
  });
  return seen.slice(1).map((after, index) => rms(seen[index] ?? after, after));
}

/** Where a region lies in a frame, with room for filters, as far as the frame reaches. */
function neighbourhood(frame: Plane, region: Region, pose: Pose): Region {
  const room = 8;
  const from = (start: number, shift: number) => Math.max(0, Math.floor(start * pose.scale + shift) - room);
  const to = (end: number, shift: number, side: number) =>
    Math.min(side, Math.ceil(end * pose.scale + shift) + room);
  const x = from(region.x, pose.x);
  const y = from(region.y, pose.y);
  return {
    x,
    y,
    width: to(region.x + region.width, pose.x, frame.width) - x,
    height: to(region.y + region.height, pose.y, frame.height) - y,
  };
}

/** Root of the mean square of two planes' difference. */
function rms(a: Plane, b: Plane): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return Math.sqrt(sum / a.data.length);
}
