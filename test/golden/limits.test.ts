import { StillUnreadable } from '@animatic/motion/node';
import {
  MAX_SHOTS,
  type MotionInput,
  motionSchema,
  STORYBOARD_VERSION,
  shotSchema,
  storyboardSchema,
  transitionSchema,
} from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { fromI420 } from '../measure/i420.ts';
import { hashes, rawFrames, type TestBoard } from './support/clip.ts';
import { box, write } from './support/kit.ts';
import { capture, type Piece, type Screen, stillsInMemory } from './support/screen.ts';
import { specimen } from './support/specimen.ts';

const stills = stillsInMemory();
const SMALL = { width: 96, height: 54 };
const busy: MotionInput = { camera: [{ move: 'push-in' }], layers: [] };

function screenOf(width: number, height: number, pieces: Piece[] = [block(0, width, height)]): Screen {
  return { name: `${width}x${height}`, width, height, background: '#dfe6ea', pieces };
}

function block(i: number, width: number, height: number): Piece {
  return {
    id: `block-${i}`,
    kind: 'shape',
    text: `Block ${i}`,
    box: { x: width * 0.2, y: height * 0.2, width: width * 0.6, height: height * 0.6 },
    draw(context) {
      box(context, [width * 0.2, height * 0.2, width * 0.6, height * 0.6], 0, `hsl(${i * 41} 60% 45%)`);
    },
  };
}

/** Every frame is there, of the right size, and not one flat colour. */
async function isDrawn(board: TestBoard, size = SMALL, fps = 12) {
  const frames = await rawFrames(board, stills, { size, fps });
  expect(frames.length).toBeGreaterThan(0);
  const last = frames.at(-1)!;
  expect(last.data.length).toBe(size.width * size.height * 1.5);
  const luma = last.data.subarray(0, size.width * size.height);
  const [darkest, lightest] = luma.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [255, 0],
  );
  expect(lightest - darkest).toBeGreaterThan(8);
  return frames;
}

describe('stills of every size', () => {
  test.each([
    [333, 77],
    [77, 333],
    [1001, 563],
    [3, 5],
  ])('%d × %d is drawn', async (width, height) => {
    const motion = motionSchema.parse({
      ...busy,
      layers: [{ layers: ['block-0'], effect: 'rise', at: 0, duration: 0.3 }],
    });
    await isDrawn({ shots: [capture(stills, screenOf(width, height), { duration: 0.5, motion }, 1)] });
  });

  test('one pixel is drawn', async () => {
    const shot = capture(stills, screenOf(1, 1, []), { duration: 0.5, motion: motionSchema.parse(busy) }, 1);
    const [frame] = await rawFrames({ shots: [shot] }, stills, { size: SMALL });
    const middle = fromI420(frame!).data.subarray((27 * 96 + 48) * 4, (27 * 96 + 48) * 4 + 3);
    for (const [i, value] of [0xdf, 0xe6, 0xea].entries())
      expect(Math.abs(middle[i]! - value)).toBeLessThan(6);
  });

  test('4096 × 4096 is drawn', async () => {
    await isDrawn({ shots: [capture(stills, screenOf(4096, 4096), { duration: 0.5 }, 1)] });
  });
});

test('a clip of 3840 × 2160 is drawn', async () => {
  const shot = capture(stills, screenOf(960, 540), { duration: 0.5, motion: motionSchema.parse(busy) });
  await isDrawn({ shots: [shot] }, { width: 3840, height: 2160 });
});

test('alpha everywhere: a translucent still shows the clip’s ground, never black', async () => {
  const canvas = createCanvas(96, 54);
  const context = canvas.getContext('2d');
  context.fillStyle = 'rgba(40, 90, 200, 0.3)';
  context.fillRect(10, 10, 60, 30);
  const shot = capture(stills, screenOf(96, 54), { duration: 0.5 }, 1);
  const clear = shotSchema.parse({
    ...shot,
    still: stills.put(canvas),
    layers: [],
    background: { r: 0, g: 0, b: 0, a: 0 },
  });
  const [frame] = await rawFrames({ shots: [clear] }, stills, { size: SMALL });
  const { data } = fromI420(frame!);
  for (const [x, y] of [
    [2, 2],
    [93, 50],
  ] as const)
    expect(Math.max(...data.subarray((y * 96 + x) * 4, (y * 96 + x) * 4 + 3))).toBeGreaterThan(120);
});

describe('many of everything', () => {
  const cells = Array.from(
    { length: 64 },
    (_, i): Piece => ({
      id: `cell-${i}`,
      name: 'Cell',
      kind: 'component',
      text: `${i}`,
      box: { x: 8 + (i % 8) * 58, y: 6 + Math.floor(i / 8) * 33, width: 52, height: 28 },
      draw(context) {
        box(context, [8 + (i % 8) * 58, 6 + Math.floor(i / 8) * 33, 52, 28], 6, '#ffffff');
        write(context, `${i}`, 16 + (i % 8) * 58, 25 + Math.floor(i / 8) * 33, { size: 13, weight: 600 });
      },
    }),
  );

  test('64 layers move at once', async () => {
    const layers = [
      { layers: cells.map(({ id }) => id), effect: 'rise' as const, at: 0, duration: 0.4, stagger: 0.005 },
    ];
    const shot = capture(
      stills,
      screenOf(480, 270, cells),
      { duration: 1, motion: motionSchema.parse({ layers }) },
      1,
    );
    const frames = await isDrawn({ shots: [shot] }, { width: 240, height: 136 });
    expect(new Set(frames.map(({ data }) => Buffer.from(data).toString('base64'))).size).toBeGreaterThan(4);
  });

  test('60 shots follow one another, a shot more is refused', async () => {
    const one = capture(stills, screenOf(96, 54), { duration: 0.5 }, 1);
    const shots = Array.from({ length: MAX_SHOTS }, (_, i) => ({ ...one, id: `shot-${i}` }));
    expect(await rawFrames({ shots }, stills, { size: SMALL })).toHaveLength(MAX_SHOTS * 6);
    const more = storyboardSchema.safeParse({
      version: STORYBOARD_VERSION,
      title: '',
      format: { aspect: '16:9', resolution: 1080, fps: 30 },
      shots: [...shots, { ...one, id: 'one-more' }],
    });
    expect(more.error?.issues[0]?.message).toMatch(/at most 60 shots/);
  });

  test('the shortest shots keep their transitions within them', async () => {
    const transition = transitionSchema.parse({ kind: 'push', duration: 5 });
    const shots = [0, 1, 2].map((i) => ({
      ...capture(stills, screenOf(96, 54), { duration: 0.5, transition }, 1),
      id: `short-${i}`,
    }));
    // Each of the two transitions takes half of a shot.
    expect(await rawFrames({ shots }, stills, { size: SMALL })).toHaveLength(12);
    const none = shotSchema.safeParse({ ...shots[0], duration: 0 });
    expect(none.error?.issues[0]?.path).toEqual(['duration']);
  });
});

describe('words of every kind', () => {
  const WORDS = ['مرحبا بالعالم، ١٢٣', '東京の朝ごはん、二千円', '👩‍👩‍👧 🏳️‍🌈 ready? 🚀'];

  test.each(WORDS)('%s as a layer’s text, typed on and burnt in', async (text) => {
    const screen: Screen = {
      ...specimen,
      pieces: specimen.pieces.map((piece) =>
        piece.id === 'headline' ? { ...piece, name: text, text } : piece,
      ),
    };
    const motion = motionSchema.parse({
      layers: [
        { layers: ['headline'], effect: 'type', at: 0, duration: 0.3 },
        { layers: ['lead'], effect: 'words', at: 0, duration: 0.3 },
      ],
    });
    const caption = { direction: '', line: text, title: text };
    const shot = capture(stills, screen, { duration: 1, motion, caption });
    const board = { shots: [shot], lines: { burnIn: true } };
    const size = { width: 480, height: 270 };
    const once = await hashes(board, stills, { size });
    expect(await hashes(board, stills, { size })).toEqual(once);
    await isDrawn(board, size);
  });

  test('a caption of 10,000 characters is refused by its place and its limit', () => {
    const shot = capture(stills, screenOf(96, 54), { duration: 1 }, 1);
    const long = shotSchema.safeParse({ ...shot, caption: { direction: 'word '.repeat(2000) } });
    expect(long.error?.issues[0]).toMatchObject({
      path: ['caption', 'direction'],
      code: 'too_big',
      maximum: 4000,
    });
  });
});

describe('what is wrong is said', () => {
  test('a still that is no picture is named', async () => {
    const shot = capture(stills, screenOf(96, 54), { duration: 0.5 }, 1);
    const broken = { ...stills, load: async () => new Uint8Array([1, 2, 3]) };
    await expect(rawFrames({ shots: [shot] }, broken, { size: SMALL })).rejects.toThrow(StillUnreadable);
    await expect(rawFrames({ shots: [shot] }, broken, { size: SMALL })).rejects.toThrow(
      shot.still.tiles[0]!.still,
    );
  });

  test('a motion of layers that are not there is passed over', async () => {
    const motion = motionSchema.parse({
      layers: [{ layers: ['nobody'], effect: 'rise', at: 0, duration: 0.4 }],
      overlays: [{ effect: 'tap', boxes: [{ x: -900, y: 9000, width: 0, height: 0 }], at: 0, duration: 0.4 }],
      camera: [{ move: 'dolly', focus: { x: 1e6, y: 1e6, width: 0, height: 0 } }],
    });
    await isDrawn({ shots: [capture(stills, screenOf(96, 54), { duration: 0.5, motion }, 1)] });
  });
});
