import type { Size } from '@animatic/schema';
import { createLzw } from './lzw.ts';

export interface GifOptions {
  size: Size;
  fps: number;
  /** 256 colours, RGB. */
  palette: Uint8Array;
  /** The index of what shows nothing. */
  clear: number;
  /** Whether pixels may become clear again: each picture is then taken away before the next. */
  transparent: boolean;
}

export interface GifStream {
  /** Takes a frame of indexes, which may be used again afterwards, and gives the bytes that are ready to be written. */
  add(indexes: Uint8Array): Uint8Array[];
  /** The last bytes. */
  end(): Uint8Array[];
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A delay is 16 bits of hundredths of a second. */
const LONGEST = 65_535;

/**
 * Builds a GIF picture by picture (GIF89a). A frame that equals the last one only makes it last longer; otherwise the
 * changed rectangle is written, with what stayed in it left clear. Times are rounded so that they never add up wrong.
 *
 * @example for await (const frame of indexed) for (const bytes of gif.add(frame)) await file.write(bytes);
 */
export function openGif({ size, fps, palette, clear, transparent }: GifOptions): GifStream {
  const { width, height } = size;
  const lzw = createLzw();
  const shown = new Uint8Array(width * height).fill(clear);
  const before = new Uint8Array(width * height);
  const packed = new Uint8Array(width * height);
  let pending: { since: number; place: Place; data: Uint8Array } | undefined;
  let count = 0;
  const hundredths = (frame: number) => Math.round((frame * 100) / fps);

  const take = (place: Place): Uint8Array => {
    let to = 0;
    for (let y = place.y; y < place.y + place.height; y++)
      for (let at = y * width + place.x; at < y * width + place.x + place.width; at++) {
        const now = shown[at] ?? clear;
        packed[to++] = !transparent && now === before[at] && count > 0 ? clear : now;
      }
    return lzw.pack(packed.subarray(0, to));
  };

  const flush = (until: number): Uint8Array[] => {
    if (!pending) return [];
    const { since, place, data } = pending;
    const control = Buffer.from([0x21, 0xf9, 4, ((transparent ? 2 : 1) << 2) | 1, 0, 0, clear, 0]);
    control.writeUInt16LE(Math.min(LONGEST, hundredths(until) - hundredths(since)), 4);
    const descriptor = Buffer.alloc(10);
    descriptor[0] = 0x2c;
    descriptor.writeUInt16LE(place.x, 1);
    descriptor.writeUInt16LE(place.y, 3);
    descriptor.writeUInt16LE(place.width, 5);
    descriptor.writeUInt16LE(place.height, 7);
    return [control, descriptor, data];
  };

  return {
    add(indexes) {
      if (count === 0) before.fill(clear);
      else if (shown.every((index, at) => index === indexes[at])) {
        count++;
        return [];
      } else before.set(shown);
      shown.set(indexes);
      const place = transparent
        ? changed(shown, size, (at) => shown[at] !== clear)
        : changed(shown, size, (at) => count === 0 || shown[at] !== before[at]);
      const ready = count === 0 ? [header(size, palette, clear)] : flush(count);
      pending = { since: count, place, data: take(place) };
      count++;
      return ready;
    },
    end: () => [...flush(count), Buffer.from([0x3b])],
  };
}

/** The smallest rectangle around what `counts`; one pixel where nothing does. */
function changed(of: Uint8Array, { width, height }: Size, counts: (at: number) => boolean): Place {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < of.length; at++) {
    if (!counts(at)) continue;
    const x = at % width;
    const y = (at - x) / width;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    bottom = y;
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

/** Signature, screen, the one palette, and that it plays for ever. */
function header({ width, height }: Size, palette: Uint8Array, clear: number): Uint8Array {
  const screen = Buffer.alloc(13);
  screen.write('GIF89a', 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  screen[10] = 0xf7;
  screen[11] = clear;
  const forever = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1');
  return Buffer.concat([screen, palette.subarray(0, 768), forever]);
}
