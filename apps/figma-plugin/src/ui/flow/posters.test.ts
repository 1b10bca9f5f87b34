import type { Take } from '@animatic/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPosters } from './posters.ts';

const take = (id: string, width = 1920, height = 1080): Take => ({
  id,
  renderId: 'r',
  clip: '/clip',
  poster: '/poster',
  width,
  height,
  fps: 30,
  seconds: 5,
  bytes: 1,
  createdAt: '2026-11-20T12:00:00.000Z',
});

beforeEach(() => {
  vi.stubGlobal(
    'createImageBitmap',
    async (_blob: Blob, { resizeWidth, resizeHeight }: ImageBitmapOptions) => ({
      width: resizeWidth,
      height: resizeHeight,
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

test('a poster is fetched once and kept small, in its own shape', async () => {
  const fetchPoster = vi.fn(async () => new Blob());
  const posters = createPosters(fetchPoster);
  expect(await posters(take('a'))).toEqual({ width: 160, height: 90 });
  expect(await posters(take('a'))).toEqual({ width: 160, height: 90 });
  expect(await posters(take('b', 1080, 1920))).toEqual({ width: 90, height: 160 });
  expect(fetchPoster).toHaveBeenCalledTimes(2);
});

test('posters are fetched one at a time, and one that failed is asked for again', async () => {
  let running = 0;
  let most = 0;
  let fails = true;
  const posters = createPosters(async () => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (fails) throw new Error('unreachable');
    return new Blob();
  });
  expect(await Promise.all([posters(take('a')), posters(take('b'))])).toEqual([null, null]);
  expect(most).toBe(1);
  fails = false;
  expect(await posters(take('a'))).not.toBeNull();
});
