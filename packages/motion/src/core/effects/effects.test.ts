import {
  type LayerEffect,
  type LayerMotion,
  type LayerPhase,
  layerEffects,
  type Rect,
} from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { type Affine, area, intersection, union } from '../geometry.ts';
import { through } from '../paint/paint-pieces.ts';
import { composeScene } from '../scene.ts';
import { makeLayer, makeShot } from '../testing.ts';
import { type LayerTrack, largestOf, layerTracks, poseAt, reachOf } from './layer-tracks.ts';
import { AT_REST, type Pose } from './pose.ts';
import { effects } from './registry.ts';

const VIEW = { width: 1920, height: 1080 };
const CARD = makeLayer('card', [300, 200, 240, 120]);
/** A drawer at the right edge, and a bar along the bottom. */
const DRAWER = makeLayer('drawer', [680, 0, 280, 540]);
const BAR = makeLayer('bar', [0, 480, 960, 60]);
const FIRST = 0.4;
const SECONDS = 1;

const all = layerEffects.flatMap((effect) => effects[effect].phases.map((phase) => ({ effect, phase })));

function tracksOf(layers: readonly ReturnType<typeof makeLayer>[], more: Partial<LayerMotion>): LayerTrack[] {
  const motion: LayerMotion = {
    layers: layers.map((layer) => layer.id),
    phase: 'enter',
    effect: 'rise',
    at: FIRST,
    duration: SECONDS,
    stagger: 0,
    by: 'order',
    ...more,
  };
  const shot = makeShot({ layers: [...layers], duration: 4 });
  return layerTracks({ ...shot, motion: { layers: [motion] } }, composeScene(shot, VIEW), {
    incoming: 0,
    leaves: 4,
  });
}

function track(more: Partial<LayerMotion>, layer = CARD): LayerTrack {
  const found = tracksOf([layer], more)[0];
  if (!found) throw new Error('the layer does not move');
  return found;
}

/** The poses of a whole move, at 60 a second. */
function poses(one: LayerTrack): Pose[] {
  return Array.from({ length: 61 }, (_, i) => poseAt(one, FIRST + (SECONDS * i) / 60));
}

/** How far a pose is from rest, as a share of what can be: 0 is rest. */
function distance(pose: Pose, bounds: Rect): number {
  const at = through(pose.matrix, bounds);
  const cuts = pose.cuts.map((cut) => ('share' in cut ? Math.max(0, 1 - cut.share) : 0));
  return Math.max(
    Math.abs(at.x - bounds.x) / bounds.width,
    Math.abs(at.y - bounds.y) / bounds.height,
    Math.abs(at.width / bounds.width - 1),
    1 - pose.opacity,
    pose.blur / 60,
    ...cuts,
  );
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** Nothing of it can be seen. */
function isAway(pose: Pose, bounds: Rect, window: Rect): boolean {
  if (pose.opacity <= 0.001) return true;
  const at = through(pose.matrix, bounds);
  const hidden = (by: Rect) => area(intersection(at, by) ?? NOWHERE) < area(bounds) * 0.002;
  return hidden(window) || pose.cuts.some((cut) => ('share' in cut ? cut.share <= 0.001 : hidden(cut.box)));
}

const WINDOW: Rect = { x: 0, y: 0, width: 960, height: 540 };
const moving = all.filter(({ phase }) => phase !== 'stay');

describe.each(all)('$effect, $phase', ({ effect, phase }) => {
  it('keeps its opacity between 0 and 1, and every number finite', () => {
    for (const { opacity, matrix, blur } of poses(track({ effect, phase }))) {
      expect(opacity).toBeGreaterThanOrEqual(0);
      expect(opacity).toBeLessThanOrEqual(1);
      expect(blur).toBeGreaterThanOrEqual(0);
      for (const value of Object.values(matrix)) expect(value).toBeTypeOf('number');
      expect(Object.values(matrix).every(Number.isFinite)).toBe(true);
    }
  });

  it('is the still itself where it rests, and does not jump there', () => {
    const one = track({ effect, phase });
    const rests = phase === 'enter' ? FIRST + SECONDS : FIRST;
    const near = phase === 'enter' ? rests - 1e-4 : rests + 1e-4;
    expect(poseAt(one, rests)).toBe(AT_REST);
    expect(distance(poseAt(one, near), CARD.bounds)).toBeLessThan(0.005);
  });

  it('stays within what is kept ready for it', () => {
    const one = track({ effect, phase });
    const reach = reachOf(one) ?? CARD.bounds;
    for (const pose of poses(one)) {
      if (isAway(pose, CARD.bounds, WINDOW)) continue;
      const cut = pose.cuts.find((other) => other.kind === 'box');
      const whole = through(pose.matrix, CARD.bounds);
      const at = (cut && intersection(whole, cut.box)) ?? whole;
      const seen = intersection(at, WINDOW) ?? at;
      const both = union(seen, reach);
      expect(both.width).toBeLessThanOrEqual(reach.width + 0.5);
      expect(both.height).toBeLessThanOrEqual(reach.height + 0.5);
      expect(Math.hypot(pose.matrix.a, pose.matrix.b)).toBeLessThanOrEqual(largestOf(one) + 1e-6);
    }
  });
});

describe.each(moving)('$effect, $phase', ({ effect, phase }) => {
  it('is away before it comes, after it has gone', () => {
    const one = track({ effect, phase });
    const away = phase === 'enter' ? FIRST : FIRST + SECONDS;
    expect(poseAt(one, phase === 'enter' ? away - 0.1 : away + 0.1).opacity).toBe(0);
    const beside = poseAt(one, phase === 'enter' ? away + 1e-6 : away - 1e-6);
    expect(isAway(beside, CARD.bounds, WINDOW)).toBe(true);
  });
});

/** The speed of one number of the poses, per 60th of a second, as a share of its peak at the beginning and the end. */
function ends(values: readonly number[]): { first: number; last: number } {
  const speeds = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
  const peak = Math.max(...speeds);
  return { first: (speeds[0] ?? 0) / peak, last: (speeds.at(-1) ?? 0) / peak };
}

describe('speed', () => {
  const shareOf = (pose: Pose) => {
    const [cut] = pose.cuts;
    return cut && 'share' in cut ? cut.share : 1;
  };
  const measures: [LayerEffect, LayerPhase, (pose: Pose) => number][] = [
    ['fade', 'enter', (pose) => pose.opacity],
    ['fade', 'leave', (pose) => pose.opacity],
    ['rise', 'enter', (pose) => pose.matrix.f],
    ['drop', 'enter', (pose) => pose.matrix.f],
    ['slide', 'enter', (pose) => pose.matrix.e],
    ['pop', 'enter', (pose) => pose.matrix.a],
    ['scale', 'enter', (pose) => pose.matrix.a],
    ['wipe', 'enter', shareOf],
    ['mask', 'enter', shareOf],
    ['grow', 'enter', (pose) => pose.matrix.f],
    ['draw', 'enter', shareOf],
    ['fill', 'enter', shareOf],
    ['count', 'enter', shareOf],
    ['blur', 'enter', (pose) => pose.blur],
  ];

  it.each(measures)(
    '%s, %s, has run out when it ends: at most a twentieth of its peak',
    (effect, phase, measure) => {
      const values = poses(track({ effect, phase })).map((pose) =>
        pose === AT_REST ? measure(AT_REST) : measure(pose),
      );
      expect(ends(values).last).toBeLessThanOrEqual(0.05);
    },
  );

  it.each(['wipe', 'draw', 'fill', 'fade'] as const)('%s begins from rest, as its curve does', (effect) => {
    const measure = effect === 'fade' ? (pose: Pose) => pose.opacity : shareOf;
    const values = poses(track({ effect })).map(measure);
    expect(ends([0, ...values.slice(1)]).first).toBeLessThanOrEqual(0.05);
  });
});

describe('a pop', () => {
  it('overshoots, by at most 6 % of its way, and starts smaller', () => {
    const sizes = poses(track({ effect: 'pop' }))
      .slice(1)
      .map(({ matrix }) => matrix.a);
    const from = sizes[0] ?? 1;
    expect(from).toBeLessThan(0.8);
    expect(Math.max(...sizes)).toBeGreaterThan(1.005);
    expect(Math.max(...sizes) - 1).toBeLessThanOrEqual((1 - from) * 0.06 + 1e-3);
  });

  it('grows about its middle', () => {
    const { matrix } = poseAt(track({ effect: 'pop' }), FIRST + 0.05);
    const { x, y, width, height } = through(matrix, CARD.box);
    expect(x + width / 2).toBeCloseTo(420, 6);
    expect(y + height / 2).toBeCloseTo(260, 6);
  });
});

describe('what travels', () => {
  /** Frame pixels at the very beginning; the frame is shown at twice its size. */
  const away = (more: Partial<LayerMotion>, layer = CARD): Affine =>
    poseAt(track(more, layer), FIRST + 1e-9).matrix;

  it('goes 24 px of a 1080p clip: up when it rises, down when it drops', () => {
    expect(away({ effect: 'rise' }).f).toBeCloseTo(12, 3);
    expect(away({ effect: 'drop' }).f).toBeCloseTo(-12, 3);
  });

  it('goes as far as it is told', () => {
    expect(away({ effect: 'rise', travel: 60 }).f).toBeCloseTo(30, 3);
    expect(away({ effect: 'slide', from: 'up', travel: 100 }).f).toBeCloseTo(-50, 3);
  });

  it.each([
    ['left', -30, 0],
    ['right', 30, 0],
    ['up', 0, -30],
    ['down', 0, 30],
  ] as const)('slides in from the %s', (from, x, y) => {
    const { e, f } = away({ effect: 'slide', from });
    expect(e).toBeCloseTo(x, 3);
    expect(f).toBeCloseTo(y, 3);
  });

  it('comes in whole from behind the edge it stands at, without a fade', () => {
    const drawer = poseAt(track({ effect: 'slide' }, DRAWER), FIRST + 1e-9);
    expect(drawer.matrix.e).toBeCloseTo(280, 3);
    expect(drawer.opacity).toBe(1);
    const bar = poseAt(track({ effect: 'slide' }, BAR), FIRST + 1e-9);
    expect(bar.matrix.f).toBeCloseTo(60, 3);
  });

  it('comes in one way as a family, though only some of it stands at the edge', () => {
    const grid = [
      makeLayer('top', [40, 260, 400, 120]),
      makeLayer('low', [40, 400, 400, 120]),
      makeLayer('beside', [520, 400, 400, 120]),
    ];
    const starts = tracksOf(grid, { effect: 'slide' }).map((one) => poseAt(one, FIRST + 1e-9));
    expect(new Set(starts.map(({ matrix }) => matrix.f.toFixed(3))).size).toBe(1);
    expect(starts.every(({ opacity }) => opacity < 0.01)).toBe(true);
  });

  it('comes from one side as a family', () => {
    const cards = [0, 1, 2].map((i) => makeLayer(`card-${i}`, [100 + i * 280, 200, 200, 120]));
    const ways = tracksOf(cards, { effect: 'slide' }).map((one) =>
      Math.sign(poseAt(one, FIRST + 1e-9).matrix.e),
    );
    expect(new Set(ways).size).toBe(1);
  });
});

describe('bars that grow', () => {
  it.each([
    ['down', (box: Rect) => box.y + box.height],
    ['up', (box: Rect) => -box.y],
    ['left', (box: Rect) => -box.x],
    ['right', (box: Rect) => box.x + box.width],
  ] as const)('never show beyond their baseline: %s', (from, edge) => {
    for (const pose of poses(track({ effect: 'grow', from })).slice(1, -1)) {
      const cut = pose.cuts.find((one) => one.kind === 'box');
      const seen = cut && intersection(through(pose.matrix, CARD.bounds), cut.box);
      if (seen) expect(edge(seen)).toBeLessThanOrEqual(edge(CARD.bounds) + 1e-9);
    }
  });

  it('keep their own size: the top is the top of the bar all the way', () => {
    for (const { matrix } of poses(track({ effect: 'grow' }))) expect([matrix.a, matrix.d]).toEqual([1, 1]);
  });
});

describe('a pulse', () => {
  it('swells less the larger the layer is, and comes back', () => {
    const badge = makeLayer('badge', [100, 100, 24, 24]);
    const peak = (one: LayerTrack) => Math.max(...poses(one).map(({ matrix }) => matrix.a));
    expect(peak(track({ effect: 'pulse', phase: 'stay' }, badge))).toBeCloseTo(1.08, 3);
    expect(peak(track({ effect: 'pulse', phase: 'stay' }))).toBeLessThan(1.03);
    expect(peak(track({ effect: 'pulse', phase: 'stay', amount: 1.2 }))).toBeCloseTo(1.2, 3);
  });
});

describe('what an effect cannot do', () => {
  it('is done by its nearest kin: a count that leaves fades', () => {
    const pose = poseAt(track({ effect: 'count', phase: 'leave' }), FIRST + SECONDS / 2);
    expect(pose.opacity).toBeCloseTo(0.5, 2);
    expect(pose.cuts).toEqual([]);
  });

  it('a layer that enters and pulses does both at once', () => {
    const shot = makeShot({ layers: [CARD], duration: 4 });
    const one = { layers: ['card'], at: FIRST, duration: 1, stagger: 0, by: 'order' } as const;
    const motions: LayerMotion[] = [
      { ...one, layers: ['card'], phase: 'enter', effect: 'rise' },
      { ...one, layers: ['card'], phase: 'stay', effect: 'pulse', amount: 2 },
    ];
    const tracks = layerTracks({ ...shot, motion: { layers: motions } }, composeScene(shot, VIEW), {
      incoming: 0,
      leaves: 4,
    });
    const pose = poseAt(tracks[0]!, FIRST + 0.1);
    expect(pose.matrix.a).toBeGreaterThan(1.02);
    expect(pose.opacity).toBeLessThan(1);
  });
});
