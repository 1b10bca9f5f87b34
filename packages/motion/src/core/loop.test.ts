import { describe, expect, it } from 'vitest';
import { choreograph } from './choreograph.ts';
import { shotsAt } from './loop.ts';
import { sample } from './sample.ts';
import { makeLayer, makeShot, moving, rising } from './testing.ts';

const size = { width: 960, height: 540 };
const layers = [makeLayer('a', [100, 100, 200, 100])];

describe('a loop', () => {
  it('ends on the picture that it begins with, its last shot passing into its first', () => {
    const shots = [
      makeShot({
        id: 'a',
        layers,
        motion: rising(['a']),
        transition: { kind: 'push', direction: 'left', duration: 0.5 },
      }),
      makeShot({ id: 'b', motion: moving({ move: 'push-in' }), scale: 4 }),
    ];
    const timeline = choreograph({ shots, loop: true }, size);
    const beginning = sample(timeline, 0).items;
    const end = sample(timeline, timeline.seconds).items;
    // All of the coming shot as it stands at the beginning, and nothing else that can be seen.
    expect(JSON.stringify(end.at(-1))).toContain(JSON.stringify(beginning).slice(1, -1));
    expect(end.at(-1)).toMatchObject({ opacity: 1 });
    expect(shotsAt(timeline, timeline.seconds - 0.1).map((shot) => shot.index)).toEqual([0, 1]);
    // From the very moment that the first shot is drawn again.
    expect(shotsAt(timeline, timeline.seconds - 0.5).map((shot) => shot.index)).toEqual([0, 1]);
    expect(shotsAt(timeline, 0).map((shot) => shot.index)).toEqual([0]);
  });

  it('takes a clip of one shot back to where it began: the camera returns, what came leaves', () => {
    const motion = { ...rising(['a']), camera: [{ move: 'push-in' as const, at: 1, duration: 1 }] };
    const shot = makeShot({ layers, motion, scale: 4, duration: 5 });
    const timeline = choreograph({ shots: [shot], loop: true }, size);
    expect(sample(timeline, 5)).toEqual(sample(timeline, 0));
    expect(sample(timeline, 4.9)).not.toEqual(sample(timeline, 0));
  });

  it('changes nothing where no loop is asked for', () => {
    const shots = [makeShot({ id: 'a' }), makeShot({ id: 'b' })];
    expect(choreograph({ shots }, size).loop).toBeNull();
    expect(sample(choreograph({ shots }, size), 6).items).toHaveLength(1);
  });
});
