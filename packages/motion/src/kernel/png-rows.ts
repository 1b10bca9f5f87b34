import type { Memory } from './memory.ts';
import type { Bitmap } from './pixel-types.ts';

/** A bitmap that is on its way. */
export interface PngRows {
  /** Takes what comes next of the stream, in pieces of any length; what comes after the last row is passed over. Throws RangeError for a filter that there is not. */
  add(piece: Uint8Array): void;
  /** The bitmap, premultiplied. Throws RangeError where rows are missing; then, too, nothing is left behind. */
  finish(): Bitmap;
  /** Gives back what there is. */
  abandon(): void;
}

/** What is looked at at once, bytes: rows that are cut lie together here. */
const PIECE = 1 << 18;

export function receivePng(memory: Memory, bitmap: Bitmap, look: (bitmap: Bitmap) => void): PngRows {
  const { wasm } = memory;
  const { width, height } = bitmap;
  const bytes = width * 4;
  const row = bytes + 1;
  const raw = { at: memory.allocate(row + PIECE) };
  const clear = { at: memory.allocate(bytes) };
  memory.bytes(clear.at, bytes).fill(0);
  let have = 0;
  let line = 0;
  const undo = () => {
    let from = raw.at;
    for (; have >= row && line < height; have -= row, from += row, line++) {
      const [kind = 0] = memory.bytes(from, 1);
      if (kind > 4) throw new RangeError(`a PNG has filters 0 to 4, not ${kind}`);
      const out = bitmap.at + line * bytes;
      wasm.unfilterRow(kind, from + 1, line === 0 ? clear.at : out - bytes, out, bytes);
    }
    if (line === height) have = 0;
    else if (from > raw.at) memory.bytes(raw.at, from - raw.at + have).copyWithin(0, from - raw.at);
  };
  const tidy = () => {
    memory.release(clear);
    memory.release(raw);
  };
  return {
    add(piece) {
      for (let at = 0; at < piece.length && line < height; at += PIECE) {
        const part = piece.subarray(at, at + PIECE);
        memory.bytes(raw.at + have, part.length).set(part);
        have += part.length;
        undo();
      }
    },
    finish() {
      tidy();
      if (line < height) {
        memory.release(bitmap);
        throw new RangeError(`a PNG of ${height} rows has ${line} only`);
      }
      wasm.premultiply(bitmap.at, width * height);
      look(bitmap);
      return bitmap;
    },
    abandon() {
      tidy();
      memory.release(bitmap);
    },
  };
}
