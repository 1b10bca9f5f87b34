import type { Layer, Shot } from '@animatic/schema';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../core/index.ts';
import { makeShot, rising } from '../core/testing.ts';
import { renderPoster } from './poster.ts';
import { drawn, pixelAt, stillBox } from './testing.ts';

const size = { width: 640, height: 360 };
const stills = stillBox();

/** Horizontal bars of one frame pixel, every other one black. */
function bars(width: number, height: number) {
  return drawn(width, height, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#000';
    for (let y = 0; y < height; y += 2) context.fillRect(0, y, width, 1);
  });
}

async function shown(shot: Shot, seconds: number) {
  const board = { shots: [shot] };
  const png = await renderPoster({ board, size, loadStill: stills.load, seconds });
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(await loadImage(png), 0, 0);
  return canvas;
}

describe('a picture at rest', () => {
  it('is painted pixel by pixel, unresampled', async () => {
    const shot = { ...makeShot({ width: 640, height: 360, scale: 1 }), still: stills.put(bars(640, 360)) };
    const canvas = await shown(shot, 0);
    expect([0, 1, 2, 3].map((y) => pixelAt(canvas, 300, y)[0])).toEqual([0, 255, 0, 255]);
    expect(pixelAt(canvas, 639, 359)[0]).toBe(255);
  });

  it('is put together from its tiles without a seam', async () => {
    const [left, right] = [0, 1].map((i) =>
      stills.put(
        drawn(320, 360, (context) => {
          context.fillStyle = i === 0 ? '#f00' : '#00f';
          context.fillRect(0, 0, 320, 360);
        }),
      ),
    );
    const tiles = [left!.tiles[0]!, { ...right!.tiles[0]!, x: 320 }];
    const canvas = await shown(
      { ...makeShot({ width: 640, height: 360, scale: 1 }), still: { width: 640, height: 360, tiles } },
      0,
    );
    expect(pixelAt(canvas, 319, 100)).toEqual([255, 0, 0, 255]);
    expect(pixelAt(canvas, 320, 100)).toEqual([0, 0, 255, 255]);
  });
});

describe('a screen', () => {
  const white = stills.put(
    drawn(200, 300, (context) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 200, 300);
    }),
  );
  const shot = { ...makeShot({ width: 200, height: 300, scale: 1 }), still: white };

  it('stands on a ground of its design, never on black, with a shadow below', async () => {
    const canvas = await shown(shot, 0);
    for (const [x, y] of [
      [2, 2],
      [637, 2],
      [2, 357],
      [637, 357],
      [100, 180],
    ] as const)
      expect(Math.min(...pixelAt(canvas, x, y).slice(0, 3))).toBeGreaterThan(190);
    const below = pixelAt(canvas, 320, 332)[0]!;
    expect(below).toBeLessThan(pixelAt(canvas, 60, 332)[0]! - 8);
  });

  it('has rounded corners', async () => {
    const canvas = await shown(shot, 0);
    const scene = choreograph({ shots: [shot] }, size).shots[0]!.scene;
    expect(pixelAt(canvas, scene.picture.x, scene.picture.y)[0]).toBeLessThan(245);
    expect(pixelAt(canvas, scene.picture.x + 20, scene.picture.y + 20)).toEqual([255, 255, 255, 255]);
  });
});

describe('hostile pictures', () => {
  const huge: Layer = {
    id: 'huge',
    name: 'huge',
    kind: 'shape',
    box: { x: -500_000, y: -500_000, width: 1e6, height: 1e6 },
    bounds: { x: -500_000, y: -500_000, width: 1e6, height: 1e6 },
    clips: [],
    ground: {
      corners: [0, 0, 0, 0],
      fills: [{ type: 'SOLID', color: { r: 0, g: 1, b: 0, a: 1 } }],
      shadows: [],
    },
  };

  it('draws only what can be seen of a layer without end', async () => {
    const still = stills.put(bars(640, 360));
    const shot = {
      ...makeShot({ width: 640, height: 360, scale: 1, layers: [huge], motion: rising(['huge'], 0, 1) }),
      still,
    };
    expect(pixelAt(await shown(shot, 0.9), 320, 100)).toEqual([0, 255, 0, 255]);
  });

  it('refuses a picture that no memory holds', async () => {
    const { tiles } = stills.put(bars(64, 64));
    const shot = {
      ...makeShot({ width: 640, height: 360 }),
      still: { width: 65_536, height: 65_536, tiles: [...tiles, ...tiles] },
    };
    await expect(shown(shot, 0)).rejects.toThrow(/at most 100 megapixels/);
  });

  it('places a frame that is all length', () => {
    const { picture, scaleY } = choreograph(
      { shots: [{ ...makeShot({}), size: { width: 1e6, height: 1 } }] },
      size,
    ).shots[0]!.scene;
    expect(picture.height).toBe(1);
    expect(Number.isFinite(scaleY)).toBe(true);
  });
});

describe('a screen without a ground of its own', () => {
  it('throws no shadow of a box, one with a ground does', async () => {
    const pictured = (fill: string) => ({
      ...makeShot({ width: 100, height: 200, scale: 2, background: undefined }),
      still: stills.put(
        drawn(200, 400, (context) => {
          context.fillStyle = fill;
          context.fillRect(0, 0, 200, 400);
          context.fillStyle = '#000';
          context.fillRect(80, 180, 40, 40);
        }),
      ),
    });
    const below = async (fill: string) => {
      const canvas = await shown(pictured(fill), 0);
      return (pixelAt(canvas, 320, 334)[0] ?? 0) - (pixelAt(canvas, 40, 334)[0] ?? 0);
    };
    // The ground is lightest in its middle.
    expect(await below('rgba(0, 0, 0, 0)')).toBeGreaterThan(0);
    expect(await below('#fff')).toBeLessThan(-10);
  });
});
