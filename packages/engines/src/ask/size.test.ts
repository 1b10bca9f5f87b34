import { expect, test } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { innerBox, innerOf, innerWithin } from './inner-of.ts';
import { nearestSize, shapeName, sizesInWords, tierOf } from './size.ts';

const classic = {
  sizes: [
    { width: 1280, height: 720 },
    { width: 720, height: 1280 },
    { width: 832, height: 480 },
    { width: 960, height: 960 },
    { width: 1920, height: 1080 },
  ],
};
const phone = { width: 390, height: 844 };

test('the shape comes first, then the shorter side', () => {
  expect(nearestSize(classic, phone, 1080)).toEqual({ width: 720, height: 1280 });
  expect(nearestSize(classic, { width: 16, height: 9 }, 1080)).toEqual({ width: 1920, height: 1080 });
  expect(nearestSize(classic, { width: 16, height: 9 }, 720)).toEqual({ width: 1280, height: 720 });
  expect(nearestSize(classic, { width: 16, height: 9 }, 480)).toEqual({ width: 832, height: 480 });
  expect(nearestSize(classic, { width: 1, height: 1 }, 480)).toEqual({ width: 960, height: 960 });
  expect(nearestSize(classic, { width: 4, height: 5 }, 720)).toEqual({ width: 960, height: 960 });
});

test('free sizes: the clip’s four shapes from 480p to 1080p', () => {
  const anySize = { multiple: 16, max: 3840 };
  const free = { sizes: [], anySize };
  for (const [width, height] of [
    [16, 9],
    [9, 16],
    [1, 1],
    [4, 5],
  ] as const)
    for (const short of [480, 720, 1080]) {
      const size = nearestSize(free, { width, height }, short);
      expect(Math.abs(size.width / size.height / (width / height) - 1)).toBeLessThan(0.03);
      expect(Math.abs(Math.min(size.width, size.height) - short)).toBeLessThanOrEqual(8);
    }
});

test('whatever is wanted, a free size keeps to multiples, ceilings and 1:3', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 5000; round++) {
    const multiple = [1, 8, 16, 32, 64][Math.floor(random() * 5)] ?? 16;
    const max = multiple * (8 + Math.floor(random() * 100));
    const maxPixels = Math.max(multiple * multiple * 64, Math.floor(max * max * random()));
    const wanted = { width: 1 + random() * 4000, height: 1 + random() * 4000 };
    const size = nearestSize(
      { sizes: [], anySize: { multiple, max, maxPixels } },
      wanted,
      200 + random() * 2000,
    );
    const [long, short] = [Math.max(size.width, size.height), Math.min(size.width, size.height)];
    expect(
      (size.width % multiple) + (size.height % multiple),
      JSON.stringify({ multiple, max, maxPixels, wanted, size }),
    ).toBe(0);
    expect(short).toBeGreaterThan(0);
    expect(long).toBeLessThanOrEqual(max);
    expect(long * short).toBeLessThanOrEqual(maxPixels);
    expect(long / short).toBeLessThanOrEqual(3);
  }
});

test('names of shapes, tiers and sizes', () => {
  expect(shapeName({ width: 832, height: 480 })).toBe('16:9');
  expect(shapeName({ width: 720, height: 1280 })).toBe('9:16');
  expect(tierOf({ width: 1080, height: 1920 })).toBe('1080p');
  expect(sizesInWords(classic)).toMatch(/^1280 × 720, /);
  expect(sizesInWords({ sizes: [], anySize: { multiple: 16, max: 1280 } })).toBe(
    'multiples of 16 up to 1280 a side',
  );
});

test('a phone’s screen lies in the middle of a model’s size, and its own shape is restored from it', () => {
  const size = { width: 1280, height: 720 };
  const inner = innerOf(phone, size, 'letterbox')!;
  expect(innerBox(phone, size)).toEqual({ x: 474, y: 0, width: 332, height: 720 });
  expect((inner.width * size.width) / (inner.height * size.height)).toBeCloseTo(390 / 844, 2);
  expect(innerOf(phone, size, 'extend-edge')).toEqual(inner);
  expect(innerOf(phone, size, 'crop')).toBeUndefined();
  expect(innerOf({ width: 2560, height: 1440 }, size, 'letterbox')).toBeUndefined();
});

test('an inner box is even, inside, and touches two sides', () => {
  const random = seededRandom(11);
  for (let round = 0; round < 5000; round++) {
    const still = { width: 1 + Math.floor(random() * 4096), height: 1 + Math.floor(random() * 4096) };
    const size = {
      width: 2 * (8 + Math.floor(random() * 960)),
      height: 2 * (8 + Math.floor(random() * 960)),
    };
    const box = innerBox(still, size);
    for (const n of [box.x, box.y, box.width, box.height]) expect(n % 2).toBe(0);
    expect(box.x + box.width).toBeLessThanOrEqual(size.width);
    expect(box.y + box.height).toBeLessThanOrEqual(size.height);
    expect(box.width === size.width || box.height === size.height).toBe(true);
    expect(Math.min(box.width, box.height)).toBeGreaterThan(0);
  }
});

test('a box inside a box is a box', () => {
  const half = { x: 0.25, y: 0, width: 0.5, height: 1 };
  expect(innerWithin(half, half)).toEqual({ x: 0.375, y: 0, width: 0.25, height: 1 });
  expect(innerWithin(undefined, half)).toEqual(half);
  expect(innerWithin(undefined, undefined)).toBeUndefined();
});
