import type { KernelExports } from '../kernel-exports.ts';
import { lerp } from './scale.ts';
import type { TwinMemory } from './twin-memory.ts';

type Warp = Pick<KernelExports, 'warpRow' | 'coverRow' | 'halve'>;

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
    const [at = 0, width = 0, height = 0] = memory.i32(levels + level * 16, 3);
    const scale = 2 ** -level;
    const axis = (value: number, size: number) => {
      const held = hold(fround(fround(value * scale) - 0.5), 0, size - 1);
      const start = Math.min(Math.trunc(held), Math.max(size - 2, 0));
      return { start, weight: Math.min(Math.trunc(fround(fround(held - start) * 32_768)), 32_767) };
    };
    const x = axis(u, width);
    const y = axis(v, height);
    const bytes = memory.u8;
    const across = (row: number) => {
      const pixel = at + (row * width + x.start) * 4 + c;
      return lerp(bytes[pixel]! * 128, bytes[pixel + 4]! * 128, x.weight);
    };
    return lerp(across(y.start), across(Math.min(y.start + 1, height - 1)), y.weight);
  };
  return {
    warpRow(levels, levelCount, out, x, count, ux, u0, vx, v0, wx, w0, uy, vy, wy, bias, shade) {
      const bytes = memory.u8;
      const place = (i: number) => {
        const at = x + i + 0.5;
        const one = fround(1 / line(wx, at, w0));
        return { u: fround(line(ux, at, u0) * one), v: fround(line(vx, at, v0) * one), one };
      };
      for (let i = 0; i < count; i++) {
        const mid = place((i & ~3) + 1);
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
        const { u, v } = place(i);
        const word = (c: number) => {
          const near = channel(levels, level, u, v, c);
          return between > 0 ? lerp(near, channel(levels, level + 1, u, v, c), between) : near;
        };
        const alpha = word(3);
        const light = shade ? lightAt(memory.f32(shade, 7), mid.u, mid.v) : null;
        for (let c = 0; c < 4; c++) {
          let value = word(c);
          if (light) {
            const gain = c === 3 ? 16_384 : light.gain;
            const sheen = c === 3 ? 0 : light.sheen;
            const half = (value * gain + 0x4000) >> 15;
            const lit = Math.min(Math.min(half * 2, 32_767) + ((alpha * sheen + 0x4000) >> 15), 32_767);
            value = Math.min(lit, alpha);
          }
          bytes[out + i * 4 + c] = Math.min(value + 64, 32_767) >> 7;
        }
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

function lightAt(shade: Float32Array, u: number, v: number): { gain: number; sheen: number } {
  const plane = (from: number) =>
    fround(fround(shade[from]! + fround(shade[from + 1]! * u)) + fround(shade[from + 2]! * v));
  const away = plane(4);
  const bell = Math.max(fround(1 - fround(away * away)), 0);
  const sheen = fround(fround(shade[3]! * bell) * bell);
  const gain = hold(plane(0), 0, 1.5);
  return { gain: Math.trunc(fround(gain * 16_384)), sheen: Math.trunc(fround(sheen * 32_768)) };
}
