import { describe, expect, it } from 'vitest';
import { boundsOf } from './export-bitmap.ts';
import { pngSize } from './png.ts';
import { pngHead } from './testing/figma-stub.ts';

describe('the page pixels of an export', () => {
  const render = { x: 10.2, y: 20, width: 30.5, height: 40 };
  const box = { x: 14, y: 24, width: 20, height: 30 };

  it('are those around the render bounds', () => {
    expect(boundsOf({ width: 62, height: 80 }, 2, [render, box])).toEqual({
      x: 10,
      y: 20,
      width: 31,
      height: 40,
    });
  });

  it('are those of the box where the picture has its size', () => {
    expect(boundsOf({ width: 40, height: 60 }, 2, [render, box])).toEqual(box);
  });

  it('may end on pixels of the picture instead of the page’s', () => {
    const between = { x: 10.5, y: 0, width: 390, height: 844 };
    expect(boundsOf({ width: 780, height: 1688 }, 2, [between])).toEqual(between);
  });

  it('are unknown where the picture has neither', () => {
    expect(boundsOf({ width: 99, height: 99 }, 2, [render, box])).toBeNull();
  });

  it('take rounding noise for none, unless the picture shows that Figma did not', () => {
    const noisy = { x: 9.99999, y: 0, width: 10.00001, height: 10 };
    expect(boundsOf({ width: 10, height: 10 }, 1, [noisy])).toMatchObject({ x: 10, width: 10 });
    expect(boundsOf({ width: 11, height: 10 }, 1, [noisy])).toMatchObject({ x: 9, width: 11 });
  });
});

describe('a PNG’s size', () => {
  it('is read from its head', () => {
    expect(pngSize(pngHead(1170, 2532))).toEqual({ width: 1170, height: 2532 });
  });

  it('is none for anything else', () => {
    expect(pngSize(new Uint8Array(40))).toBeNull();
    expect(pngSize(pngHead(1, 1).slice(0, 20))).toBeNull();
  });
});
