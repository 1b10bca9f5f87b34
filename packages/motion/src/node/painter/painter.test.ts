import {
  type Layer,
  layerEffects,
  overlayEffects,
  type Rect,
  type Shot,
  type StoryboardInput,
  storyboardSchema,
  transitionKinds,
} from '@animatic/schema';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { choreograph, createStage, effects, paint, sample, stillsOfShot } from '../../core/index.ts';
import { makeShot } from '../../core/testing.ts';
import { createPixelKernel } from '../../kernel/pixel-kernel.ts';
import { openFrames } from '../frames.ts';
import { createNodeHost, type NodeBitmap, skia } from '../host.ts';
import { decodeStills, openShot } from '../stills.ts';
import { drawn, stillBox } from '../testing.ts';
import { createPainter } from './painter.ts';
import { createSprites } from './sprite.ts';
import { createSpriteHost } from './sprite-host.ts';

const size = { width: 320, height: 180 };
const FPS = 12;
const stills = stillBox();

/** A screen with a gradient, a hairline and two cards that lie over one another, and what it is made of. */
function screen(hue: number, frame = { width: 320, height: 180 }) {
  const whole = { x: 0, y: 0, ...frame };
  const ground = drawn(frame.width * 2, frame.height * 2, (context) => {
    const sky = context.createLinearGradient(0, 0, 0, frame.height * 2);
    sky.addColorStop(0, `hsl(${hue} 40% 96%)`);
    sky.addColorStop(1, `hsl(${hue} 40% 82%)`);
    context.fillStyle = sky;
    context.fillRect(0, 0, frame.width * 2, frame.height * 2);
    context.fillStyle = '#222';
    context.fillRect(40, 40, frame.width, 2);
  });
  const cards = [0, 1].map((index) => {
    const box = { x: 30 + index * 90, y: 50 + index * 12, width: 140, height: 80 };
    const canvas = drawn(box.width * 2, box.height * 2, (context) => {
      context.fillStyle = `hsl(${hue + index * 40} 60% 45%)`;
      context.roundRect(0, 0, box.width * 2, box.height * 2, 24);
      context.fill();
      context.fillStyle = '#fff';
      for (let word = 0; word < 3; word++) context.fillRect(24 + word * 70, 30, 50, 16);
      context.fillRect(24, 70, 180, 3);
    });
    return { name: `card ${index}`, box, canvas };
  });
  const still = drawn(frame.width * 2, frame.height * 2, (context) => {
    context.drawImage(ground, 0, 0);
    for (const { box, canvas } of cards) context.drawImage(canvas, box.x * 2, box.y * 2);
  });
  const layerOf = (name: string, box: Rect, canvas: Canvas): Layer => ({
    id: name,
    name,
    kind: 'text',
    text: 'one two three',
    box,
    bounds: box,
    clips: [],
    path: [name],
    picture: stills.put(canvas),
  });
  const layers = [
    layerOf('ground', whole, ground),
    ...cards.map(({ name, box, canvas }) => layerOf(name, box, canvas)),
  ];
  return { layers, still: stills.put(still), frame };
}

function shotOf(
  id: string,
  { layers, still, frame }: ReturnType<typeof screen>,
  more: Partial<Parameters<typeof makeShot>[0]>,
): Shot {
  return { ...makeShot({ id, ...frame, scale: 2, layers, duration: 1.5, ...more }), still };
}

const boardOf = (shots: Shot[], more: Partial<StoryboardInput> = {}) =>
  storyboardSchema.parse({
    version: 2,
    title: 'Test',
    format: { aspect: '16:9', resolution: 480, fps: FPS },
    shots,
    ...more,
  });

const one = screen(210);
const two = screen(20);
const phone = screen(150, { width: 120, height: 240 });
const all = ['card 0', 'card 1'];
const boards = [
  ...layerEffects.map((effect) => {
    const phase = effects[effect].phases[0] ?? 'enter';
    const motion = { layers: [{ layers: all, phase, effect, at: 0.2, duration: 0.6, stagger: 0.2 }] };
    return [effect, boardOf([shotOf('a', one, { motion })])] as const;
  }),
  ...overlayEffects.map((effect) => {
    const motion = { overlays: [{ effect, boxes: [one.layers[1]!.box], at: 0.1, duration: 1.2 }] };
    return [effect, boardOf([shotOf('a', one, { motion })])] as const;
  }),
  ...transitionKinds.flatMap((kind) =>
    [one, phone].map((first) => {
      const transition = { kind, direction: 'left' as const, duration: 0.8 };
      const shots = [shotOf('a', first, { transition }), shotOf('b', first === phone ? phone : two, {})];
      return [`${kind} of ${first === phone ? 'screens' : 'pictures'}`, boardOf(shots)] as const;
    }),
  ),
  [
    'push in',
    boardOf([shotOf('a', one, { motion: { camera: [{ move: 'push-in', amount: 1.6 }] } })]),
  ] as const,
];

async function frames(board: (typeof boards)[number][1], more: { skip?: number; pixels?: 'rgba' } = {}) {
  const result: Buffer[] = [];
  for await (const { data } of openFrames({ board, size, fps: FPS, loadStill: stills.load, ...more }))
    result.push(Buffer.from(data));
  return result;
}

/** The frames as they come where every size of every bitmap is made. */
async function withAllSizes(board: (typeof boards)[number][1], indices: readonly number[]) {
  const timeline = choreograph(board, size);
  const kernel = createPixelKernel();
  const sprites = createSprites(kernel);
  const host = createSpriteHost(kernel, sprites);
  const stage = createStage(host, board.shots, timeline);
  for (const [index, shot] of board.shots.entries()) await openShot(stage, index, shot, stills.load, host);
  const painter = createPainter({ size, layout: 'i420', kernel, sprites, host });
  return indices.map((index) => {
    painter.paint(sample(timeline, index / FPS), stage);
    return Buffer.from(painter.read());
  });
}

/** What the browser's painter draws: the same code, on Skia. */
async function onCanvas(board: (typeof boards)[number][1], seconds: number) {
  const timeline = choreograph(board, size);
  const stage = createStage<NodeBitmap>(createNodeHost(), board.shots, timeline);
  for (const [index, shot] of board.shots.entries())
    stage.open(index, (await decodeStills(stillsOfShot(shot, true), stills.load)).bitmapOf);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  paint(skia(context), sample(timeline, seconds), stage);
  return context.getImageData(0, 0, size.width, size.height).data;
}

function psnr(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return 10 * Math.log10((255 * 255 * a.length) / Math.max(1e-9, sum));
}

describe('the painter', () => {
  it.each(boards)('gives the same bytes wherever it begins (%s)', async (_, board) => {
    const whole = await frames(board);
    expect(whole.length).toBeGreaterThan(10);
    for (const skip of [4, 9]) {
      const rest = await frames(board, { skip });
      expect(rest).toHaveLength(whole.length - skip);
      for (const [index, data] of rest.entries()) expect(data.equals(whole[index + skip]!)).toBe(true);
    }
  });

  it.each(boards)('gives the same bytes as from bitmaps of all sizes (%s)', async (_, board) => {
    const some = await frames(board);
    const indices = [...some.keys()].filter((index) => index % 3 === 0);
    for (const [at, data] of (await withAllSizes(board, indices)).entries())
      expect(data.equals(some[indices[at]!]!)).toBe(true);
  });

  it.each(boards)('draws what the browser’s painter draws (%s)', async (_, board) => {
    const whole = await frames(board, { pixels: 'rgba' });
    for (const index of [3, 7, 12]) {
      const other = await onCanvas(board, index / FPS);
      // So small a picture is nearly all edges, and Skia's filter is another one between pixels.
      expect(psnr(whole[index]!, other)).toBeGreaterThan(35);
    }
  });
});
