import { motionSchema, transitionSchema } from '@animatic/schema';
import { describe, expect, test } from 'vitest';
import { choreograph } from '../choreograph.ts';
import { safeZone } from '../lines/safe-zone.ts';
import { composeScene } from '../scene.ts';
import { makeShot } from '../testing.ts';
import { cropAlong } from './crop.ts';
import { windowScale } from './window.ts';

const views = {
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
};
const wide = { width: 1920, height: 1080 };
const desktop = makeShot({ width: 1440, height: 900, scale: 2 });
const chart = { x: 240, y: 320, width: 480, height: 300 };
const right = (rect: { x: number; width: number }) => rect.x + rect.width;
const bottom = (rect: { y: number; height: number }) => rect.y + rect.height;

describe.each(Object.entries(views))('a desktop’s frame in %s', (_, view) => {
  const scene = composeScene(desktop, view, 0, chart);
  const plain = composeScene(desktop, view);

  test('is seen through a window around what matters, and larger for it', () => {
    expect(scene.kind).toBe('screen');
    expect(scene.window.width).toBeLessThan(1440);
    expect(scene.scaleX).toBeGreaterThan(plain.scaleX * 1.3);
    expect(scene.window.x).toBeLessThanOrEqual(chart.x);
    expect(right(scene.window)).toBeGreaterThanOrEqual(right(chart));
    expect(scene.window.y).toBeLessThanOrEqual(chart.y);
    expect(bottom(scene.window)).toBeGreaterThanOrEqual(bottom(chart));
  });

  test('stands on whole pixels where nothing else is drawn over it', () => {
    const zone = safeZone(view);
    for (const rect of [scene.shown, scene.picture])
      expect(Object.values(rect).every(Number.isInteger)).toBe(true);
    expect(scene.shown.y).toBeGreaterThanOrEqual(zone.y);
    expect(bottom(scene.shown)).toBeLessThanOrEqual(bottom(zone));
    expect(scene.shown.width).toBeLessThanOrEqual(view.width * 0.861);
    // What is shown is that part of the frame, exactly.
    expect(scene.picture.x + scene.window.x * scene.scaleX).toBeCloseTo(scene.shown.x, 6);
    expect(scene.window.width * scene.scaleX).toBeCloseTo(scene.shown.width, 6);
  });

  test('leaves viewers’ lines their room', () => {
    const reserved = Math.round(view.height * 0.25);
    const lined = composeScene(desktop, view, reserved, chart);
    expect(bottom(lined.shown)).toBeLessThan(view.height - reserved);
  });

  test('is shown whole where all of it matters', () => {
    const whole = { x: 0, y: 0, ...desktop.size };
    expect(composeScene(desktop, view, 0, whole)).toEqual(plain);
  });
});

test('a frame that is large enough to be read stays as it is', () => {
  const phone = makeShot({ width: 390, height: 844, scale: 2 });
  for (const view of [wide, ...Object.values(views)])
    expect(composeScene(phone, view, 0, { x: 20, y: 20, width: 80, height: 80 })).toEqual(
      composeScene(phone, view),
    );
  expect(composeScene(desktop, wide, 0, chart)).toEqual(composeScene(desktop, wide));
});

test('never shows more pixels than were captured, and those one by one', () => {
  const plain = makeShot({ width: 1440, height: 900, scale: 1 });
  const scene = composeScene(plain, views['9:16'], 0, chart);
  expect(scene.picture).toMatchObject({ width: 1440, height: 900 });
  expect(scene.sharpest).toBe(1);
});

test('a capture knows the largest scale that a window may have', () => {
  for (const view of Object.values(views)) {
    const { scaleX } = composeScene(desktop, view, 0, { x: 700, y: 400, width: 40, height: 40 });
    expect(windowScale(desktop.size, view)).toBeCloseTo(scaleX, 2);
  }
  expect(windowScale(desktop.size, wide)).toBe(0);
});

describe('a side of a window', () => {
  test('lies in the middle of what matters, kept inside the frame', () => {
    expect(cropAlong(1440, 700, { from: 600, to: 900 }, [])).toEqual({ from: 400, to: 1100 });
    expect(cropAlong(1440, 700, { from: 40, to: 300 }, [])).toEqual({ from: 0, to: 700 });
    expect(cropAlong(600, 700, { from: 40, to: 300 }, [])).toEqual({ from: 0, to: 600 });
  });

  test('goes along whole layers rather than through them', () => {
    const cards = [
      { from: 0, to: 220 },
      { from: 260, to: 600 },
      { from: 640, to: 980 },
      { from: 1020, to: 1400 },
    ];
    const { from, to } = cropAlong(1440, 800, { from: 640, to: 980 }, cards);
    for (const card of cards)
      for (const edge of [from, to]) expect(card.from < edge && edge < card.to).toBe(false);
  });
});

describe('in a clip', () => {
  const looking = (id: string, x: number) =>
    makeShot({
      id,
      width: 1440,
      height: 900,
      scale: 2,
      motion: motionSchema.parse({
        camera: [{ move: 'push-in', focus: { x, y: 300, width: 200, height: 120 } }],
      }),
    });
  const smart = transitionSchema.parse({ kind: 'smart-animate' });

  test('each shot has a window of its own, but for frames that grow into one another', () => {
    const [a, b] = [looking('a', 100), looking('b', 600)];
    const apart = choreograph({ shots: [a, b] }, views['9:16']).shots.map(({ scene }) => scene);
    expect(apart[0]?.window).not.toEqual(apart[1]?.window);
    const together = choreograph({ shots: [{ ...a, transition: smart }, b] }, views['9:16']).shots;
    expect(together[0]?.scene).toEqual(together[1]?.scene);
    const both = together[0]?.scene.window ?? { x: 0, width: 0 };
    expect(both.x).toBeLessThanOrEqual(100);
    expect(right(both)).toBeGreaterThanOrEqual(800);
  });

  test('the camera comes nearer to the same thing, and sees no more than it did before', () => {
    const { scene, camera } = choreograph({ shots: [looking('a', 900)] }, views['4:5']).shots[0] ?? {};
    const { view } = scene ?? { view: wide };
    for (const { value } of camera ?? []) {
      const half = { x: view.width / 2 / value.zoom, y: view.height / 2 / value.zoom };
      expect(Math.min(value.x - half.x, value.y - half.y)).toBeGreaterThanOrEqual(-0.01);
      expect(value.x + half.x).toBeLessThanOrEqual(view.width + 0.01);
      expect(value.y + half.y).toBeLessThanOrEqual(view.height + 0.01);
    }
    expect(camera?.at(-1)?.value.zoom).toBeGreaterThan(1);
  });
});
