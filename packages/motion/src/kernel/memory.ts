import type { KernelExports } from './kernel-exports.ts';
import type { Block } from './pixel-types.ts';

const PAGE = 65_536;
const LIMIT = 65_536 * PAGE;
const ALIGN = 64;
/** Below this the module keeps its own data. */
const BASE = 1024;
/** Vectors may read this far past a block's last pixel. */
const SLACK = 64;

interface Span {
  at: number;
  bytes: number;
}

/** Hands out the kernel's memory and takes it back: the smallest free span that fits, neighbours joined again. */
export class Memory<Wasm extends Pick<KernelExports, 'memory'> = KernelExports> {
  readonly wasm: Wasm;
  private readonly free: Span[] = [];
  private readonly taken = new Map<number, number>();
  private readonly scratches: Span[] = [];
  private end = BASE;
  private used = 0;

  constructor(wasm: Wasm) {
    this.wasm = wasm;
  }

  usage(): { used: number; reserved: number } {
    return { used: this.used, reserved: this.wasm.memory.buffer.byteLength };
  }

  /** Throws RangeError where 4 GiB do not suffice. What is there is left as it was found. */
  allocate(bytes: number): number {
    const size = Math.ceil((bytes + SLACK) / ALIGN) * ALIGN;
    let best = -1;
    for (let i = 0; i < this.free.length; i++) {
      const { bytes: here } = this.free[i]!;
      if (here >= size && (best < 0 || here < this.free[best]!.bytes)) best = i;
    }
    const at = best < 0 ? this.extend(size) : this.carve(best, size);
    this.taken.set(at, size);
    this.used += size;
    return at;
  }

  release({ at }: Pick<Block, 'at'>): void {
    const bytes = this.taken.get(at);
    if (bytes === undefined) throw new Error(`Nothing is allocated at ${at}: freed twice?`);
    this.taken.delete(at);
    this.used -= bytes;
    let index = this.free.findIndex((span) => span.at > at);
    if (index < 0) index = this.free.length;
    this.free.splice(index, 0, { at, bytes });
    this.join(index);
    if (index > 0) this.join(index - 1);
    const last = this.free.at(-1);
    if (last && last.at + last.bytes === this.end) {
      this.end = last.at;
      this.free.pop();
    }
  }

  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.wasm.memory.buffer, at, length);
  }

  /** Working memory number `slot` of at least `bytes` bytes, for one call: the next one gets the same. */
  scratch(slot: number, bytes: number): number {
    const here = this.scratches[slot];
    if (here && here.bytes >= bytes) return here.at;
    if (here) this.release(here);
    const size = Math.max(4096, 2 ** Math.ceil(Math.log2(bytes)));
    const span = { at: this.allocate(size), bytes: size };
    this.scratches[slot] = span;
    return span.at;
  }

  private carve(index: number, size: number): number {
    const span = this.free[index]!;
    const { at } = span;
    if (span.bytes === size) this.free.splice(index, 1);
    else {
      span.at += size;
      span.bytes -= size;
    }
    return at;
  }

  private extend(size: number): number {
    const last = this.free.at(-1);
    const at = last && last.at + last.bytes === this.end ? last.at : this.end;
    const end = at + size;
    const missing = end - this.wasm.memory.buffer.byteLength;
    if (end > LIMIT) throw new RangeError(`The kernel has 4 GiB of memory: ${size} bytes more do not fit`);
    if (missing > 0 && this.wasm.memory.grow(Math.ceil(missing / PAGE)) < 0)
      throw new RangeError(`This machine has no memory for ${size} bytes more`);
    if (at !== this.end) this.free.pop();
    this.end = end;
    return at;
  }

  private join(index: number): void {
    const span = this.free[index];
    const next = this.free[index + 1];
    if (!span || !next || span.at + span.bytes !== next.at) return;
    span.bytes += next.bytes;
    this.free.splice(index + 1, 1);
  }
}
