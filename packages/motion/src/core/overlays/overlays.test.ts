import type { Overlay, OverlayEffect } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import type { DrawItem } from '../draw-list.ts';
import { IDENTITY } from '../effects/pose.ts';
import { makeShot } from '../testing.ts';
import { outline, stretch } from './outline.ts';
import { overlayItems } from './registry.ts';
import { overlayTone } from './tone.ts';

/** A frame of 960 by 540 shown at twice its size: a pixel of a 1080p clip is half a frame pixel. */
const VIEW = { width: 1920, height: 1080 };
const BOX = { x: 300, y: 200, width: 120, height: 40 };
const AT = 1;

type Path = Extract<DrawItem, { kind: 'path' }>;

/** What is drawn over the frame `seconds` after the overlay began, in frame pixels. */
function shown(
  more: Partial<Overlay> & { effect: OverlayEffect },
  seconds: number,
  frame = { width: 960, height: 540 },
) {
  const overlay = { boxes: [BOX], at: AT, duration: 2, ...more };
  const shot = makeShot({ ...frame, motion: { overlays: [overlay] }, duration: 5 });
  const timeline = choreograph({ shots: [shot] }, VIEW);
  const items = overlayItems(timeline.shots[0]!, AT + seconds, IDENTITY);
  return items.filter((item): item is Path => item.kind === 'path');
}

const frames = Array.from({ length: 121 }, (_, i) => i / 60);

describe.each(['highlight', 'dim', 'tap'] as const)('%s', (effect) => {
  it('is not there before and after, and comes from nothing', () => {
    expect(shown({ effect }, -0.01)).toEqual([]);
    expect(shown({ effect }, 2.01)).toEqual([]);
    const strongest = (seconds: number) =>
      Math.max(
        0,
        ...shown({ effect }, seconds).map(({ opacity, shapes }) => (shapes.some(isSpot) ? 0 : opacity)),
      );
    expect(strongest(0)).toBeLessThan(0.05);
    expect(strongest(2)).toBeLessThan(0.05);
    expect(strongest(1)).toBeGreaterThan(0.5);
  });

  it('has opacities between 0 and 1, and only finite numbers', () => {
    for (const seconds of frames)
      for (const item of shown({ effect }, seconds)) {
        expect(item.opacity).toBeGreaterThanOrEqual(0);
        expect(item.opacity).toBeLessThanOrEqual(1);
        expect(JSON.stringify(item)).not.toContain('null');
      }
  });

  it('does no harm where it is over at once', () => {
    expect(() => shown({ effect, duration: 0 }, 0)).not.toThrow();
    for (const seconds of [0, 0.02, 0.05])
      expect(JSON.stringify(shown({ effect, duration: 0.05 }, seconds))).not.toContain('null');
  });
});

/** A line of hardly any length: its round end is a dot. */
const isSpot = (shape: Path['shapes'][number]) =>
  shape.kind === 'line' && shape.points.every(([x]) => Math.abs(x - (shape.points[0]?.[0] ?? 0)) < 1);

describe('what dims', () => {
  it('leaves holes with some air around its boxes', () => {
    const [item] = shown({ effect: 'dim' }, 1);
    expect(item?.rule).toBe('evenodd');
    expect(item?.shapes[1]).toMatchObject({
      kind: 'box',
      box: { x: 294, y: 194, width: 132, height: 52 },
    });
  });

  it('leaves no rim of shadow around a box that has corners, thus an edge, of its own', () => {
    const hole = shown({ effect: 'dim', corner: 10 }, 1)[0]?.shapes[1];
    expect(hole).toMatchObject({ kind: 'box', box: { x: 300, y: 200, width: 120, height: 40 } });
    expect(hole?.kind === 'box' && hole.corners[0]).toBeCloseTo(10);
  });

  it('dims towards the background of the frame', () => {
    expect(shown({ effect: 'dim' }, 1)[0]?.fill).toBe('rgba(255,255,255,1)');
  });
});

describe('a tap', () => {
  /** Where the pointer's tip is and how large it is drawn: its matrix. */
  const pointer = (seconds: number) =>
    shown({ effect: 'tap' }, seconds).find(({ fill }) => fill === 'rgb(18,21,30)')?.matrix;
  const goal = { x: 360, y: 220 };

  it('arrives at the middle of its box after .5 to .9 s', () => {
    const arrives = frames.find((seconds) => {
      const at = pointer(seconds);
      return at && Math.hypot(at.e - goal.x, at.f - goal.y) < 0.5;
    });
    expect(arrives).toBeGreaterThanOrEqual(0.5);
    expect(arrives).toBeLessThanOrEqual(0.9);
  });

  it('comes on a path that bows 4 to 8 % of its length', () => {
    const from = pointer(0.02);
    if (!from) throw new Error('no pointer');
    const way = Math.hypot(goal.x - from.e, goal.y - from.f);
    const off = frames.map((seconds) => {
      const at = seconds < 0.9 ? pointer(seconds) : undefined;
      if (!at) return 0;
      return Math.abs((goal.x - from.e) * (from.f - at.f) - (from.e - at.e) * (goal.y - from.f)) / way;
    });
    expect(Math.max(...off) / way).toBeGreaterThanOrEqual(0.04);
    expect(Math.max(...off) / way).toBeLessThanOrEqual(0.08);
  });

  it('presses to .92 of its size and lets go again, and a ripple spreads', () => {
    const sizes = frames.map((seconds) => (pointer(seconds)?.a ?? 0.5) / 0.5);
    expect(Math.min(...sizes)).toBeCloseTo(0.92, 2);
    expect(sizes[110]).toBeCloseTo(1, 3);
    const radii = frames.flatMap((seconds) =>
      shown({ effect: 'tap' }, seconds).flatMap(({ shapes: [shape], stroke }) =>
        stroke && shape?.kind === 'circle' ? [shape.radius] : [],
      ),
    );
    expect(radii.length).toBeGreaterThan(20);
    for (const [i, radius] of radii.entries())
      if (i > 0) expect(radius).toBeGreaterThanOrEqual(radii[i - 1] ?? 0);
  });

  it('is a finger on a phone, an arrow elsewhere', () => {
    const kinds = (frame: { width: number; height: number }) =>
      shown({ effect: 'tap' }, 0.7, frame).flatMap(({ shapes }) => shapes.map(({ kind }) => kind));
    expect(kinds({ width: 390, height: 844 })).not.toContain('polygon');
    expect(kinds({ width: 960, height: 540 })).toContain('polygon');
  });
});

describe('a ring', () => {
  it('runs around its box, outside of it', () => {
    const ring = shown({ effect: 'highlight', corner: 8 }, 1).at(-1);
    const shape = ring?.shapes[0];
    if (shape?.kind !== 'polygon') throw new Error('no closed ring');
    for (const [x, y] of shape.points) {
      const inside = x > BOX.x && x < BOX.x + BOX.width && y > BOX.y && y < BOX.y + BOX.height;
      expect(inside).toBe(false);
    }
  });

  it('is drawn on from the middle of its top both ways', () => {
    const ring = shown({ effect: 'highlight' }, 0.3).at(-1);
    expect(ring?.shapes.map(({ kind }) => kind)).toEqual(['line', 'line']);
  });

  it('closes where it began, and its parts are shares of its length', () => {
    const box = { x: 0, y: 0, width: 100, height: 50 };
    const around = outline(box, [10, 10, 10, 10]);
    expect(around.at(-1)).toEqual(around[0]);
    const length = (points: readonly (readonly [number, number])[]) =>
      points
        .slice(1)
        .reduce(
          (sum, [x, y], i) => sum + Math.hypot(x - (points[i]?.[0] ?? x), y - (points[i]?.[1] ?? y)),
          0,
        );
    expect(length(stretch(around, 0.2, 0.5)) / length(around)).toBeCloseTo(0.3, 6);
  });
});

describe('the tone of overlays', () => {
  it.each([
    [{ r: 1, g: 1, b: 1, a: 1 }, false],
    [{ r: 0.05, g: 0.06, b: 0.1, a: 1 }, true],
    [undefined, false],
  ])('stands out from the background', (background, dark) => {
    const tone = overlayTone({ background });
    expect(tone.dark).toBe(dark);
    const light = ({ r, g, b }: { r: number; g: number; b: number }) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
    expect(Math.abs(light(tone.contrast) - light(tone.background))).toBeGreaterThan(0.5);
  });
});
