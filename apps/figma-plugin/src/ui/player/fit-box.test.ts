import { expect, test } from 'vitest';
import { innerBox } from './fit-box.ts';

test('of a tall frame in wide footage its own column is shown, of a wide one in tall footage its row', () => {
  expect(innerBox({ width: 1280, height: 720 }, { width: 360, height: 720 })).toEqual({
    x: 460,
    y: 0,
    width: 360,
    height: 720,
  });
  expect(innerBox({ width: 720, height: 1280 }, { width: 720, height: 360 })).toMatchObject({
    y: 460,
    height: 360,
  });
});

test('footage of the frame’s shape is shown whole', () => {
  const size = { width: 1280, height: 720 };
  expect(innerBox(size, { width: 1920, height: 1080 })).toEqual({ x: 0, y: 0, ...size });
});
