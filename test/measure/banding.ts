import { cropped, type Plane, type Region } from './picture.ts';

export interface Plateaus {
  /** The widest run of one luma, pixels. */
  widest: number;
  /** The share of the region that lies in runs wider than 12 px. */
  share: number;
}

/** taste.md: wider plateaus are seen as bands. */
const SEEN = 12;
/** Luma within this many levels is one plateau: decoded values are whole numbers. */
const ONE = 0.5;

/**
 * Runs of one luma along a gradient. A gradient that is dithered, or steep, has none that are wide.
 *
 * @param along the way the gradient runs
 * @example plateaus(lumaOfI420(frame), region, 'x').share < 0.05
 */
export function plateaus(plane: Plane, region: Region, along: 'x' | 'y' = 'x'): Plateaus {
  const { width, height, data } = cropped(plane, region);
  const [length, lines] = along === 'x' ? [width, height] : [height, width];
  let widest = 0;
  let banded = 0;
  for (let line = 0; line < lines; line++) {
    const value = (at: number) => (along === 'x' ? data[line * width + at]! : data[at * width + line]!);
    let begin = 0;
    for (let at = 1; at <= length; at++) {
      if (at < length && Math.abs(value(at) - value(begin)) <= ONE) continue;
      const run = at - begin;
      widest = Math.max(widest, run);
      if (run > SEEN) banded += run;
      begin = at;
    }
  }
  return { widest, share: banded / (length * lines) };
}
