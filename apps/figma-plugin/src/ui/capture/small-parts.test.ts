import { describe, expect, it } from 'vitest';
import { captureScale } from './capture-scale.ts';
import { hashBytes } from './hash.ts';
import { motionNeeds } from './needs.ts';
import { reachesOf } from './reaches.ts';
import { node, outline } from './testing/outline.ts';
import { tilesOf } from './tiles.ts';

describe('the scale of a capture', () => {
  const wide = { width: 1920, height: 1080 };

  it('is twice for a phone and for a desktop in a 1080p clip', () => {
    expect(captureScale({ width: 390, height: 844 }, wide)).toBe(2);
    expect(captureScale({ width: 1440, height: 900 }, wide)).toBe(2);
  });

  it('follows the format and the zoom', () => {
    expect(captureScale({ width: 390, height: 844 }, { width: 1080, height: 1920 })).toBe(3);
    expect(captureScale({ width: 1920, height: 1080 }, wide, 2)).toBe(2);
    expect(captureScale({ width: 3840, height: 2160 }, wide)).toBe(1);
  });

  it('has the pixels for a window onto a desktop’s frame in a tall clip', () => {
    expect(captureScale({ width: 1440, height: 900 }, { width: 1080, height: 1920 })).toBe(2);
  });

  it('goes by what is seen at a time where a frame scrolls', () => {
    const tall = { width: 390, height: 1500 };
    expect(captureScale(tall, wide, 1.25, { width: 390, height: 844 })).toBe(2);
  });

  it('never passes what a canvas can hold', () => {
    expect(captureScale({ width: 1440, height: 12_000 }, wide)).toBe(1);
  });
});

describe('tiles', () => {
  it('cover a picture once, none longer than allowed', () => {
    for (const [width, height] of [
      [100, 100],
      [4096, 4097],
      [5000, 13_000],
    ] as const) {
      const tiles = tilesOf(width, height);
      expect(tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0)).toBe(width * height);
      expect(Math.max(...tiles.flatMap((tile) => [tile.width, tile.height]))).toBeLessThanOrEqual(4096);
    }
  });

  it('are even rather than full ones and a sliver', () => {
    expect(tilesOf(4200, 10).map(({ width }) => width)).toEqual([2100, 2100]);
  });
});

describe('what a motion moves', () => {
  const enters = { phase: 'enter' as const, duration: 0.5, stagger: 0.1, by: 'order' as const };
  const motion = {
    layers: [
      { ...enters, layers: ['a', 'b'], effect: 'rise' as const, at: 0 },
      { ...enters, layers: ['b', 'c'], effect: 'fade' as const, at: 1 },
    ],
    scroll: [],
  };
  const root = outline([
    node('a', [10, 10, 80, 40]),
    node('b', [10, 60, 80, 40]),
    node('c', [10, 120, 80, 40]),
    node('bar', [0, 760, 400, 40], { fixed: true }),
  ]);

  it('is named once, in the order it comes', () => {
    expect(motionNeeds(motion, root)).toEqual(['a', 'b', 'c']);
  });

  it('counts what stays while the frame scrolls', () => {
    expect(motionNeeds({ ...motion, scroll: [{ to: 100 }] }, root)).toEqual(['a', 'b', 'c', 'bar']);
  });

  it('comes by where the motion engine moves it', () => {
    const reaches = reachesOf(motion, root, { width: 1080, height: 1920 });
    const rise = reaches.get('a');
    expect(rise?.y).toBe(10);
    expect((rise?.height ?? 0) - 40).toBeGreaterThan(5);
    expect(reaches.get('c')).toEqual({ x: 10, y: 120, width: 80, height: 40 });
    expect(reaches.has('bar')).toBe(false);
  });
});

describe('a still’s name', () => {
  const bytes = new TextEncoder().encode('animatic');
  const name = 'e80767da8de616788ccdd21e4327e1e0156862f0dfa7202a6f2b423692fc5518';

  it('is the same with and without the browser’s own SHA-256', async () => {
    expect(await hashBytes(bytes)).toBe(name);
    const { subtle } = crypto;
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await hashBytes(bytes)).toBe(name);
    } finally {
      Object.defineProperty(crypto, 'subtle', { value: subtle, configurable: true });
    }
  });
});
