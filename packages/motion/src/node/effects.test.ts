import { createRequire } from 'node:module';
import type { Layer, MotionInput, Shot } from '@animatic/schema';
import { type Canvas, createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { makeShot } from '../core/testing.ts';
import { renderPoster } from './poster.ts';
import { drawn, pixelAt, stillBox } from './testing.ts';

const FAMILY = 'Effects sans';
const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('@fontsource/inter/files/inter-latin-600-normal.woff2'), FAMILY);

const FRAME = { width: 240, height: 160 };
const SCALE = 2;
const size = { width: FRAME.width * SCALE, height: FRAME.height * SCALE };
const stills = stillBox();
const GROUND = '#f2f4f7';
const AT = 0.5;
const SECONDS = 1;

type Draw = (context: SKRSContext2D) => void;

interface Piece {
  box: [number, number, number, number];
  text?: string;
  draw: Draw;
}

/** A frame with one layer on a plain ground, drawn in frame pixels. */
function shotOf({ box: [x, y, width, height], text, draw }: Piece, motion: MotionInput): Shot {
  const box = { x, y, width, height };
  const scaled = (w: number, h: number, body: Draw) =>
    drawn(w * SCALE, h * SCALE, (context) => {
      context.scale(SCALE, SCALE);
      body(context);
    });
  const still = scaled(FRAME.width, FRAME.height, (context) => {
    context.fillStyle = GROUND;
    context.fillRect(0, 0, FRAME.width, FRAME.height);
    draw(context);
  });
  const own = scaled(width, height, (context) => {
    context.translate(-x, -y);
    draw(context);
  });
  const whole = { x: 0, y: 0, ...FRAME };
  const ground: Layer = {
    id: 'ground',
    name: 'ground',
    kind: 'group',
    box: whole,
    bounds: whole,
    clips: [],
    ground: {
      corners: [0, 0, 0, 0],
      fills: [{ type: 'SOLID', color: { r: 0xf2 / 255, g: 0xf4 / 255, b: 0xf7 / 255, a: 1 } }],
      shadows: [],
    },
  };
  const layer: Layer = {
    id: 'piece',
    name: 'piece',
    kind: text === undefined ? 'vector' : 'text',
    text,
    box,
    bounds: box,
    clips: [],
    picture: stills.put(own),
  };
  const shot = makeShot({ ...FRAME, scale: SCALE, layers: [ground, layer], motion, duration: 4 });
  return { ...shot, still: stills.put(still) };
}

async function painted(shot: Shot, seconds: number): Promise<Canvas> {
  const png = await renderPoster({ board: { shots: [shot] }, size, loadStill: stills.load, seconds });
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(await loadImage(png), 0, 0);
  return canvas;
}

type Layered = NonNullable<MotionInput['layers']>[number];

/** The frame when a layer's effect is `share` of the way. */
function during(piece: Piece, more: Partial<Layered> & Pick<Layered, 'effect'>, share: number) {
  // Straight on, so that a share of the time is a share of the way.
  const layer: Layered = { layers: ['piece'], at: AT, duration: SECONDS, easing: 'linear', ...more };
  return painted(shotOf(piece, { layers: [layer] }), AT + SECONDS * share);
}

/** How dark a frame pixel is against the ground: 0 the ground itself, 1 black. */
function ink(canvas: Canvas, x: number, y: number): number {
  const [red = 0] = pixelAt(canvas, Math.round(x * SCALE), Math.round(y * SCALE));
  return (0xf2 - red) / 0xf2;
}

function inkIn(canvas: Canvas, x: number, y: number, width: number, height: number): number {
  const { data } = canvas.getContext('2d').getImageData(x * SCALE, y * SCALE, width * SCALE, height * SCALE);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += 0xf2 - (data[at] ?? 0);
  return sum / 0xf2 / (SCALE * SCALE);
}

const pixels = (canvas: Canvas) =>
  Buffer.from(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data);

const BAR: Piece = {
  box: [100, 40, 40, 100],
  draw(context) {
    context.fillStyle = '#000';
    context.beginPath();
    context.roundRect(100, 40, 40, 100, [12, 12, 0, 0]);
    context.fill();
  },
};

const BLOCK: Piece = {
  box: [40, 40, 160, 80],
  draw(context) {
    context.fillStyle = '#000';
    context.fillRect(40, 40, 160, 80);
  },
};

describe('a bar that grows', () => {
  it('shows its rounded top at half its height, and nothing beneath the baseline', async () => {
    const canvas = await during(BAR, { effect: 'grow' }, 0.5);
    expect(ink(canvas, 120, 139)).toBeCloseTo(1, 2);
    expect(ink(canvas, 120, 141)).toBeCloseTo(0, 2);
    expect(ink(canvas, 120, 92)).toBeCloseTo(1, 2);
    expect(ink(canvas, 101, 91)).toBeCloseTo(0, 2);
    expect(ink(canvas, 120, 88)).toBeCloseTo(0, 2);
  });

  it('grows from the left where it lies', async () => {
    const canvas = await during(BLOCK, { effect: 'grow', from: 'left' }, 0.5);
    expect(ink(canvas, 42, 80)).toBeCloseTo(1, 2);
    expect(ink(canvas, 118, 80)).toBeCloseTo(1, 2);
    expect(ink(canvas, 122, 80)).toBeCloseTo(0, 2);
  });
});

describe('a wipe', () => {
  it('has a soft edge: all before it, nothing beyond, and less and less between', async () => {
    const canvas = await during(BLOCK, { effect: 'wipe' }, 0.5);
    const row = Array.from({ length: 52 }, (_, i) => ink(canvas, 42 + i * 3, 80));
    expect(row[0]).toBeCloseTo(1, 2);
    expect(row.at(-1)).toBeCloseTo(0, 2);
    expect(row.filter((value) => value > 0.05 && value < 0.95).length).toBeGreaterThan(3);
    for (const [i, value] of row.entries())
      if (i > 0) expect(value).toBeLessThanOrEqual((row[i - 1] ?? 1) + 0.01);
  });

  it('comes from any side', async () => {
    const canvas = await during(BLOCK, { effect: 'wipe', from: 'down' }, 0.5);
    expect(ink(canvas, 120, 118)).toBeGreaterThan(0.95);
    expect(ink(canvas, 120, 42)).toBeLessThan(0.05);
  });
});

describe('a mask reveal', () => {
  it('comes up from behind its lower edge: the top of the picture first', async () => {
    const canvas = await during(BAR, { effect: 'mask' }, 0.25);
    expect(ink(canvas, 120, 130)).toBeCloseTo(1, 2);
    expect(ink(canvas, 120, 110)).toBeCloseTo(0, 2);
    expect(ink(canvas, 101, 116)).toBeCloseTo(0, 2);
  });
});

/** Three quarters of a ring, from twelve, and a dot in its middle. */
const RING: Piece = {
  box: [80, 40, 80, 80],
  draw(context) {
    context.strokeStyle = '#000';
    context.lineWidth = 12;
    context.beginPath();
    context.arc(120, 80, 32, -Math.PI / 2, Math.PI);
    context.stroke();
    context.fillStyle = '#000';
    context.beginPath();
    context.arc(120, 80, 5, 0, Math.PI * 2);
    context.fill();
  },
};

describe('a ring that fills', () => {
  it('fills clockwise from twelve over the part of a turn that it has', async () => {
    const half = await during(RING, { effect: 'fill' }, 0.5);
    expect(ink(half, 120 + 32 * Math.SQRT1_2, 80 - 32 * Math.SQRT1_2)).toBeCloseTo(1, 2);
    // Half of three quarters: past three o'clock, not yet at six.
    expect(ink(half, 151, 84)).toBeCloseTo(1, 2);
    expect(ink(half, 122, 112)).toBeCloseTo(0, 2);
    expect(ink(half, 88, 84)).toBeCloseTo(0, 2);
  });

  it('leaves what stands in its middle alone', async () => {
    const early = await during(RING, { effect: 'fill' }, 0.15);
    for (const [x, y] of [
      [117, 80],
      [123, 80],
      [120, 77],
      [120, 83],
    ] as const)
      expect(ink(early, x, y)).toBeCloseTo(1, 2);
    expect(ink(early, 88, 80)).toBeCloseTo(0, 2);
  });
});

describe('a line that is drawn', () => {
  it('is drawn from where its ink begins to where it ends, with a crisp tip', async () => {
    const line: Piece = {
      box: [20, 40, 200, 80],
      draw(context) {
        context.fillStyle = '#000';
        context.fillRect(100, 76, 80, 8);
      },
    };
    const canvas = await during(line, { effect: 'draw' }, 0.5);
    expect(ink(canvas, 102, 80)).toBeCloseTo(1, 2);
    expect(ink(canvas, 136, 80)).toBeCloseTo(1, 1);
    expect(ink(canvas, 144, 80)).toBeCloseTo(0, 1);
  });
});

describe('a layer that comes out of a blur', () => {
  it('is soft at first, keeps its weight, and is sharp at the end', async () => {
    const soft = await during(BAR, { effect: 'blur' }, 0.6);
    const sharp = await during(BAR, { effect: 'blur' }, 2);
    expect(ink(sharp, 98, 100)).toBeCloseTo(0, 2);
    expect(ink(soft, 98, 100)).toBeGreaterThan(0.02);
    expect(ink(soft, 100.5, 100)).toBeLessThan(0.9);
    const whole = inkIn(sharp, 80, 20, 80, 138);
    expect(inkIn(soft, 80, 20, 80, 138) / whole).toBeGreaterThan(0.97);
    expect(inkIn(soft, 80, 20, 80, 138) / whole).toBeLessThan(1.03);
  });
});

const write =
  (lines: readonly string[], fontSize: number, x: number): Draw =>
  (context) => {
    context.font = `${fontSize}px "${FAMILY}"`;
    context.fillStyle = '#000';
    for (const [i, line] of lines.entries()) context.fillText(line, x, 30 + fontSize + i * fontSize * 1.3);
  };

const TEXT: Piece = {
  box: [10, 30, 220, 100],
  text: 'One two three\nfour five six',
  draw: write(['One two three', 'four five six'], 30, 10),
};

describe('a text', () => {
  it('comes word by word: whole words, the first line first', async () => {
    const canvas = await during(TEXT, { effect: 'words' }, 0.5);
    const still = await during(TEXT, { effect: 'words' }, 2);
    expect(inkIn(canvas, 10, 30, 56, 40)).toBeCloseTo(inkIn(still, 10, 30, 56, 40), 0);
    expect(inkIn(canvas, 10, 72, 220, 40)).toBeLessThan(inkIn(still, 10, 72, 220, 40) * 0.5);
    expect(inkIn(canvas, 150, 72, 80, 40)).toBeCloseTo(0, 1);
  });

  it('is typed letter by letter with a caret after the last', async () => {
    const early = await during(TEXT, { effect: 'type' }, 0.1);
    expect(inkIn(early, 10, 30, 24, 40)).toBeGreaterThan(20);
    expect(inkIn(early, 10, 30, 220, 100)).toBeLessThan(
      inkIn(await during(TEXT, { effect: 'type' }, 0.3), 10, 30, 220, 100),
    );
    expect(inkIn(early, 10, 72, 220, 50)).toBeCloseTo(0, 1);
  });

  it('comes up line by line, each from behind its own edge', async () => {
    const canvas = await during(TEXT, { effect: 'mask' }, 0.4);
    const upper = inkIn(canvas, 10, 30, 220, 39);
    const lower = inkIn(canvas, 10, 71, 220, 40);
    expect(upper).toBeGreaterThan(lower);
    expect(lower).toBeGreaterThan(0);
  });

  it.each(['words', 'type', 'mask', 'blur', 'wipe'] as const)(
    'that has come by %s is the still, to the byte',
    async (effect) => {
      const shot = shotOf(TEXT, { layers: [{ layers: ['piece'], effect, at: AT, duration: SECONDS }] });
      const still = await painted(shotOf(TEXT, {}), 0);
      expect(pixels(await painted(shot, AT + SECONDS)).equals(pixels(still))).toBe(true);
    },
  );

  it.each(['words', 'type', 'mask', 'blur', 'wipe', 'count', 'rise', 'pop'] as const)(
    'does not jump when %s ends: a moment before it is as good as the still',
    async (effect) => {
      const shot = shotOf(TEXT, { layers: [{ layers: ['piece'], effect, at: AT, duration: SECONDS }] });
      const [before, after] = await Promise.all(
        [AT + SECONDS - 0.001, AT + SECONDS].map((seconds) => painted(shot, seconds)),
      );
      const [a, b] = [pixels(before!), pixels(after!)];
      let most = 0;
      for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
      expect(most).toBeLessThanOrEqual(6);
    },
  );
});

describe('a number that counts', () => {
  const NUMBER: Piece = {
    box: [10, 30, 220, 60],
    text: '$2,480',
    draw: write(['$2,480'], 48, 12),
  };

  it('leaves the currency standing, and changes its digits', async () => {
    const [half, still] = await Promise.all(
      [0.5, 2].map((share) => during(NUMBER, { effect: 'count' }, share)),
    );
    expect(inkIn(half!, 10, 30, 30, 60)).toBeCloseTo(inkIn(still!, 10, 30, 30, 60), 0);
    expect(pixels(half!).equals(pixels(still!))).toBe(false);
    expect(inkIn(half!, 45, 30, 150, 60)).toBeGreaterThan(inkIn(still!, 45, 30, 150, 60) * 0.5);
  });
});

describe('what is drawn over a picture', () => {
  const box = { x: 100, y: 60, width: 40, height: 30 };
  const over = (effect: 'dim' | 'highlight' | 'tap', seconds: number, boxes = [box]) =>
    painted(shotOf(BLOCK, { overlays: [{ effect, boxes, at: 0.5, duration: 2 }] }), seconds);

  it('dims all but its boxes, and lets them be', async () => {
    const canvas = await over('dim', 1.5);
    expect(ink(canvas, 120, 75)).toBeCloseTo(1, 2);
    expect(ink(canvas, 50, 50)).toBeLessThan(0.4);
    expect(ink(canvas, 50, 50)).toBeGreaterThan(0.1);
  });

  it('comes and goes softly: before and after it the picture is the still', async () => {
    const still = pixels(await painted(shotOf(BLOCK, {}), 0));
    for (const effect of ['dim', 'highlight', 'tap'] as const) {
      expect(pixels(await over(effect, 0.49)).equals(still)).toBe(true);
      expect(pixels(await over(effect, 2.51)).equals(still)).toBe(true);
      expect(pixels(await over(effect, 1.5)).equals(still)).toBe(false);
    }
  });

  it('rings a box, outside of it', async () => {
    const far = { x: 60, y: 125, width: 30, height: 14 };
    const [canvas, still] = await Promise.all([over('highlight', 1.5, [far]), painted(shotOf(BLOCK, {}), 0)]);
    const inside = (picture: Canvas) => inkIn(picture, 64, 128, 20, 8);
    expect(inside(canvas)).toBeCloseTo(inside(still), 0);
    expect(inkIn(canvas, 50, 121, 60, 30)).toBeGreaterThan(inkIn(still, 50, 121, 60, 30) + 5);
  });

  it('taps in the middle of its box', async () => {
    const blank = { x: 180, y: 125, width: 20, height: 16 };
    const [canvas, still] = await Promise.all([over('tap', 1.5, [blank]), painted(shotOf(BLOCK, {}), 0)]);
    expect(pixels(canvas).equals(pixels(still))).toBe(false);
    expect(inkIn(canvas, 189, 132, 6, 8)).toBeGreaterThan(inkIn(still, 189, 132, 6, 8));
  });
});
