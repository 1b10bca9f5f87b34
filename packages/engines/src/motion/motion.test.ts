import { type Shot, storyboardSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import type { EngineInput } from '../engine.ts';
import { motionEngine } from './index.ts';
import { directionNotes, resolveMotion } from './resolve-motion.ts';

const hash = 'a'.repeat(64);
/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

function board(change: Partial<Shot> = {}): Shot[] {
  const shot = {
    source: { node: '1:1', name: 'Home' },
    size: { width: 320, height: 180 },
    still: { width: 1, height: 1, tiles: [{ still: hash, x: 0, y: 0, width: 1, height: 1 }] },
    caption: { direction: 'push in', line: '', title: 'Home' },
    duration: 0.5,
  };
  return storyboardSchema.parse({
    version: 2,
    title: 'Test',
    format: { aspect: '16:9', resolution: 720, fps: 24 },
    shots: [
      { ...shot, id: 'a', ...change },
      { ...shot, id: 'b' },
    ],
  }).shots;
}
const input = (shots: Shot[], change: Partial<EngineInput> = {}) => ({
  shots,
  loop: false,
  lines: { burnIn: false },
  mood: 'crisp' as const,
  format: { aspect: '16:9' as const, resolution: 720 as const, fps: 24 as const, ground: 'design' as const },
  size: { width: 1280, height: 720 },
  ...change,
});

test('what is said and shown beside the picture changes no fingerprint; what moves does', () => {
  const plain = motionEngine.fingerprint(input(resolveMotion(board())));
  const retitled = board({ caption: { direction: 'push in', line: 'Hello', title: 'Start' } });
  expect(motionEngine.fingerprint(input(retitled))).toBe(plain);
  const held = board({ caption: { direction: 'hold', line: '', title: 'Home' } });
  expect(motionEngine.fingerprint(input(held))).not.toBe(plain);
  expect(motionEngine.fingerprint(input(board({ duration: 0.6 })))).not.toBe(plain);
});

test('a loop, a clear ground and other pixels are other footage; a mood is where the director chose the motion', () => {
  const fingerprint = (change: Partial<EngineInput>, shots = board()) =>
    motionEngine.fingerprint(input(shots, change));
  const plain = fingerprint({});
  expect(fingerprint({ loop: true })).not.toBe(plain);
  expect(fingerprint({ pixels: 'i420a' })).not.toBe(plain);
  const { format } = input([]);
  expect(fingerprint({ format: { ...format, ground: 'transparent' } })).not.toBe(plain);
  const own = board({ motion: { camera: [{ move: 'pan-left' }], layers: [], overlays: [], scroll: [] } });
  const held = [own[0], own[0]].flatMap((shot) => shot ?? []);
  expect(fingerprint({ mood: 'calm' }, held)).toBe(fingerprint({ mood: 'playful' }, held));
});

test('lines are part of the footage only where they are burnt in', () => {
  const said = (line: string) => board({ caption: { direction: 'push in', line, title: 'Home' } });
  const fingerprint = (line: string, lines: EngineInput['lines']) =>
    motionEngine.fingerprint(input(said(line), { lines }));
  expect(fingerprint('One', { burnIn: false, font: 'Inter' })).toBe(fingerprint('Two', { burnIn: false }));
  expect(fingerprint('One', { burnIn: true })).not.toBe(fingerprint('Two', { burnIn: true }));
  expect(fingerprint('One', { burnIn: true })).not.toBe(fingerprint('One', { burnIn: true, font: 'Inter' }));
});

/** The luma of the middle of each frame. */
async function lumas(asked: Omit<EngineInput, 'readStill'>): Promise<Buffer[]> {
  const frames: Buffer[] = [];
  const context = { signal: new AbortController().signal };
  for await (const { data } of motionEngine.run({ ...asked, readStill: async () => pixel }, context))
    frames.push(Buffer.from(data));
  return frames;
}

test('loop, lines and ground reach the frames', async () => {
  const size = { width: 320, height: 180 };
  const portrait = board({ size: { width: 90, height: 180 } });
  const { format } = input([]);
  const plain = await lumas(input(portrait, { size }));
  const last = (frames: Buffer[]) => frames.at(-1) ?? Buffer.alloc(0);
  expect(last(await lumas(input(portrait, { size, loop: true }))).equals(last(plain))).toBe(false);
  const clear = { ...format, ground: 'transparent' as const };
  // Black where nothing is (luma 16); the design's ground is paper.
  expect((await lumas(input(portrait, { size, format: clear })))[0]?.[0]).toBe(16);
  expect(plain[0]?.[0]).toBeGreaterThan(100);
  const rgba = await lumas(input(portrait, { size, format: clear, pixels: 'rgba' }));
  expect([rgba[0]?.length, rgba[0]?.[3]]).toEqual([320 * 180 * 4, 0]);
  const said = board({ caption: { direction: 'hold', line: 'Hello there', title: '' } });
  const burnt = await lumas(input(said, { size, lines: { burnIn: true } }));
  expect(burnt[6]?.equals((await lumas(input(said, { size })))[6] ?? Buffer.alloc(0))).toBe(false);
});

test('a shot without a motion is directed by its caption, one with a motion is left alone', () => {
  expect(resolveMotion(board())[0]?.motion?.camera[0]?.move).toBe('push-in');
  const own = board({ motion: { camera: [{ move: 'pan-left' }], layers: [], overlays: [], scroll: [] } });
  expect(resolveMotion(own)[0]?.motion?.camera[0]?.move).toBe('pan-left');
});

test('it gives as many frames as it says, of the size that was asked for', async () => {
  const asked = input(board());
  let count = 0;
  const frames = motionEngine.run(
    { ...asked, readStill: async () => pixel },
    { signal: new AbortController().signal },
  );
  for await (const frame of frames) {
    expect([frame.width, frame.height, frame.data.length]).toEqual([1280, 720, 1280 * 720 * 1.5]);
    count += 1;
  }
  expect(count).toBe(24);
  expect(motionEngine.frameCount(asked)).toBe(24);
});

test('says what it did not understand of a direction, and nothing of a shot that carries its motion', () => {
  const caption = { direction: 'make the flux capacitor explode', line: '', title: '' };
  const notes = directionNotes(board({ caption }));
  expect(notes[0]).toMatchObject({ shot: 0, text: expect.stringMatching(/flux capacitor/) });
  const motion = { camera: [], layers: [], overlays: [], scroll: [] };
  expect(directionNotes(board({ caption, motion })).filter(({ shot }) => shot === 0)).toEqual([]);
});
