import { describe, expect, test } from 'vitest';
import { drawLists, flat, rawFrames, SIZE } from '../golden/support/clip.ts';
import { presets } from '../golden/support/presets.ts';
import { stillsInMemory } from '../golden/support/screen.ts';
import { edgeEnergy, ghostFrames } from '../measure/detail.ts';
import { lumaOfI420 } from '../measure/i420.ts';
import { endSpeeds } from '../measure/speed.ts';

const stills = stillsInMemory();
const FPS = 30;

describe.each(presets.filter(({ kind }) => kind === 'transition'))('$name', (preset) => {
  const board = preset.board(stills);

  test('shows no ghosts of text and never goes blank', async () => {
    const raw = await rawFrames(board, stills, { fps: FPS });
    const [before, after] = [lumaOfI420(raw[0]!), lumaOfI420(raw.at(-1)!)];
    // From just before the two overlap until just after.
    const frames = raw.slice(Math.floor(0.5 * FPS), Math.ceil(1.3 * FPS)).map(lumaOfI420);
    expect(ghostFrames(frames, before, after)).toBeLessThanOrEqual(5);
    const least = Math.min(edgeEnergy(before), edgeEnergy(after));
    for (const frame of frames) expect(edgeEnergy(frame)).toBeGreaterThan(least * 0.3);
  });

  test('starts and stops softly', () => {
    const lists = drawLists(board, SIZE, FPS);
    // Where the coming picture lies, as far as it can be seen.
    const coming = lists.map(({ items }) =>
      flat(items).find(
        ({ item }) => item.kind === 'bitmap' && item.bitmap.shot === 1 && item.bitmap.what !== 'layer',
      ),
    );
    const places = coming.flatMap((found) => {
      if (found?.item.kind !== 'bitmap') return [];
      const { a, e, f } = found.item.matrix;
      return [[e, f, e + SIZE.width * a, f + SIZE.height * a]];
    });
    for (const { first, last, to, peak } of endSpeeds(places)) {
      // Slower than a pixel a frame, it is the camera's drift.
      if (peak < 1) continue;
      expect(first).toBeLessThanOrEqual(0.05);
      if (to < places.length - 1) expect(last).toBeLessThanOrEqual(0.05);
    }
  });
});

test('what two pictures that dissolve have in common lies on itself', () => {
  const dissolve = presets.find(({ name }) => name === 'transition-dissolve')!;
  const both = drawLists(dissolve.board(stills), SIZE, FPS).flatMap(({ items }) => {
    const places = [0, 1].map((shot) =>
      flat(items).flatMap(({ item }) =>
        item.kind === 'bitmap' && item.bitmap.shot === shot ? [item.place] : [],
      ),
    );
    const [before, after] = [places[0]?.[0], places[1]?.[0]];
    return before && after ? [{ before, after }] : [];
  });
  expect(both.length).toBeGreaterThan(10);
  for (const { before, after } of both) expect(before).toEqual(after);
});

test('a pointer starts and stops softly', () => {
  const tap = presets.find(({ name }) => name === 'overlay-tap')!;
  const places = drawLists(tap.board(stills), SIZE, FPS).flatMap(({ items }) => {
    const pointer = flat(items).find(({ item }) => item.kind === 'path')?.item;
    return pointer?.kind === 'path' ? [[pointer.matrix.e, pointer.matrix.f]] : [];
  });
  const [move] = endSpeeds(places);
  expect(move!.peak).toBeGreaterThan(1);
  expect(Math.max(move!.first, move!.last)).toBeLessThanOrEqual(0.05);
});
