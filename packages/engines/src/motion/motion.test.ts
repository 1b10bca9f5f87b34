import { type Shot, STORYBOARD_VERSION, storyboardSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import { noLedger } from '../ledger.ts';
import { motionEngine } from './index.ts';
import { resolveMotion } from './resolve-motion.ts';

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
const input = (shots: Shot[]) => ({
  shots,
  firstShot: 0,
  lastShot: shots.length - 1,
  format: { aspect: '16:9' as const, resolution: 720 as const, fps: 24 as const, ground: 'design' as const },
  size: { width: 1280, height: 720 },
});

test('what is said and shown beside the picture changes no fingerprint; what moves does', () => {
  const plain = motionEngine.fingerprint(input(resolveMotion(board())));
  const retitled = board({ caption: { direction: 'push in', line: 'Hello', title: 'Start' } });
  expect(motionEngine.fingerprint(input(retitled))).toBe(plain);
  const held = board({ caption: { direction: 'hold', line: '', title: 'Home' } });
  expect(motionEngine.fingerprint(input(held))).not.toBe(plain);
  expect(motionEngine.fingerprint(input(board({ duration: 0.6 })))).not.toBe(plain);
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
    { signal: new AbortController().signal, ledger: noLedger },
  );
  for await (const frame of frames) {
    expect([frame.width, frame.height, frame.data.length]).toEqual([1280, 720, 1280 * 720 * 1.5]);
    count += 1;
  }
  expect(count).toBe(24);
  expect(motionEngine.frameCount(asked)).toBe(24);
});
