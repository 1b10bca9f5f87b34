import type { KernelMemory } from '../kernel-exports.ts';

const PAGE = 65_536;

/** Memory as the twin's primitives see it: plain arrays over one buffer, which moves when it grows, as WASM's does. */
export class TwinMemory implements KernelMemory {
  buffer = new ArrayBuffer(PAGE);

  grow(pages: number): number {
    const before = this.buffer.byteLength / PAGE;
    const grown = new ArrayBuffer(this.buffer.byteLength + pages * PAGE);
    new Uint8Array(grown).set(new Uint8Array(this.buffer));
    this.buffer = grown;
    return before;
  }

  get u8(): Uint8Array {
    return new Uint8Array(this.buffer);
  }

  i16(at: number, count: number): Int16Array {
    return new Int16Array(this.buffer, at, count);
  }

  i32(at: number, count: number): Int32Array {
    return new Int32Array(this.buffer, at, count);
  }

  f32(at: number, count: number): Float32Array {
    return new Float32Array(this.buffer, at, count);
  }

  f64(at: number, count: number): Float64Array {
    return new Float64Array(this.buffer, at, count);
  }
}
