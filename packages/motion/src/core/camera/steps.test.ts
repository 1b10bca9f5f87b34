import { type CameraStep, cameraMoves } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import { middle } from '../geometry.ts';
import { toScene } from '../scene.ts';
import { makeLayer, makeShot, moving, rising } from '../testing.ts';
import { sampleTrack } from '../track.ts';
import { mixViews } from '../view.ts';

const size = { width: 1920, height: 1080 };
const left = { x: 60, y: 60, width: 260, height: 120 };
const right = { x: 560, y: 280, width: 260, height: 120 };

function camera(steps: CameraStep[], more: Parameters<typeof makeShot>[0] = {}) {
  const shot = makeShot({ scale: 4, duration: 6, motion: moving(...steps), ...more });
  const timeline = choreograph({ shots: [shot] }, size);
  const [one] = timeline.shots;
  const at = (seconds: number) => sampleTrack(one!.camera, seconds, mixViews);
  const all = Array.from({ length: Math.round(timeline.seconds * 30) + 1 }, (_, i) => at(i / 30));
  return { at, all, scene: one!.scene, track: one!.camera };
}
const looksAt = (view: { x: number; y: number }, target: { x: number; y: number }) =>
  Math.hypot(view.x - target.x, view.y - target.y) < 2;

describe('several moves in one shot', () => {
  it('goes in to something and back to the whole picture, with a rest between', () => {
    const { all, scene } = camera([{ move: 'push-in', focus: left, amount: 1.6 }, { move: 'pull-out' }]);
    const peak = all.findIndex((view) => view.zoom > 1.599);
    const resting = all.filter((view) => view.zoom > 1.599 && view.zoom < 1.62).length / 30;
    expect(peak).toBeGreaterThan(0);
    expect(resting).toBeGreaterThan(0.3);
    expect(all[0]).toEqual(scene.start);
    expect(all.at(-1)).toEqual(scene.start);
  });

  it('travels from one layer to another without going back to the whole', () => {
    const { all, scene } = camera([
      { move: 'dolly', focus: left, amount: 1.8, at: 0, duration: 0 },
      { move: 'dolly', focus: right, amount: 1.8 },
    ]);
    expect(looksAt(all[0]!, middle(toScene(scene, left)))).toBe(false); // the edge keeps it inside
    expect(all[0]!.zoom).toBeCloseTo(1.8);
    expect(Math.min(...all.map((view) => view.zoom))).toBeCloseTo(1.8);
    expect(looksAt(all.at(-1)!, middle(toScene(scene, right)))).toBe(true);
  });

  it('rests as long as a hold between two moves says', () => {
    const { all } = camera([
      { move: 'push-in', amount: 1.4, at: 0.3, duration: 1 },
      { move: 'hold', duration: 2 },
      { move: 'pull-out' },
    ]);
    const held = all.filter((view) => Math.abs(view.zoom - 1.4) < 0.001).length / 30;
    expect(held).toBeGreaterThan(1.8);
  });

  it('keeps to the times that a step has', () => {
    const { at } = camera([{ move: 'push-in', amount: 1.5, at: 2, duration: 1.5, easing: 'linear' }]);
    expect(at(2).zoom).toBe(1);
    expect(at(2.75).zoom).toBeCloseTo(Math.sqrt(1.5));
    expect(at(3.5).zoom).toBeCloseTo(1.5);
  });

  it('goes as near as it is asked once the layers have come, and no nearer than 1.04 while they move', () => {
    const layers = [makeLayer('a', [100, 100, 200, 100])];
    const steps = (at: number): CameraStep[] => [{ move: 'push-in', focus: left, at, duration: 2 }];
    const zoom = (at: number) => {
      const { all } = camera([], { layers, motion: { ...rising(['a']), camera: steps(at) } });
      return Math.max(...all.map((view) => view.zoom));
    };
    expect(zoom(1)).toBeGreaterThan(1.3);
    expect(zoom(0.2)).toBeLessThan(1.07);
  });

  it.each(cameraMoves)('%s after a push in stays within the picture and the captured pixels', (move) => {
    const { all } = camera([{ move: 'push-in', focus: right }, { move }, { move: 'pull-out' }], { scale: 3 });
    for (const { x, y, zoom } of all) {
      expect(zoom).toBeLessThanOrEqual(1.5 + 1e-6);
      expect(x - 960 / zoom).toBeGreaterThanOrEqual(-1e-6);
      expect(x + 960 / zoom).toBeLessThanOrEqual(1920 + 1e-6);
      expect(y - 540 / zoom).toBeGreaterThanOrEqual(-1e-6);
      expect(y + 540 / zoom).toBeLessThanOrEqual(1080 + 1e-6);
    }
  });

  it('fits twelve moves into a short shot in order', () => {
    const { track } = camera(
      Array.from({ length: 12 }, (_, i) => ({ move: i % 2 ? ('pull-out' as const) : ('push-in' as const) })),
      { duration: 2 },
    );
    const times = track.map((key) => key.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(2);
  });
});
