import { resolveMotion } from '@animatic/engines';
import { choreograph, posterSeconds, sample } from '@animatic/motion';
import { formatSize, type Shot } from '@animatic/schema';
import { describe, expect, test } from 'vitest';
import { bank } from '../golden/support/bank.ts';
import { hashes, hashOf, paintedAt, rawFrames } from '../golden/support/clip.ts';
import { dashboard, report } from '../golden/support/dashboard.ts';
import { capture, type Screen, type Stills, stillsInMemory } from '../golden/support/screen.ts';
import { shop } from '../golden/support/shop.ts';
import { calm } from '../measure/calm.ts';
import { edgeEnergy, ghostFrames } from '../measure/detail.ts';
import { lumaOfI420 } from '../measure/i420.ts';
import { lumaOf } from '../measure/picture.ts';
import { capturedSample, fromDisk, posesOf } from './support.ts';

const FPS = 30;
const stills = stillsInMemory();

/** The captured sample as the engine directs it, and screens that nobody has directed. */
async function boards(): Promise<[string, readonly Shot[], Stills][]> {
  const captured = await capturedSample();
  const shot = (screen: Screen, direction = '') => {
    const { motion: _, ...rest } = capture(stills, screen, {
      duration: 4,
      caption: { direction, line: '', title: '' },
    });
    return rest;
  };
  return [
    ['the sample', resolveMotion(captured.shots), fromDisk],
    [
      'screens without a word',
      resolveMotion([bank, dashboard, shop, report].map((one) => shot(one))),
      stills,
    ],
    [
      'families in turn',
      resolveMotion([shot(dashboard, 'The figure cards rise one by one, then the bars grow')]),
      stills,
    ],
    ['a list', resolveMotion([shot(bank, 'The transactions slide in from the right')]), stills],
    ['a grid', resolveMotion([shot(shop, 'The product cards pop in')]), stills],
  ];
}

describe.each(await boards())('%s', (_name, shots, pictures) => {
  const size = formatSize({ aspect: '16:9', resolution: 480 }, shots[0]!.size);
  const timeline = choreograph({ shots }, size);

  test('opens on a picture, not on a blank', async () => {
    const energy = async (seconds: number) =>
      edgeEnergy(lumaOf(await paintedAt({ shots }, pictures, seconds, size)));
    expect(await energy(0)).toBeGreaterThanOrEqual(0.4 * (await energy(posterSeconds(timeline))));
  });

  test('moves one family at a time, and rests for at least a third of the frames', () => {
    // Two shots that pass into one another move as one, whatever of them moves.
    const passing = (at: number) =>
      timeline.shots.some(({ end, transition }) => transition && at >= end - transition.seconds && at < end);
    const times = Array.from({ length: Math.round(timeline.seconds * FPS) }, (_, i) => i / FPS);
    const lists = times.filter((at) => !passing(at)).map((at) => sample(timeline, at));
    const families = new Map(
      shots.flatMap((shot) =>
        (shot.motion?.layers ?? []).flatMap((motion, i) =>
          motion.layers.map((id) => [id, `${shot.id} ${i}`] as const),
        ),
      ),
    );
    const found = calm(lists.map(posesOf), (layer) => families.get(layer) ?? layer);
    // Where one family's end is the next one's beginning, one frame shows both.
    expect(found.together).toBeLessThanOrEqual(1);
    expect(found.resting).toBeGreaterThanOrEqual(0.35);
  });
});

test('the sample gives the same frames in every run, and no ghosts where its shots pass into one another', async () => {
  const shots = resolveMotion((await capturedSample()).shots);
  const size = { width: 640, height: 360 };
  const board = { shots };
  const frames = await rawFrames(board, fromDisk, { size, fps: FPS });
  expect(await hashes(board, fromDisk, { size, fps: FPS })).toEqual(frames.map(({ data }) => hashOf(data)));
  const { shots: times } = choreograph(board, size);
  for (const [index, { start }] of times.entries()) {
    const before = times[index - 1];
    if (!before?.transition) continue;
    const passing = frames.slice(Math.ceil(start * FPS), Math.floor(before.end * FPS)).map(lumaOfI420);
    const [first, last] = [frames[Math.floor(start * FPS) - 1]!, frames[Math.ceil(before.end * FPS) + 1]!];
    expect(ghostFrames(passing, lumaOfI420(first), lumaOfI420(last))).toBeLessThanOrEqual(5);
  }
});
