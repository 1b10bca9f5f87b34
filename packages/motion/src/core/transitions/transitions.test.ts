import { type EasingName, transitionKinds } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import type { DrawItem, SoftEdge } from '../draw-list.ts';
import { sample } from '../sample.ts';
import { makeShot, moving } from '../testing.ts';

const view = { width: 960, height: 540 };
/** A frame that fills the view, a phone on a ground, a desktop window on a ground, and a long page. */
const frames = {
  full: { width: 960, height: 540 },
  phone: { width: 300, height: 540 },
  window: { width: 700, height: 540 },
  page: { width: 960, height: 4000 },
};
type Kind = Exclude<(typeof transitionKinds)[number], 'cut'>;
const kinds = transitionKinds.filter((kind): kind is Kind => kind !== 'cut');
const pairs = (['full', 'phone', 'window', 'page'] as const).flatMap((a) =>
  (['full', 'phone', 'window', 'page'] as const).map((b) => [a, b] as const),
);

function clip(
  a: keyof typeof frames,
  b: keyof typeof frames,
  kind: Kind,
  direction: 'left' | 'up' = 'left',
  easing: EasingName = 'linear',
) {
  const transition = { kind, direction, duration: 1, easing };
  const rests = moving({ move: 'hold', at: 0 });
  const shots = [
    makeShot({ id: 'a', ...frames[a], motion: rests, transition }),
    makeShot({ id: 'b', ...frames[b], motion: rests }),
  ];
  const timeline = choreograph({ shots }, view);
  return { timeline, at: (share: number) => sample(timeline, 2 + share).items };
}

const flat = (items: readonly DrawItem[]): DrawItem[] =>
  items.flatMap((item) => (item.kind === 'group' ? flat(item.items) : [item]));

describe.each(pairs)('from a %s to a %s', (a, b) => {
  it.each(kinds)('%s begins with the first picture and ends with the second', (kind) => {
    const { at, timeline } = clip(a, b, kind);
    const shots = (items: DrawItem[], visible: number) =>
      new Set(
        items.flatMap(function seen(item): number[] {
          if ('opacity' in item && item.opacity < visible) return [];
          if (item.kind === 'group') return item.items.flatMap(seen);
          return item.kind === 'bitmap' && item.bitmap.what === 'still' ? [item.bitmap.shot] : [];
        }),
      );
    expect(shots(at(0), 0.99)).toContain(0);
    expect(shots(at(0.999_999), 0.99)).toContain(1);
    expect(timeline.shots[0]?.transition?.kind).toBe(kind);
  });

  it.each(kinds)('%s leaves no part of the view without a picture or a ground', (kind) => {
    const { at } = clip(a, b, kind);
    for (let i = 0; i <= 20; i++) {
      const items = flat(at(Math.min(0.999_999, i / 20)));
      const stills = items.filter(
        (item) =>
          item.kind === 'bitmap' &&
          item.bitmap.what === 'still' &&
          covers(item.matrix, b, a, item.bitmap.shot),
      );
      const grounded = items.some(({ kind: drawn }) => drawn === 'backdrop');
      // Pictures that pass one another cover the view together; everything else stands on one that does, or on the ground.
      expect(grounded || stills.length > 0 || ['push', 'slide-in', 'slide-out'].includes(kind)).toBe(true);
    }
  });
});

/** Whether a shot's whole picture, at a matrix, covers the view. */
function covers(
  matrix: { a: number; d: number; e: number; f: number },
  after: keyof typeof frames,
  before: keyof typeof frames,
  shot: number,
): boolean {
  const { width, height } = frames[shot === 0 ? before : after];
  return (
    matrix.e <= 0.5 &&
    matrix.f <= 0.5 &&
    matrix.e + matrix.a * width >= view.width - 0.5 &&
    matrix.f + matrix.d * height >= view.height - 0.5
  );
}

describe('a wipe', () => {
  it('passes the view in its direction with a soft edge', () => {
    const edge = (share: number, direction: 'left' | 'up') =>
      clip('full', 'full', 'wipe', direction)
        .at(share)
        .flatMap((item) => (item.kind === 'group' && item.soft ? [item.soft] : []))[0];
    expect(edge(0, 'left')?.clear.x).toBeGreaterThanOrEqual(view.width);
    expect(edge(0.999_999, 'left')?.full.x).toBeLessThanOrEqual(1);
    const half = edge(0.5, 'left');
    expect((half?.full.x ?? 0) - (half?.clear.x ?? 0)).toBeGreaterThan(50);
    expect(edge(0.25, 'up')?.full.y).toBeGreaterThan(edge(0.75, 'up')?.full.y ?? 0);
  });

  it('stays within a screen that stays', () => {
    const { at } = clip('phone', 'phone', 'wipe');
    const soft = at(0.5).flatMap(function find(item): { x: number }[] {
      if (item.kind !== 'group') return [];
      return item.soft ? [item.soft.full, item.soft.clear] : item.items.flatMap(find);
    });
    for (const { x } of soft) expect(Math.abs(x - view.width / 2)).toBeLessThan(150);
  });
});

describe('zooming through', () => {
  it('lets two pictures be seen through one another for five frames at most', () => {
    const { at } = clip('full', 'full', 'zoom-through');
    const mixed = Array.from({ length: 30 }, (_, i) => at(i / 30)).filter((items) =>
      items.some((item) => item.kind === 'group' && item.opacity > 0.02 && item.opacity < 0.98),
    );
    expect(mixed.length).toBeGreaterThan(0);
    expect(mixed.length).toBeLessThanOrEqual(5);
  });

  it('grows around what was tapped', () => {
    const transition = {
      kind: 'zoom-through' as const,
      direction: 'left' as const,
      duration: 1,
      easing: 'linear' as const,
    };
    const box = { x: 800, y: 400, width: 100, height: 40 };
    const overlays = [{ effect: 'tap' as const, boxes: [box], at: 0.5, duration: 1 }];
    const shots = [
      makeShot({ id: 'a', motion: { ...moving({ move: 'hold', at: 0 }), overlays }, transition }),
      makeShot({ id: 'b' }),
    ];
    const leaving = flat(sample(choreograph({ shots }, view), 2.3).items).find(
      (item) => item.kind === 'bitmap' && item.bitmap.shot === 0,
    );
    if (leaving?.kind !== 'bitmap') throw new Error('the first picture is not there');
    const { a, d, e, f } = leaving.matrix;
    expect(a).toBeGreaterThan(1.2);
    expect([a * 850 + e, d * 420 + f].map(Math.round)).toEqual([850, 420]);
  });
});

describe('a picture that moves over another', () => {
  it('brings its ground along where it is a screen', () => {
    const { at } = clip('full', 'phone', 'move-in');
    const curtain = at(0.5).at(-1);
    expect(curtain).toMatchObject({ kind: 'group', clip: { box: { box: { x: 480, width: 960 } } } });
    expect(flat(curtain ? [curtain] : []).some(({ kind }) => kind === 'backdrop')).toBe(true);
  });

  it('lets a screen that it cannot cover fade', () => {
    const { at } = clip('window', 'phone', 'move-in');
    const opacities = [0.1, 0.3, 0.5].map((share) =>
      Math.min(...at(share).flatMap((item) => (item.kind === 'group' && !item.clip ? [item.opacity] : []))),
    );
    expect(opacities).toEqual([...opacities].sort((x, y) => y - x));
    expect(opacities[0]).toBeGreaterThan(opacities[2] ?? 1);
  });
});

describe('a spring between two shots', () => {
  const along = (a: keyof typeof frames, kind: Kind, what: (items: DrawItem[]) => number | undefined) => {
    const { at } = clip(a, 'full', kind, 'left', 'bouncy');
    return Array.from({ length: 59 }, (_, i) => what(at((i + 1) / 60))).filter((one) => one !== undefined);
  };

  it.each(['full', 'phone'] as const)('never brings back the picture of a %s that has dissolved', (a) => {
    const opacities = along(
      a,
      'dissolve',
      (items) => items.findLast((item) => item.kind === 'group')?.opacity,
    );
    expect(opacities).toHaveLength(59);
    expect(opacities).toEqual([...opacities].sort((x, y) => x - y));
    expect(opacities.filter((one) => one > 0.05 && one < 0.95).length).toBeGreaterThan(10);
  });

  it('neither stops a pushed picture dead nor moves it back', () => {
    const places = along('full', 'push', (items) => {
      const still = flat(items).findLast((item) => item.kind === 'bitmap' && item.bitmap.shot === 1);
      return still?.kind === 'bitmap' ? still.matrix.e : undefined;
    });
    expect(places).toEqual([...places].sort((x, y) => y - x));
    const steps = places.slice(1).map((place, i) => (places[i] ?? 0) - place);
    expect(steps.at(-1)).toBeLessThan(Math.max(...steps) * 0.05);
  });
});

describe('on a transparent ground, a picture that the next one does not hide', () => {
  const leaving = (kind: Kind, share: number, see = { transparent: true, alpha: 1 }) => {
    const background = { r: 1, g: 1, b: 1, a: see.alpha };
    const transition = { kind, direction: 'left' as const, duration: 1, easing: 'linear' as const };
    const shots = [
      makeShot({ id: 'a', ...frames.window, transition, background }),
      makeShot({ id: 'b', ...frames[see.transparent ? 'phone' : 'window'], background }),
    ];
    const format = { ground: see.transparent ? ('transparent' as const) : ('design' as const) };
    const within = (items: readonly DrawItem[], opacity: number, soft: SoftEdge | undefined): Seen[] =>
      items.flatMap((item): Seen[] => {
        if (item.kind === 'group') return within(item.items, opacity * item.opacity, item.soft ?? soft);
        const own = item.kind === 'bitmap' && item.bitmap.shot === 0 && item.bitmap.what === 'still';
        return own ? [{ opacity, soft }] : [];
      });
    return within(sample(choreograph({ shots, format }, view), 2 + share).items, 1, undefined)[0];
  };
  interface Seen {
    opacity: number;
    soft: SoftEdge | undefined;
  }

  it.each(['dissolve', 'smart-animate'] as const)('goes by itself in a %s', (kind) => {
    expect(leaving(kind, 0.3)?.opacity).toBe(1);
    expect(leaving(kind, 0.98)?.opacity ?? 0).toBeLessThan(0.05);
  });

  it('goes by itself where it shines through the next one', () => {
    expect(leaving('dissolve', 0.98, { transparent: false, alpha: 0.5 })?.opacity).toBeLessThan(0.05);
    expect(leaving('dissolve', 0.98, { transparent: false, alpha: 1 })?.opacity).toBe(1);
  });

  it('is wiped off by the edge that brings the next one', () => {
    const soft = leaving('wipe', 0.5)?.soft;
    expect(soft?.full.x).toBeLessThan(soft?.clear.x ?? 0);
    expect(leaving('wipe', 0.98)?.soft?.clear.x).toBeLessThan(view.width * 0.2);
  });
});
