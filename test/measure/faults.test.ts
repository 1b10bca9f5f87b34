import { describe, expect, test } from 'vitest';
import { plateaus } from './banding.ts';
import { calm } from './calm.ts';
import { deltaE, meanColor, type Rgb } from './color.ts';
import { edgeDensity, edgeEnergy, ghostFrames } from './detail.ts';
import { edgePosition, edgeWidth, profileAcross, slantedEdgeWidth } from './edge.ts';
import { fringe, holes } from './fringe.ts';
import { type Pose, popping, shimmer } from './hairline.ts';
import { blurred, type Plane, planeOf, valueAt } from './picture.ts';
import { endSpeeds } from './speed.ts';
import { colored, covered, grey, noisy, seeded } from './testing.ts';

describe('an edge', () => {
  const step = (at: number) => planeOf(40, 8, (x) => 255 * covered(x, at, 100));
  const profile = (plane: Plane) => profileAcross(plane, { x: 4, y: 2, width: 32, height: 4 });

  test('is as wide as its blur', () => {
    expect(edgeWidth(profile(step(20)))).toBeCloseTo(0.8, 5);
    // Along one line of pixels the same edge looks twice as soft half way between two of them.
    expect(edgeWidth(profile(step(20.5)))).toBeCloseTo(1.6, 5);
    // From 10 to 90 % of a Gaussian's integral lie 2.563 sigmas.
    for (const sigma of [1.5, 2.5])
      expect(Math.abs(edgeWidth(profile(blurred(step(20), sigma))) - 2.563 * sigma)).toBeLessThan(0.25);
    expect(
      edgeWidth(
        profileAcross(
          planeOf(8, 40, (_, y) => (y < 20 ? 200 : 10)),
          { x: 1, y: 5, width: 4, height: 30 },
          'y',
        ),
      ),
    ).toBeCloseTo(0.8, 5);
    expect(() => edgeWidth([10, 10, 12])).toThrow(/cross one/);
  });

  test('is found between pixels, however soft it is', () => {
    for (const at of [20, 20.13, 20.5, 20.97]) {
      expect(edgePosition(profile(step(at)))).toBeCloseTo(at - 4, 3);
      expect(edgePosition(profile(blurred(step(at), 1.3)))).toBeCloseTo(at - 4, 3);
    }
  });
});

test('a slanted edge shows its own softness, whatever pixels it falls on', () => {
  // A pixel's mean over a tilted edge, in fine steps.
  const slanted = planeOf(40, 40, (x, y) => {
    let sum = 0;
    for (let i = 0; i < 64; i++) {
      const [dx, dy] = [((i % 8) + 0.5) / 8, (Math.floor(i / 8) + 0.5) / 8];
      sum += x + dx < 17.3 + (y + dy) * 0.12 ? 20 : 230;
    }
    return sum / 64;
  });
  const region = { x: 5, y: 2, width: 30, height: 36 };
  const sharp = slantedEdgeWidth(slanted, region);
  expect(Math.abs(sharp - 0.85)).toBeLessThan(0.2);
  const soft = slantedEdgeWidth(blurred(slanted, 1), region);
  expect(Math.abs(soft - Math.hypot(2.563, 0.8))).toBeLessThan(0.3);
  expect(() =>
    slantedEdgeWidth(
      planeOf(40, 40, () => 9),
      region,
    ),
  ).toThrow(/cross one/);
});

describe('a hairline that moves', () => {
  const frames = (place: (frame: number) => number, tone: (frame: number) => number = () => 26) =>
    Array.from({ length: 8 }, (_, i) =>
      planeOf(60, 40, (x) => 255 - tone(i) * covered(x, 30 + place(i), 31 + place(i))),
    );
  const poses: Pose[] = Array.from({ length: 8 }, (_, i) => ({ scale: 1, x: i * 0.3, y: 0 }));
  const around = { x: 26, y: 10, width: 9, height: 20 };

  test('is calm where it is drawn where it belongs', () => {
    expect(
      shimmer(
        frames((i) => i * 0.3),
        around,
        poses,
      ),
    ).toBeLessThan(1);
  });

  test('shimmers where it jumps from pixel to pixel, or blinks', () => {
    expect(
      shimmer(
        frames((i) => Math.round(i * 0.3)),
        around,
        poses,
      ),
    ).toBeGreaterThan(2);
    expect(
      shimmer(
        frames(
          (i) => i * 0.3,
          (i) => (i % 2 ? 26 : 8),
        ),
        around,
        poses,
      ),
    ).toBeGreaterThan(2);
  });

  test('follows a zoom', () => {
    const picture = planeOf(80, 60, (x, y) => 128 + 60 * Math.sin(x / 6) * Math.cos(y / 7));
    const zoomPoses = [1, 1.02, 1.04].map((scale) => ({ scale, x: -40 * (scale - 1), y: -30 * (scale - 1) }));
    const zoomed = zoomPoses.map(({ scale, x: left, y: top }) =>
      planeOf(80, 60, (x, y) =>
        valueAt(picture, (x + 0.5 - left) / scale - 0.5, (y + 0.5 - top) / scale - 0.5),
      ),
    );
    const middle = { x: 20, y: 15, width: 40, height: 30 };
    expect(shimmer(zoomed, middle, zoomPoses)).toBeLessThan(0.2);
    expect(shimmer(zoomed, middle, [zoomPoses[0]!, zoomPoses[0]!, zoomPoses[0]!])).toBeGreaterThan(1);
  });
});

test('a slow move pops where sharpness jumps and not where it fades', () => {
  const texture = noisy(60, 60, 128, 40);
  const poses = Array.from({ length: 10 }, () => ({ scale: 1, x: 0, y: 0 }));
  const region = { x: 10, y: 10, width: 40, height: 40 };
  const fading = Array.from({ length: 10 }, (_, i) => blurred(texture, 0.6 + i * 0.01));
  expect(popping(fading, region, poses)).toBeLessThan(0.2);
  const jumping = fading.map((frame, i) => (i < 5 ? frame : blurred(texture, 0.9)));
  expect(popping(jumping, region, poses)).toBeGreaterThan(2);
});

describe('a colour', () => {
  test('differs by as much as CIEDE2000 says', () => {
    // Figures that other implementations give, too.
    expect(deltaE([255, 0, 0], [0, 0, 255])).toBeCloseTo(52.88, 1);
    expect(deltaE([255, 0, 0], [0, 255, 0])).toBeCloseTo(86.61, 1);
    expect(deltaE([0, 0, 0], [255, 255, 255])).toBeCloseTo(100, 1);
    expect(deltaE([1, 2, 3], [1, 2, 3])).toBe(0);
  });

  test('is read as a region’s mean', () => {
    const picture = colored(8, 8, (x) => (x < 4 ? [255, 0, 0] : [0, 0, 255]));
    expect(meanColor(picture, { x: 0, y: 0, width: 4, height: 8 })).toEqual([255, 0, 0]);
    expect(meanColor(picture, { x: 2, y: 2, width: 4, height: 4 })).toEqual([127.5, 0, 127.5]);
  });
});

describe('a gradient', () => {
  const region = { x: 0, y: 0, width: 240, height: 10 };
  test('bands where its steps are wide, and does not where it is steep or dithered', () => {
    const slow = (x: number) => 100 + x / 24;
    const banded = plateaus(
      planeOf(240, 10, (x) => Math.floor(slow(x))),
      region,
    );
    expect(banded).toEqual({ widest: 24, share: 1 });
    expect(
      plateaus(
        planeOf(240, 10, (x) => Math.floor(x)),
        region,
      ).share,
    ).toBe(0);
    const random = seeded(3);
    const dithered = plateaus(
      planeOf(240, 10, (x) => Math.floor(slow(x) + random())),
      region,
    );
    expect(dithered.share).toBeLessThan(0.3);
    const down = plateaus(
      planeOf(10, 240, (_, y) => Math.floor(slow(y))),
      { x: 0, y: 0, width: 10, height: 240 },
      'y',
    );
    expect(down.widest).toBe(24);
  });
});

describe('a move', () => {
  const eased = (ease: (share: number) => number) =>
    Array.from({ length: 41 }, (_, i) => [ease(Math.min(1, Math.max(0, (i - 5) / 30))) * 100, 7]);
  test('starts and stops softly or like a robot', () => {
    const [soft, none] = endSpeeds(eased((t) => t * t * t * (t * (t * 6 - 15) + 10)));
    expect(none).toBeUndefined();
    expect(Math.max(soft!.first, soft!.last)).toBeLessThan(0.05);
    expect(endSpeeds(eased((t) => t))).toEqual([
      {
        first: expect.closeTo(1, 5),
        last: expect.closeTo(1, 5),
        peak: expect.closeTo(100 / 30, 5),
        from: 5,
        to: 35,
      },
    ]);
  });

  test('has no speed while it cannot be seen', () => {
    const places = eased((t) => 1 - (1 - t) ** 4);
    expect(endSpeeds(places)[0]?.first).toBe(1);
    const seen = places.map((_, i) => Math.min(1, Math.max(0, (i - 6) / 10)));
    expect(endSpeeds(places, seen)[0]?.first).toBeLessThan(0.3);
  });

  test('is counted apart from the next one', () => {
    const there = eased((t) => t * t * (3 - 2 * t));
    expect(endSpeeds([...there, ...there.toReversed()])).toHaveLength(2);
  });
});

test('a clip is calm where one family moves at a time and nothing moves for a while', () => {
  const frame = (a: number, b: number) =>
    new Map([
      ['a1', String(a)],
      ['a2', String(a)],
      ['b1', String(b)],
    ]);
  const family = (layer: string) => layer.slice(0, 1);
  expect(calm([frame(0, 0), frame(1, 0), frame(2, 0), frame(2, 1), frame(2, 1)], family)).toEqual({
    resting: 0.4,
    families: 1,
    together: 0,
  });
  expect(calm([frame(0, 0), frame(1, 1)], family)).toEqual({
    resting: 0.5,
    families: 2,
    together: 1,
  });
  expect(calm([frame(0, 0), new Map([['a1', '0']])], family).families).toBe(2);
});

describe('detail', () => {
  const stripes = (period: number, tone = 255) =>
    planeOf(80, 60, (x) => (Math.floor(x / period) % 2 ? tone : 255));

  test('is none on a blank picture and grows with edges', () => {
    expect(edgeEnergy(planeOf(20, 20, () => 90))).toBe(0);
    expect(edgeEnergy(stripes(4, 0)) / edgeEnergy(stripes(8, 0))).toBeCloseTo(2, 0);
    expect(edgeDensity(stripes(8, 0))).toBeCloseTo(0.23, 1);
    // A ramp of 5 levels a pixel has energy but no edges.
    const ramp = planeOf(40, 40, (x) => x * 5);
    expect(edgeEnergy(ramp)).toBeCloseTo(5, 5);
    expect(edgeDensity(ramp)).toBe(0);
  });

  test('ghosts where two texts lie over one another', () => {
    const a = stripes(10, 0);
    const b = planeOf(80, 60, (_, y) => (Math.floor(y / 10) % 2 ? 0 : 255));
    const mixed = (share: number) =>
      planeOf(80, 60, (x, y) => a.data[y * 80 + x]! * (1 - share) + b.data[y * 80 + x]! * share);
    const frames = Array.from({ length: 12 }, (_, i) => mixed((i + 1) / 13));
    expect(ghostFrames(frames, a, b)).toBeGreaterThan(5);
    expect(ghostFrames([a, a, b, b], a, b)).toBe(0);
  });
});

describe('a soft shape', () => {
  const magenta: Rgb = [255, 0, 255];
  const blue: Rgb = [32, 64, 220];
  const over = (shape: Rgb, bias: (share: number) => number) =>
    colored(40, 4, (x) => {
      const share = Math.min(1, x / 39);
      return [0, 1, 2].map(
        (i) => magenta[i]! * (1 - share) + shape[i]! * share + bias(share),
      ) as unknown as Rgb;
    });

  test('has no fringe where it is mixed as it should be', () => {
    expect(
      fringe(
        over(blue, () => 0),
        magenta,
        blue,
      ),
    ).toBeLessThanOrEqual(1);
  });

  test('has one where its alpha was applied twice, or a filter overshot', () => {
    expect(
      fringe(
        over(blue, (share) => -30 * share * (1 - share)),
        magenta,
        blue,
      ),
    ).toBeGreaterThan(3);
    expect(
      fringe(
        colored(4, 4, () => [20, 60, 220]),
        magenta,
        blue,
      ),
    ).toBeGreaterThan(3);
  });

  test('leaves holes where the ground can be seen through', () => {
    const picture = grey(4, 4, 200);
    expect(holes(picture)).toBe(0);
    picture.data[3] = 254;
    expect(holes(picture)).toBe(1);
  });
});
