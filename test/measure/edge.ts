import { cropped, type Plane, type Region } from './picture.ts';

/**
 * How soft an edge is: pixels from 10 to 90 % of the way between its two sides, along a profile that crosses one edge.
 * A perfectly sharp one measures .8 on the pixels' grid and 1.6 half way between: `slantedEdgeWidth` does not mind.
 *
 * @param profile values across the edge, flat at both ends
 * @throws RangeError where both ends are alike
 * @example edgeWidth(profileAcross(luma, { x: 90, y: 40, width: 20, height: 30 })) <= 1.6
 */
export function edgeWidth(profile: readonly number[]): number {
  const way = towardsOne(profile);
  return crossing(way, 0.9) - crossing(way, 0.1);
}

/**
 * The same for an edge that is upright but for a few degrees (ISO 12233): rows cross it at every place between two
 * pixels, and together they give one profile of quarter pixels. A perfectly sharp edge measures about .8.
 *
 * @throws RangeError where no edge crosses the region
 */
export function slantedEdgeWidth(plane: Plane, region: Region): number {
  const part = cropped(plane, region);
  const rows = Array.from({ length: part.height }, (_, y) => [
    ...part.data.subarray(y * part.width, (y + 1) * part.width),
  ]);
  const { slope, start } = line(rows.map(edgePosition));
  const straight = 1 / Math.hypot(1, slope);
  const bins = new Map<number, { sum: number; count: number }>();
  for (const [y, row] of rows.entries())
    for (const [x, value] of row.entries()) {
      const at = Math.round((x + 0.5 - start - slope * y) * straight * FINE);
      if (Math.abs(at) > REACH * FINE) continue;
      const bin = bins.get(at) ?? { sum: 0, count: 0 };
      bins.set(at, { sum: bin.sum + value, count: bin.count + 1 });
    }
  const profile = [...bins].sort(([a], [b]) => a - b).map(([, { sum, count }]) => sum / count);
  return edgeWidth(profile) / FINE;
}

/** Bins a pixel, and pixels either side of a slanted edge. */
const FINE = 4;
const REACH = 7;

/** The straight line through values at 0, 1, 2, …, by least squares. */
function line(values: readonly number[]): { slope: number; start: number } {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let over = 0;
  let under = 0;
  for (const [i, value] of values.entries()) {
    over += (i - middle) * (value - mean);
    under += (i - middle) ** 2;
  }
  const slope = under === 0 ? 0 : over / under;
  return { slope, start: mean - slope * middle };
}

/**
 * Where an edge lies along a profile: 0 is the outer edge of its first pixel. By area, so that it is exact for any
 * blur that is the same on both sides.
 *
 * @example Math.abs(edgePosition(profile) - expected) <= 0.05
 */
export function edgePosition(profile: readonly number[]): number {
  return profile.length - towardsOne(profile).reduce((sum, value) => sum + value, 0);
}

/** The mean of a region along its edge: values across it from left to right, or from top to bottom. */
export function profileAcross(plane: Plane, region: Region, across: 'x' | 'y' = 'x'): number[] {
  const { width, height, data } = cropped(plane, region);
  const [length, count] = across === 'x' ? [width, height] : [height, width];
  return Array.from({ length }, (_, at) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += across === 'x' ? data[i * width + at]! : data[at * width + i]!;
    return sum / count;
  });
}

/** From 0 at the profile's beginning to 1 at its end. */
function towardsOne(profile: readonly number[]): number[] {
  const [first, last] = [profile[0] ?? 0, profile.at(-1) ?? 0];
  if (Math.abs(last - first) < 8)
    throw new RangeError(`no edge between ${first.toFixed(1)} and ${last.toFixed(1)}: cross one`);
  return profile.map((value) => (value - first) / (last - first));
}

function crossing(way: readonly number[], level: number): number {
  const after = way.findIndex((value) => value >= level);
  const [low, high] = [way[after - 1] ?? 0, way[after] ?? 1];
  return after - 1 + (high === low ? 0 : (level - low) / (high - low));
}
