import { cameraMoves, type Easing, easingSchema } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import { makeLayer, makeShot, moving, rising } from '../testing.ts';
import { sampleTrack } from '../track.ts';
import { mixViews } from '../view.ts';

const size = { width: 1920, height: 1080 };
/** What `as const` made of an easing, as a document has it. */
const typed = (easing: unknown): Easing => easingSchema.parse(easing);
const focus = { x: 700, y: 60, width: 200, height: 80 };

function views(shot: Parameters<typeof makeShot>[0], view = size) {
  const timeline = choreograph({ shots: [makeShot(shot)] }, view);
  const [one] = timeline.shots;
  const frames = Math.round(timeline.seconds * 30);
  return {
    scene: one!.scene,
    all: Array.from({ length: frames + 1 }, (_, i) => sampleTrack(one!.camera, i / 30, mixViews)),
  };
}

describe('the camera', () => {
  it.each(cameraMoves)('%s never looks beyond the edge of a picture that fills the view', (move) => {
    const { all } = views({ scale: 4, motion: moving({ move, focus }) });
    for (const { x, y, zoom } of all) {
      expect(x - 960 / zoom).toBeGreaterThanOrEqual(-1e-6);
      expect(x + 960 / zoom).toBeLessThanOrEqual(1920 + 1e-6);
      expect(y - 540 / zoom).toBeGreaterThanOrEqual(-1e-6);
      expect(y + 540 / zoom).toBeLessThanOrEqual(1080 + 1e-6);
    }
  });

  it.each(cameraMoves)('%s never zooms past the captured pixels', (move) => {
    const { all, scene } = views({ scale: 2.3, duration: 6, motion: moving({ move, focus, amount: 2 }) });
    expect(scene.sharpest).toBeCloseTo(1.15);
    expect(Math.max(...all.map((view) => view.zoom))).toBeLessThanOrEqual(1.15 + 1e-6);
  });

  it.each(['bouncy', 'quick', 'ease-out-back', 'ease-in-back', { bezier: [0.3, 2, 0.5, -1] }] as const)(
    'looks neither beyond the edge nor past the captured pixels with %j',
    (easing) => {
      const corner = { x: 860, y: 10, width: 90, height: 40 };
      const steps = [
        { move: 'dolly' as const, focus: corner, at: 0.2, duration: 0.8, easing: typed(easing) },
        { move: 'dolly' as const, focus, at: 1.2, duration: 0.8, amount: 1.2, easing: typed(easing) },
        { move: 'pull-out' as const, at: 2.2, duration: 0.7, easing: typed(easing) },
      ];
      const { all } = views({ scale: 3, duration: 3, motion: { camera: steps } });
      for (const { x, y, zoom } of all) {
        expect(zoom).toBeLessThanOrEqual(1.5 + 1e-6);
        expect(x - 960 / zoom).toBeGreaterThanOrEqual(-0.02);
        expect(x + 960 / zoom).toBeLessThanOrEqual(1920.02);
        expect(y - 540 / zoom).toBeGreaterThanOrEqual(-0.02);
        expect(y + 540 / zoom).toBeLessThanOrEqual(1080.02);
      }
    },
  );

  it('swings with a spring where there is room to', () => {
    const middle = { x: 380, y: 210, width: 200, height: 120 };
    const step = {
      move: 'dolly' as const,
      focus: middle,
      at: 0.2,
      duration: 1,
      amount: 1.4,
      easing: typed('bouncy'),
    };
    const { all } = views({ scale: 4, motion: { camera: [step] } });
    expect(Math.max(...all.map(({ zoom }) => zoom))).toBeGreaterThan(1.45);
  });

  it('holds with a drift of half a per cent a second', () => {
    const { all } = views({ scale: 4, duration: 4, motion: moving({ move: 'hold' }) });
    expect(all[0]).toEqual({ x: 960, y: 540, zoom: 1 });
    expect(all.at(-1)!.zoom).toBeCloseTo(1.02);
  });

  it('stands quite still where there are no pixels to drift into', () => {
    const { all } = views({ scale: 2, motion: moving({ move: 'hold' }) });
    expect(new Set(all.map((view) => view.zoom))).toEqual(new Set([1]));
  });

  it('fills 55 % of the width with a target, at most twice', () => {
    const { all } = views({
      scale: 4,
      duration: 4,
      motion: moving({ move: 'push-in', focus: { ...focus, width: 400 } }),
    });
    const settled = all[Math.round(4 * 30 * 0.75)]!;
    expect((400 * 2 * settled.zoom) / 1920).toBeCloseTo(0.55, 1);
    const small = views({ scale: 6, duration: 4, motion: moving({ move: 'push-in', focus }) });
    expect(Math.max(...small.all.map((view) => view.zoom))).toBeLessThanOrEqual(2);
  });

  it('keeps one point of the picture in its place while it pushes in', () => {
    const { all } = views({ scale: 4, duration: 4, motion: moving({ move: 'push-in', amount: 1.5 }) });
    expect(all.every((view) => Math.abs(view.x - 960) < 1e-6 && Math.abs(view.y - 540) < 1e-6)).toBe(true);
  });

  it('pulls out to the whole picture and rests there', () => {
    const { all } = views({ scale: 4, motion: moving({ move: 'pull-out' }) });
    expect(all[0]!.zoom).toBeCloseTo(1.12);
    expect(all.at(-1)).toEqual({ x: 960, y: 540, zoom: 1 });
    expect(all.at(-8)).toEqual({ x: 960, y: 540, zoom: 1 });
  });

  it('pans the way it is named, at no more than 12 % of the width a second', () => {
    const { all } = views({ scale: 4, motion: moving({ move: 'pan-right' }) });
    const steps = all.slice(1).map((view, i) => (view.x - all[i]!.x) * view.zoom);
    expect(all.at(-1)!.x).toBeGreaterThan(all[0]!.x + 50);
    expect(Math.max(...steps) * 30).toBeLessThanOrEqual(1920 * 0.121);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(-1e-9);
  });

  it('travels down a long page from its top', () => {
    const { all } = views({ width: 1440, height: 5000, duration: 6, motion: moving({ move: 'tilt-down' }) });
    expect(all[0]!.y).toBeCloseTo(540);
    expect(all.at(-1)!.y).toBeGreaterThan(1000);
    expect(all.at(-1)!.zoom).toBe(1);
  });

  it('moves at most 1.04 while layers move', () => {
    const { all } = views({
      scale: 4,
      layers: [makeLayer('a', [100, 100, 200, 100])],
      motion: { ...rising(['a']), camera: [{ move: 'push-in', focus }] },
    });
    expect(Math.max(...all.map((view) => view.zoom))).toBeLessThanOrEqual(1.04);
  });

  it('starts and stops without a jerk', () => {
    const { all } = views({ scale: 4, duration: 4, motion: moving({ move: 'push-in', focus }) });
    const speeds = all.slice(1).map((view, i) => Math.abs(Math.log(view.zoom / all[i]!.zoom)));
    const peak = Math.max(...speeds);
    const first = speeds.findIndex((speed) => speed > 1e-9);
    expect(speeds[first]! / peak).toBeLessThan(0.05);
    expect(speeds.at(-1)! / peak).toBeLessThan(0.05);
  });
});
