import { describe, expect, it } from 'vitest';
import { captureScale } from './capture-scale.ts';
import { dropsOf, movedLayers } from './drops.ts';
import { hashBytes } from './hash.ts';
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
  };

  it('is named once, in the order it comes', () => {
    expect(movedLayers(motion)).toEqual(['a', 'b', 'c']);
  });

  it('starts below its place by the travel in frame pixels, at least', () => {
    const drops = dropsOf(motion, { width: 1920, height: 1080 }, { width: 1920, height: 1080 });
    expect(drops.get('a')).toBeGreaterThanOrEqual(24);
    expect(drops.get('c')).toBe(0);
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
