import type { Shot, Size, Transition } from '@animatic/schema';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { makeShot } from '../core/testing.ts';
import { type FrameOptions, openFrames } from './frames.ts';
import { renderPoster } from './poster.ts';
import type { FootageSource } from './reel.ts';
import { drawn, pixelAt, stillBox } from './testing.ts';

const size = { width: 320, height: 180 };
const fps = 20;
const stills = stillBox();
const white = stills.put(
  drawn(320, 180, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 320, 180);
  }),
);
const dissolve: Transition = { kind: 'dissolve', direction: 'left', duration: 0.5 };

/** Footage whose grey is the tenth of a second that it is on, ten levels each: what was asked of it is remembered. */
function clock(has: Size, seconds = 60) {
  const asked: { size: Size; fps: number; from: number }[] = [];
  let open = 0;
  const source: FootageSource = {
    size: has,
    async *open(size, fps, _signal, from = 0) {
      asked.push({ size, fps, from });
      open += 1;
      try {
        const frame = new Uint8Array(size.width * size.height * 4);
        for (let at = from; at < seconds - 1e-6; at += 1 / fps) {
          frame.fill(grey(at));
          for (let i = 3; i < frame.length; i += 4) frame[i] = 255;
          yield frame;
        }
      } finally {
        open -= 1;
      }
    },
  };
  return { source, asked, open: () => open };
}
const grey = (at: number) => 10 * Math.floor(at * 10 + 1e-6);

function shotOf(id: string, more: Partial<Shot> = {}): Shot {
  const shot = makeShot({ id, width: 320, height: 180, scale: 1, duration: 1 });
  return { ...shot, still: white, background: { r: 1, g: 1, b: 1, a: 1 }, ...more };
}

/** The RGB at a place of every frame. */
async function look(options: Partial<FrameOptions> & Pick<FrameOptions, 'board'>, x = 160, y = 90) {
  const seen: number[] = [];
  for await (const { data } of openFrames({ size, fps, loadStill: stills.load, pixels: 'rgba', ...options }))
    seen.push(data[(y * size.width + x) * 4] ?? -1);
  return seen;
}
async function bytesOf(options: Partial<FrameOptions> & Pick<FrameOptions, 'board'>): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  for await (const { data } of openFrames({ size, fps, loadStill: stills.load, ...options }))
    frames.push(Buffer.from(data));
  return frames;
}

test('footage stands in its still’s place, frame by frame, and no still is loaded for it', async () => {
  const { source, asked, open } = clock({ width: 1280, height: 720 });
  const loadStill = () => Promise.reject(new Error('no still is needed'));
  const seen = await look({ board: { shots: [shotOf('a')] }, footage: () => source, loadStill });
  expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => grey(i / fps)));
  expect(asked).toEqual([{ size, fps, from: 0 }]);
  expect(open()).toBe(0);
});

test('straight planes have the colours that mixed pixels have', async () => {
  const { source } = clock(size);
  const board = { shots: [shotOf('a')] };
  const frames = await bytesOf({ board, footage: () => source });
  // BT.709, limited range: 16 to 235.
  for (const [i, frame] of frames.entries())
    expect(frame[90 * 320 + 160]).toBe(Math.round(16 + (grey(i / fps) * 219) / 255));
});

test('is asked for no more than it has, and drawn larger', async () => {
  const { source, asked } = clock({ width: 160, height: 90 });
  const seen = await look({ board: { shots: [shotOf('a')] }, footage: () => source });
  expect(asked[0]?.size).toEqual({ width: 160, height: 90 });
  expect(seen[10]).toBe(grey(0.5));
});

test('its last frame is held where it ends early', async () => {
  const { source } = clock(size, 0.5);
  const seen = await look({ board: { shots: [shotOf('a')] }, footage: () => source });
  expect(seen.slice(9)).toEqual(seen.slice(9).map(() => grey(0.45)));
});

test('a clip that is taken up in its middle has the same bytes', async () => {
  const { source, asked } = clock(size);
  const board = { shots: [shotOf('a', { transition: dissolve }), shotOf('b')] };
  const footage = (shot: number) => (shot === 1 ? source : undefined);
  const whole = await bytesOf({ board, footage });
  for (const skip of [3, 12, 17, 25])
    expect(
      (await bytesOf({ board, footage, skip })).map((frame) => frame.equals(whole[skip]!) || frame)[0],
    ).toBe(true);
  expect(asked.at(-1)?.from).toBeCloseTo(25 / fps - 0.5);
});

test('a still dissolves into footage that already moves', async () => {
  const { source } = clock(size);
  const board = { shots: [shotOf('a', { transition: dissolve }), shotOf('b')] };
  const seen = await look({ board, footage: (shot) => (shot === 1 ? source : undefined) });
  expect(seen.slice(0, 10).every((level) => level === 255)).toBe(true);
  for (let i = 11; i < 19; i++) expect(seen[i]).toBeLessThan(255);
  expect(seen[25]).toBe(grey(0.75));
});

test('two shots of footage dissolve, each with its own time', async () => {
  const [a, b] = [clock(size), clock(size)];
  const bright: FootageSource = {
    ...b.source,
    async *open(...args) {
      const frames = b.source.open(...args);
      try {
        for (let next = await frames.next(); !next.done; next = await frames.next())
          yield next.value.map((value) => Math.min(255, value + 100));
      } finally {
        await frames.return?.();
      }
    },
  };
  const board = { shots: [shotOf('a', { transition: dissolve }), shotOf('b')] };
  const seen = await look({ board, footage: (shot) => (shot === 0 ? a.source : bright) });
  expect(seen[9]).toBe(grey(0.45));
  // Half of the way: 0.75 s of the one, 0.25 s of the other.
  expect(seen[15]).toBeCloseTo((grey(0.75) + grey(0.25) + 100) / 2, -1);
  expect(seen[20]).toBe(grey(0.5) + 100);
  expect([a.open(), b.open()]).toEqual([0, 0]);
});

test('a loop comes back to the footage’s first frame', async () => {
  const { source } = clock(size);
  const board = { shots: [shotOf('a'), shotOf('b', { transition: dissolve })], loop: true };
  const seen = await look({ board, footage: (shot) => (shot === 0 ? source : undefined) });
  expect(seen.at(-1)).toBeLessThan(120);
  expect(seen.slice(20, 29).every((level) => level === 255)).toBe(true);
});

test('thumbnails are the frames of their times', async () => {
  const { source, asked } = clock(size);
  const board = { shots: [shotOf('a', { duration: 2 }), shotOf('b', { duration: 2.3 })] };
  const seen = await look({ board, fps: 0.8, footage: () => source });
  expect(seen).toEqual([grey(0), grey(1.25), grey(0.5)]);
  expect(asked.map(({ from }) => Math.round(from * 100) / 100)).toEqual([0, 0.5]);
});

test('a phone’s footage is a screen with its shadow and round corners, and only its box changes', async () => {
  const phone = shotOf('a', { size: { width: 90, height: 180 }, duration: 0.4 });
  const { source, asked } = clock({ width: 360, height: 720 });
  const frames = await bytesOf({ board: { shots: [phone] }, footage: () => source, pixels: 'rgba' });
  const at = (frame: Buffer | undefined, x: number, y: number) => frame?.[(y * 320 + x) * 4];
  expect(asked[0]?.size.height).toBe(148);
  expect([at(frames[0], 160, 90), at(frames[2], 160, 90), at(frames[6], 160, 90)]).toEqual([0, 10, 30]);
  // The ground beside it stays; the screen's own corner shows it, too.
  expect(at(frames[6], 20, 90)).toBe(at(frames[0], 20, 90));
  expect(at(frames[6], 124, 16)).toBeGreaterThan(150);
  // What was painted bit by bit is what is painted at once.
  const fresh = await bytesOf({ board: { shots: [phone] }, footage: () => source, pixels: 'rgba', skip: 6 });
  expect(fresh[0]?.equals(frames[6]!)).toBe(true);
});

test('what would move a still does not move footage', async () => {
  const { source } = clock(size, 0.05);
  const motion: Shot['motion'] = {
    camera: [{ move: 'push-in' }],
    layers: [],
    overlays: [{ effect: 'dim', boxes: [{ x: 0, y: 0, width: 20, height: 20 }], at: 0, duration: 1 }],
    scroll: [],
  };
  const frames = await bytesOf({ board: { shots: [shotOf('a', { motion })] }, footage: () => source });
  expect(frames.every((frame) => frame.equals(frames[0]!))).toBe(true);
});

test('footage without any frame is a failure that names the shot', async () => {
  const { source } = clock(size, 0);
  await expect(look({ board: { shots: [shotOf('a')] }, footage: () => source })).rejects.toThrow(
    'the footage of the shot a has no frame',
  );
});

test('what footage throws ends the clip, and nothing stays open', async () => {
  const { source, open } = clock(size);
  const failing: FootageSource = {
    size,
    async *open() {
      yield new Uint8Array(size.width * size.height * 4);
      throw new Error('the decoder stopped');
    },
  };
  const board = { shots: [shotOf('a', { transition: dissolve }), shotOf('b')] };
  await expect(look({ board, footage: (shot) => (shot === 0 ? source : failing) })).rejects.toThrow(
    'the decoder stopped',
  );
  expect(open()).toBe(0);
});

test('a clip that begins with footage has a frame from within it as its poster', async () => {
  const { source } = clock(size);
  const png = await renderPoster({
    board: { shots: [shotOf('a', { duration: 6 })] },
    size,
    loadStill: stills.load,
    footage: () => source,
  });
  const canvas = drawn(320, 180, () => undefined);
  canvas.getContext('2d').drawImage(await loadImage(png), 0, 0);
  expect(pixelAt(canvas, 160, 90)[0]).toBe(grey(1));
});
