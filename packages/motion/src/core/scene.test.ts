import { describe, expect, it } from 'vitest';
import { composeScene } from './scene.ts';
import { makeShot } from './testing.ts';

const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };

describe('composing a scene', () => {
  it('fills the format with a frame of its shape', () => {
    const scene = composeScene(makeShot({ width: 1440, height: 810 }), wide);
    expect(scene.kind).toBe('full');
    expect(scene.picture).toEqual({ x: 0, y: 0, ...wide });
  });

  it('fills it with nearly its shape too, and crops what is over', () => {
    const scene = composeScene(makeShot({ width: 1366, height: 768 }), wide);
    expect(scene.kind).toBe('full');
    expect(scene.picture.width).toBeGreaterThanOrEqual(1920);
    expect(scene.picture.height).toBeGreaterThanOrEqual(1080);
  });

  it('stands a phone at 82 % of the height with rounded corners, on whole pixels', () => {
    const { kind, picture, corner } = composeScene(makeShot({ width: 390, height: 844 }), wide);
    expect(kind).toBe('screen');
    expect(picture.height / 1080).toBeCloseTo(0.82, 2);
    expect(corner).toBeGreaterThan(20);
    expect(Object.values(picture).every(Number.isInteger)).toBe(true);
  });

  it('stands a desktop page in a tall clip at no more than 86 % of the width', () => {
    const { kind, picture } = composeScene(makeShot({ width: 1440, height: 900 }), tall);
    expect(kind).toBe('screen');
    expect(picture.width / 1080).toBeLessThanOrEqual(0.861);
  });

  it('takes a long page as something to travel over, starting at its top', () => {
    const { kind, picture } = composeScene(makeShot({ width: 1440, height: 5000 }), wide);
    expect(kind).toBe('page');
    expect(picture).toMatchObject({ x: 0, y: 0, width: 1920 });
  });

  it('composes a small clip as a large one: a page that lacks the pixels to fill 1080 lines is a screen in both', () => {
    const page = makeShot({ width: 390, height: 1688 });
    const kinds = [1, 1.5, 2.25].map((by) => composeScene(page, { width: 480 * by, height: 480 * by }).kind);
    expect(kinds).toEqual(['screen', 'screen', 'screen']);
  });

  it('shows a poster whole', () => {
    expect(composeScene(makeShot({ width: 1080, height: 1350 }), wide).kind).toBe('screen');
    expect(composeScene(makeShot({ width: 1080, height: 1920 }), wide).kind).toBe('screen');
  });

  it('knows the zoom at which captured pixels are used up', () => {
    expect(composeScene(makeShot({ width: 960, height: 540, scale: 3 }), wide).sharpest).toBeCloseTo(1.5);
  });
});
