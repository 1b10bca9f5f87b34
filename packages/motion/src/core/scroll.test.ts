import { describe, expect, it } from 'vitest';
import { choreograph } from './choreograph.ts';
import type { DrawItem } from './draw-list.ts';
import { sample } from './sample.ts';
import { makeLayer, makeShot } from './testing.ts';

const size = { width: 1920, height: 1080 };
const bar = { ...makeLayer('bar', [0, 0, 390, 60]), fixed: true };
const tabs = { ...makeLayer('tabs', [0, 2330, 390, 70]), fixed: true };
const scrolling = (to: number, layers = [bar, tabs]) =>
  makeShot({ width: 390, height: 2400, duration: 4, layers, motion: { scroll: [{ to }] } });

const flat = (items: readonly DrawItem[]): DrawItem[] =>
  items.flatMap((item) => (item.kind === 'group' ? flat(item.items) : [item]));
const tops = (seconds: number, shot = scrolling(1200)) =>
  Object.fromEntries(
    flat(sample(choreograph({ shots: [shot] }, size), seconds).items).flatMap((item) =>
      item.kind === 'bitmap'
        ? [
            [
              item.bitmap.what === 'layer' ? item.bitmap.layer : item.bitmap.what,
              item.matrix.f / item.matrix.d,
            ],
          ]
        : [],
    ),
  );

describe('a tall frame that scrolls', () => {
  it('stands in a viewport of a phone’s shape', () => {
    const [shot] = choreograph({ shots: [scrolling(1200)] }, size).shots;
    expect(shot!.scene.kind).toBe('screen');
    expect(shot!.scene.frame).toEqual({ width: 390, height: 845 });
  });

  it('moves its content and leaves fixed layers where they are', () => {
    const before = tops(0);
    const after = tops(4);
    expect(before.plate! - after.plate!).toBeCloseTo(1200, 0);
    expect(after.bar).toBeCloseTo(before.bar!, 3);
    expect(after.tabs).toBeCloseTo(before.tabs!, 3);
  });

  it('stands a bar that lies at the frame’s end at the viewport’s end', () => {
    const { bar: top, tabs: bottom } = tops(0);
    expect(top! - bottom!).toBeCloseTo(2400 - 845, 0);
  });

  it('never scrolls past the frame’s end', () => {
    expect(tops(0).plate! - tops(4, scrolling(99_999)).plate!).toBeCloseTo(2400 - 845, 0);
  });

  it('shows nothing beyond where it goes, with a spring neither', () => {
    const steps = [
      { to: 99_999, at: 0.5, duration: 1, easing: 'bouncy' as const },
      { to: 0, at: 2, duration: 1, easing: 'ease-out-back' as const },
    ];
    const shot = makeShot({ width: 390, height: 2400, duration: 4, motion: { scroll: steps } });
    const still = Array.from({ length: 120 }, (_, i) => tops(i / 30, shot).still!);
    expect(Math.max(...still) - Math.min(...still)).toBeCloseTo(2400 - 845, 0);
  });

  it('waits until the transition into its shot is over', () => {
    const first = makeShot({ id: 'first', transition: { kind: 'dissolve', direction: 'left', duration: 1 } });
    const shot = makeShot({
      id: 'second',
      width: 390,
      height: 2400,
      duration: 4,
      motion: { scroll: [{ to: 900, at: 0.3, duration: 1 }] },
    });
    const scroll = choreograph({ shots: [first, shot] }, size).shots[1]?.scroll;
    expect(scroll?.track.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('shows the still itself where nothing is fixed', () => {
    expect(tops(2, scrolling(1200, []))).toHaveProperty('still');
  });

  it('stays as it is where the whole frame is seen anyway', () => {
    const short = makeShot({ width: 390, height: 700, motion: { scroll: [{ to: 300 }] } });
    expect(choreograph({ shots: [short] }, size).shots[0]!.scroll).toBeNull();
  });
});
