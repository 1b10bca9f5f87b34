import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { DrawItem } from '../core/draw-list.ts';
import { type Cut, IDENTITY } from '../core/effects/pose.ts';
import { type Affine, multiply } from '../core/geometry.ts';
import { type PreparedBitmaps, paint } from '../core/index.ts';
import type { Aids, Prepared } from '../core/paint/aids.ts';
import { softAlpha, softOf } from '../core/paint/cuts.ts';
import { choose } from '../core/paint/paint-pieces.ts';
import { accentOf } from '../core/stage/accent.ts';
import { createNodeHost, type NodeBitmap, skia, surface } from './host.ts';
import { drawn, pixelAt } from './testing.ts';

const size = { width: 100, height: 80 };
const BOX = { x: 30, y: 30, width: 40, height: 20 };

/** A black box of 40 × 20, at one and at two pixels a frame pixel. */
const black = (scale: number): Prepared<NodeBitmap> => ({
  image: drawn(40 * scale, 20 * scale, (context) => context.fillRect(0, 0, 40 * scale, 20 * scale)),
  box: BOX,
});

function bitmaps(aids: Aids<NodeBitmap> = {}): PreparedBitmaps<NodeBitmap> {
  const sheets: ReturnType<typeof surface>[] = [];
  return {
    host: createNodeHost(),
    backdrop: () => createCanvas(size.width, size.height),
    get: () => [black(1), black(2)],
    aids: () => aids,
    scratch: (depth) => (sheets[depth] ??= surface(size.width, size.height)),
  };
}

function painted(
  more: { matrix?: Affine; cuts?: Cut[]; opacity?: number; blur?: number },
  aids?: Aids<NodeBitmap>,
): Canvas {
  const item: DrawItem = {
    kind: 'bitmap',
    bitmap: { shot: 0, what: 'layer', layer: 'l' },
    matrix: more.matrix ?? IDENTITY,
    place: IDENTITY,
    clips: [],
    cuts: more.cuts ?? [],
    blur: more.blur ?? 0,
    opacity: more.opacity ?? 1,
  };
  const canvas = createCanvas(size.width, size.height);
  paint(skia(canvas.getContext('2d')), { size, items: [item] }, bitmaps(aids));
  return canvas;
}

const alphaAt = (canvas: Canvas, x: number, y: number) => pixelAt(canvas, x, y)[3] ?? 0;

/** About the box's middle, clockwise. */
function turned(degrees: number): Affine {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const about = multiply({ ...IDENTITY, e: 50, f: 40 }, { a: c, b: s, c: -s, d: c, e: 0, f: 0 });
  return multiply(about, { ...IDENTITY, e: -50, f: -40 });
}

describe('a layer that is turned', () => {
  it('stands upright after a quarter of a turn', () => {
    const canvas = painted({ matrix: turned(90) });
    expect(alphaAt(canvas, 50, 22)).toBe(255);
    expect(alphaAt(canvas, 50, 57)).toBe(255);
    expect(alphaAt(canvas, 34, 40)).toBe(0);
    expect(alphaAt(canvas, 65, 40)).toBe(0);
  });

  it('lies on its diagonal after an eighth', () => {
    const canvas = painted({ matrix: turned(45) });
    expect(alphaAt(canvas, 61, 51)).toBe(255);
    expect(alphaAt(canvas, 39, 51)).toBe(0);
  });

  it('is drawn from a bitmap with pixels to spare, whichever way it points', () => {
    const sizes = [black(1), black(2)];
    expect(choose(sizes, IDENTITY)?.aligned).toBe(true);
    expect(choose(sizes, turned(90))?.prepared.image.width).toBe(80);
    expect(choose(sizes, turned(30))?.aligned).toBe(false);
  });
});

describe('a soft edge', () => {
  it.each(['left', 'right', 'up', 'down'] as const)('is in every pixel what it says: from the %s', (from) => {
    const cut = { kind: 'wipe', box: BOX, from, share: 0.6, feather: 12 } as const;
    const canvas = painted({ cuts: [cut] });
    const edge = softOf(cut, IDENTITY);
    for (let y = BOX.y; y < BOX.y + BOX.height; y++)
      for (let x = BOX.x; x < BOX.x + BOX.width; x++)
        expect(Math.abs(alphaAt(canvas, x, y) - softAlpha(edge, x + 0.5, y + 0.5) * 255)).toBeLessThanOrEqual(
          3,
        );
  });

  it('lets nothing through at first and all at last', () => {
    const alphas = (share: number) => {
      const canvas = painted({ cuts: [{ kind: 'wipe', box: BOX, from: 'left', share, feather: 12 }] });
      return [31, 50, 68].map((x) => alphaAt(canvas, x, 40));
    };
    expect(alphas(0)).toEqual([0, 0, 0]);
    expect(alphas(1)).toEqual([255, 255, 255]);
  });

  it('goes with the layer, and opacity comes on top', () => {
    const cut = { kind: 'wipe', box: BOX, from: 'left', share: 0.5, feather: 1 } as const;
    const canvas = painted({ cuts: [cut], matrix: { ...IDENTITY, e: 20 }, opacity: 0.5 });
    expect(alphaAt(canvas, 55, 40)).toBeCloseTo(128, -1);
    expect(alphaAt(canvas, 80, 40)).toBe(0);
  });
});

describe('a box that cuts', () => {
  it('stands while the layer moves behind it', () => {
    const cut = { kind: 'box', box: BOX, corners: [0, 0, 0, 0] } satisfies Cut;
    const canvas = painted({ cuts: [cut], matrix: { ...IDENTITY, f: 10 } });
    expect(alphaAt(canvas, 50, 38)).toBe(0);
    expect(alphaAt(canvas, 50, 42)).toBe(255);
    expect(alphaAt(canvas, 50, 49)).toBe(255);
    expect(alphaAt(canvas, 50, 51)).toBe(0);
  });
});

describe('a mix of two blurs', () => {
  it('is as strong as each of them: shares add up to one', () => {
    const copy = (radius: number) => ({ ...black(1), radius });
    const canvas = painted({ blur: 3 }, { blurred: [copy(2), copy(4)] });
    expect(alphaAt(canvas, 50, 40)).toBeGreaterThanOrEqual(254);
  });

  it('is the sharp one where there are no copies', () => {
    expect(alphaAt(painted({ blur: 3 }), 50, 40)).toBe(255);
  });
});

describe('a design’s accent', () => {
  const still = (draw: (context: ReturnType<Canvas['getContext']>) => void) =>
    drawn(640, 400, (context) => {
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, 640, 400);
      draw(context);
    });
  const white = { r: 1, g: 1, b: 1, a: 1 };

  it('is its button’s colour, not a photo’s', () => {
    const canvas = still((context) => {
      const photo = context.createLinearGradient(0, 0, 640, 200);
      photo.addColorStop(0, '#c8321e');
      photo.addColorStop(1, '#1e8c46');
      context.fillStyle = photo;
      context.fillRect(0, 0, 640, 200);
      context.fillStyle = '#2f6bff';
      context.fillRect(40, 300, 120, 40);
    });
    expect(accentOf(createNodeHost(), canvas, white)).toEqual({ r: 47 / 255, g: 107 / 255, b: 1, a: 1 });
  });

  it('is none where all is grey, or hardly stands out', () => {
    const grey = still((context) => {
      context.fillStyle = '#333842';
      context.fillRect(40, 40, 300, 40);
    });
    expect(accentOf(createNodeHost(), grey, white)).toBeUndefined();
    const pale = still((context) => {
      context.fillStyle = '#fff27a';
      context.fillRect(40, 40, 300, 40);
    });
    expect(accentOf(createNodeHost(), pale, white)).toBeUndefined();
  });
});
