import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ImageShelf, imageSize } from './image-shelf.ts';
import { createMemoryStore } from './key-value-store.ts';
import { sha1 } from './sha1.ts';

describe('sha1', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 1000, 100_000])(
    'agrees with the reference on %i bytes',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255);
      expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'));
    },
  );
});

describe('the image shelf', () => {
  it('knows after a reload what was added before', async () => {
    const store = createMemoryStore();
    const nothing = { fetchBytes: async () => undefined, has: () => false, store };
    const hash = (await ImageShelf.open(nothing)).add(new Uint8Array([1, 2, 3]));
    const again = await ImageShelf.open(nothing);
    expect(again.exists(hash)).toBe(true);
    expect(await again.bytes(hash)).toEqual(new Uint8Array([1, 2, 3]));
    expect(again.exists('0'.repeat(40))).toBe(false);
  });
});

describe('an image’s size', () => {
  it('is read from the headers of PNG, GIF and JPEG', () => {
    const png = new Uint8Array(24);
    png.set([0x89, 0x50, 0x4e, 0x47]);
    new DataView(png.buffer).setUint32(16, 300);
    new DataView(png.buffer).setUint32(20, 200);
    const gif = Uint8Array.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 10, 0, 20, 0]);
    const jpeg = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, 0, 40, 0, 30, 3, 0, 0, 0,
    ]);
    expect(imageSize(png)).toEqual({ width: 300, height: 200 });
    expect(imageSize(gif)).toEqual({ width: 10, height: 20 });
    expect(imageSize(jpeg)).toEqual({ width: 30, height: 40 });
    expect(imageSize(new Uint8Array(3))).toBeUndefined();
  });
});
