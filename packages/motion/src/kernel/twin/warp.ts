import type { KernelExports } from '../kernel-exports.ts';
import { lerp } from './scale.ts';
import type { TwinMemory } from './twin-memory.ts';

type Warp = Pick<KernelExports, 'warpRows' | 'coverRow' | 'halve'>;

const { fround } = Math;
const bits = new DataView(new ArrayBuffer(4));

function log2Of(value: number): number {
  bits.setFloat32(0, value);
  return fround(fround(bits.getInt32(0) - 0x3f800000) / 8_388_608);
}

/** fround(a · x + b), each step rounded to a float as the vectors do it. */
function line(a: number, x: number, b: number): number {
  return fround(fround(fround(a) * fround(x)) + fround(b));
}

function hold(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), low);
}

/** Planes in perspective, a pixel and a channel at a time; the mip level goes by fours, as the kernel's does. */
export function warpTwin(memory: TwinMemory): Warp {
  /** A channel's word at u, v (pixels of the full picture) in one level. */
  const channel = (levels: number, level: number, u: number, v: number, c: number) => {
    const [at = 0, width = 0, height = 0, stride = 0] = memory.i32(levels + level * 16, 4);
    const axis = (value: number, size: number) => {
      const held = hold((value >> level) - 16_384, 0, Math.max(((size - 1) << 15) - 1, 0));
      return { start: held >> 15, weight: held & 32_767 };
    };
    const x = axis(u, width);
    const y = axis(v, height);
    const bytes = memory.u8;
    const across = (row: number) => {
      const pixel = at + row * stride + x.start * 4 + c;
      return lerp(bytes[pixel]! * 128, bytes[pixel + 4]! * 128, x.weight);
    };
    return lerp(across(y.start), across(Math.min(y.start + 1, height - 1)), y.weight);
  };
  return {
    warpRows(levels, levelCount, out, width, x, y, rows, spans, plane, bias, shade) {
      const bytes = memory.u8;
      const [ux = 0, uy = 0, uc = 0, vx = 0, vy = 0, vc = 0, wx = 0, wy = 0, wc = 0] = memory.f64(plane, 9);
      const pixel = (column: number, row: number, c: number) => {
        const middle = row + 0.5;
        const place = (at: number) => {
          const one = fround(1 / line(wx, at + 0.5, wy * middle + wc));
          return {
            u: fround(line(ux, at + 0.5, uy * middle + uc) * one),
            v: fround(line(vx, at + 0.5, vy * middle + vc) * one),
            one,
          };
        };
        const mid = place((column & ~31) + 16);
        let level = 0;
        let between = 0;
        if (levelCount > 1) {
          const step = (d: number, at: number, w: number) =>
            fround(fround(fround(d) - fround(at * fround(w))) * mid.one);
          const squares = (a: number, b: number) => fround(fround(a * a) + fround(b * b));
          const across = squares(step(ux, mid.u, wx), step(vx, mid.v, wx));
          const down = squares(step(uy, mid.u, wy), step(vy, mid.v, wy));
          const lod = fround(fround(log2Of(Math.max(across, down)) * 0.5) + fround(bias));
          const held = hold(lod, 0, levelCount - 1);
          level = Math.trunc(held);
          between = Math.trunc(fround(fround(held - level) * 32_768));
        }
        const { u, v } = between8(place, column);
        const word = (of: number) => {
          const near = channel(levels, level, u, v, of);
          return between > 0 ? lerp(near, channel(levels, level + 1, u, v, of), between) : near;
        };
        if (!shade) return (word(c) + 64) >> 7;
        const alpha = word(3);
        const four = between8(place, (column & ~3) + 1);
        const light = lightAt(memory.f32(shade, 7), fround(four.u / 32_768), fround(four.v / 32_768));
        const half = (word(c) * (c === 3 ? 16_384 : light.gain) + 0x4000) >> 15;
        const sheen = c === 3 ? 0 : (alpha * light.sheen + 0x4000) >> 15;
        return (Math.min(Math.min(half * 2, 32_767) + sheen, 32_767, alpha) + 64) >> 7;
      };
      const spanOf = memory.i32(spans, rows * 4);
      for (let row = 0; row < rows; row++)
        for (let i = 0; i < width * 4; i++) {
          const column = x + (i >> 2);
          const there = column >= spanOf[row * 4]! && column < spanOf[row * 4 + 1]!;
          bytes[out + row * width * 4 + i] = there ? pixel(column, y + row, i & 3) : 0;
        }
    },
    coverRow(at, count, edges) {
      const bytes = memory.u8;
      const edge = memory.f64(edges, 8);
      for (let i = 0; i < count; i++) {
        let cover = 1;
        for (let e = 0; e < 8; e += 2) cover *= hold(edge[e]! + edge[e + 1]! * i + 0.5, 0, 1);
        const share = Math.floor(cover * 255 + 0.5);
        for (let c = 0; c < 4; c++)
          bytes[at + i * 4 + c] = Math.round((bytes[at + i * 4 + c]! * share) / 255);
      }
    },
    halve(source, width, height, target) {
      const bytes = memory.u8;
      const half = (width + 1) >> 1;
      for (let y = 0; y < height; y += 2)
        for (let x = 0; x < width; x += 2)
          for (let c = 0; c < 4; c++) {
            const at = (dx: number, dy: number) =>
              bytes[source + (Math.min(y + dy, height - 1) * width + Math.min(x + dx, width - 1)) * 4 + c]!;
            bytes[target + ((y / 2) * half + x / 2) * 4 + c] =
              (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1) + 2) >> 2;
          }
    },
  };
}

/** Places as 15-bit fixed point: exact at every 8th pixel, straight between. */
function between8(place: (at: number) => { u: number; v: number }, column: number) {
  const here = place(column & ~7);
  const next = place((column & ~7) + 8);
  const fixed = (value: number, factor: number) => {
    const whole = Math.trunc(fround(value * factor));
    return Number.isNaN(whole) ? 0 : hold(whole, -(2 ** 31), 2 ** 31 - 1);
  };
  const at = (from: number, to: number) =>
    (fixed(from, 32_768) + Math.imul(fixed(fround(to - from), 4096), column & 7)) | 0;
  return { u: at(here.u, next.u), v: at(here.v, next.v) };
}

function lightAt(shade: Float32Array, u: number, v: number): { gain: number; sheen: number } {
  const plane = (from: number) =>
    fround(fround(shade[from]! + fround(shade[from + 1]! * u)) + fround(shade[from + 2]! * v));
  const away = plane(4);
  const bell = Math.max(fround(1 - fround(away * away)), 0);
  const sheen = fround(fround(shade[3]! * bell) * bell);
  const gain = hold(plane(0), 0, 1.5);
  return { gain: Math.trunc(fround(gain * 16_384)), sheen: Math.trunc(fround(sheen * 32_768)) };
}
