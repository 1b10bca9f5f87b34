import { expect, test } from 'vitest';
import { fromI420, lumaOfI420 } from './i420.ts';
import { blurred, cropped, lumaOf, planeOf, valueAt } from './picture.ts';
import { psnr, psnrOfPlanes } from './psnr.ts';
import { ssim } from './ssim.ts';
import { grey, noisy } from './testing.ts';

test('PSNR is infinite for equal pictures and 48.13 dB where every value is one level off', () => {
  expect(psnr(grey(16, 16, 100), grey(16, 16, 100))).toBe(Number.POSITIVE_INFINITY);
  expect(psnr(grey(16, 16, 100), grey(16, 16, 101))).toBeCloseTo(48.13, 2);
  expect(psnrOfPlanes(lumaOf(grey(16, 16, 100)), lumaOf(grey(16, 16, 110)))).toBeCloseTo(28.13, 2);
  expect(() => psnr(grey(16, 16, 0), grey(16, 15, 0))).toThrow(/bring them to one size/);
});

test('SSIM is 1 for equal pictures, follows the formula on flat ones, and falls with noise and blur', () => {
  const texture = noisy(64, 48, 128, 60);
  expect(ssim(texture, texture)).toBeCloseTo(1, 6);
  const flat = (value: number) => planeOf(32, 32, () => value);
  // Without any structure only the luminance term is left.
  expect(ssim(flat(100), flat(120))).toBeCloseTo(
    (2 * 100 * 120 + 6.5025) / (100 ** 2 + 120 ** 2 + 6.5025),
    4,
  );
  const inverse = planeOf(64, 48, (x, y) => 255 - texture.data[y * 64 + x]!);
  expect(ssim(texture, inverse)).toBeLessThan(0);
  const soft = ssim(texture, blurred(texture, 0.6));
  expect(soft).toBeLessThan(0.95);
  expect(ssim(texture, blurred(texture, 1.2))).toBeLessThan(soft);
  expect(() =>
    ssim(
      flat(0),
      planeOf(8, 8, () => 0),
    ),
  ).toThrow(RangeError);
});

test('a raw frame of known colours comes back as them', () => {
  const frame = (y: number, u: number, v: number) => ({
    width: 2,
    height: 2,
    data: new Uint8Array([y, y, y, y, u, v]),
  });
  expect([...fromI420(frame(16, 128, 128)).data.slice(0, 4)]).toEqual([0, 0, 0, 255]);
  expect([...fromI420(frame(235, 128, 128)).data.slice(0, 3)]).toEqual([255, 255, 255]);
  // BT.709's own code for pure red: Y 63, Cb 102, Cr 240.
  const red = [...fromI420(frame(63, 102, 240)).data.slice(0, 3)];
  for (const [i, value] of [255, 0, 0].entries()) expect(Math.abs(red[i]! - value)).toBeLessThanOrEqual(2);
  expect(lumaOfI420(frame(235, 128, 128)).data[0]).toBeCloseTo(255, 4);
});

test('a plane can be cut, read between its pixels, and shown to a far eye', () => {
  const ramp = planeOf(20, 10, (x) => x * 10);
  expect(cropped(ramp, { x: 5, y: 2, width: 2, height: 1 }).data).toEqual(new Float32Array([50, 60]));
  expect(() => cropped(ramp, { x: 15, y: 0, width: 8, height: 1 })).toThrow(/measure inside/);
  expect(valueAt(ramp, 7.25, 4.5)).toBeCloseTo(72.5, 4);
  expect(valueAt(ramp, 9, 4)).toBe(90);
  const spike = planeOf(21, 21, (x, y) => (x === 10 && y === 10 ? 100 : 0));
  const soft = blurred(spike, 1);
  expect(soft.data[10 * 21 + 10]).toBeCloseTo(100 / (2 * Math.PI), 0);
  expect(soft.data.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 3);
});
