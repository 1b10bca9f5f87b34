import type { Affine } from '../core/geometry.ts';
import { axisStep, overlap } from './axis.ts';
import type { Memory } from './memory.ts';
import type { Bitmap, PaintOptions } from './pixel-types.ts';
import { around, isEmpty, maskAt, meet, opacityOf, paintable, type Region } from './region.ts';
import type { SourcePixels } from './source-pixels.ts';

/** Where a row of pixels ready for blending lies: between source lines `start` and the next, `weight` of the way. */
type RowBetween = (start: number, weight: number) => number;

/** Paints a move and a scale along the axes (b = c = 0; a or d below 0 mirrors): bilinear, edges by their overlap. */
export function paintScaled(
  memory: Memory,
  target: Bitmap,
  source: SourcePixels,
  { a, d, e, f }: Affine,
  options: PaintOptions,
): void {
  const left = Math.min(e, e + a * source.width);
  const right = Math.max(e, e + a * source.width);
  const top = Math.min(f, f + d * source.height);
  const bottom = Math.max(f, f + d * source.height);
  const place = around({ x: left, y: top, width: right - left, height: bottom - top });
  const region = meet(paintable(target, options), place);
  const opacity = opacityOf(options);
  if (isEmpty(region) || opacity === 0) return;
  const { wasm } = memory;
  const { x0, x1, y0, y1 } = region;
  const count = x1 - x0;
  const x = Math.round(e);
  const upright = Math.abs(a - 1) * source.width < 1 / 64 && Math.abs(e - x) < 1 / 512;
  const first = upright ? 1 : coverOf(x0, left, right);
  const last = upright || count === 1 ? 1 : coverOf(x1 - 1, left, right);
  const rowBetween = upright
    ? plainRows(memory, source, x0 - x, count)
    : stretchedRows(memory, source, count, { first, last }, (i) => (x0 + i + 0.5 - e) / a - 0.5);
  const from = first < 1 ? 1 : 0;
  const to = last < 1 ? count - 1 : count;
  const solid = source.opaque && !options.mask;
  const shareOf = (y: number) => Math.round(opacity * coverOf(y, top, bottom));
  const stepOf = (y: number) => axisStep((y + 0.5 - f) / d - 0.5, source.height);
  const colorOf = first < 1 || last < 1 ? () => null : plainColors(memory, source);
  for (let y = y0; y < y1; y++) {
    const share = shareOf(y);
    if (share === 0) continue;
    const { start, weight } = stepOf(y);
    const color = colorOf(start, weight);
    if (color !== null) {
      // What lies between rows of one colour is that colour: as many of them as there are go at once.
      let end = y + 1;
      for (; end < y1 && shareOf(end) === share; end++) {
        const next = stepOf(end);
        if (colorOf(next.start, next.weight) !== color) break;
      }
      paintBand(memory, target, { x0, y0: y, x1, y1: end }, color, share, solid, options);
      y = end - 1;
      continue;
    }
    const row = rowBetween(start, weight);
    const at = target.at + (y * target.width + x0) * 4;
    if (solid && share === 255) {
      wasm.copyRows(row + from * 4, 0, at + from * 4, 0, (to - from) * 4, 1);
      if (from > 0) wasm.blendRows(row, 0, at, 0, 1, 1, 255, 0, 0);
      if (to < count) wasm.blendRows(row + to * 4, 0, at + to * 4, 0, 1, 1, 255, 0, 0);
    } else wasm.blendRows(row, 0, at, 0, count, 1, share, maskAt(options.mask, x0, y), 0);
  }
}

/** The colour between a source's rows, where they are plain and alike; null elsewhere. */
function plainColors(memory: Memory, source: SourcePixels): (start: number, weight: number) => number | null {
  const { plain } = source;
  if (!plain) return () => null;
  const at = (row: number) =>
    plain[row] === 1
      ? (new Uint32Array(memory.wasm.memory.buffer, source.at + row * source.stride, 1)[0] ?? null)
      : null;
  return (start, weight) => {
    const upper = at(start);
    return upper === null || weight === 0 || at(start + 1) === upper ? upper : null;
  };
}

function paintBand(
  memory: Memory,
  target: Bitmap,
  { x0, y0, x1, y1 }: Region,
  color: number,
  share: number,
  solid: boolean,
  { mask }: PaintOptions,
): void {
  const { wasm } = memory;
  const count = x1 - x0;
  const row = memory.scratch(5, count * 4);
  new Uint32Array(wasm.memory.buffer, row, count).fill(color);
  const at = target.at + (y0 * target.width + x0) * 4;
  const stride = target.width * 4;
  if (solid && share === 255) wasm.copyRows(row, 0, at, stride, count * 4, y1 - y0);
  else wasm.blendRows(row, 0, at, stride, count, y1 - y0, share, maskAt(mask, x0, y0), mask?.width ?? 0);
}

function coverOf(at: number, low: number, high: number): number {
  const cover = overlap(at, low, high);
  return cover > 0.9999 ? 1 : cover;
}

/** Rows of a picture that moves by whole pixels across: `skip` pixels in. */
function plainRows(memory: Memory, source: SourcePixels, skip: number, count: number): RowBetween {
  const padded = (count + 3) & ~3;
  const row = memory.scratch(0, padded * 4);
  return (start, weight) => {
    const upper = source.at + start * source.stride + skip * 4;
    if (weight === 0) return upper;
    memory.wasm.lerpPixels(upper, upper + source.stride, weight, row, padded);
    return row;
  };
}

/** Rows of a picture stretched across: each of its lines once, as long as they come in order. */
function stretchedRows(
  memory: Memory,
  source: SourcePixels,
  count: number,
  { first, last }: { first: number; last: number },
  positionOf: (i: number) => number,
): RowBetween {
  const { wasm } = memory;
  const padded = (count + 3) & ~3;
  const offsets = memory.scratch(1, padded * 4);
  const weights = memory.scratch(2, padded * 8);
  let upper = memory.scratch(3, padded * 8);
  let lower = memory.scratch(4, padded * 8);
  const row = memory.scratch(0, padded * 4);
  const offsetOf = new Int32Array(wasm.memory.buffer, offsets, padded);
  const weightOf = new Int16Array(wasm.memory.buffer, weights, padded * 4);
  for (let i = 0; i < padded; i++) {
    const { start, weight } = axisStep(positionOf(Math.min(i, count - 1)), source.width);
    offsetOf[i] = start * 4;
    weightOf.fill(weight, i * 4, i * 4 + 4);
  }
  const stretch = (line: number, out: number) => {
    wasm.scaleAcross(source.at + line * source.stride, out, padded, offsets, weights);
    if (first < 1) wasm.fadeWords(out, Math.round(first * 32_768));
    if (last < 1) wasm.fadeWords(out + (count - 1) * 8, Math.round(last * 32_768));
  };
  // Which lines of the source the two rows of words hold.
  let upperLine = -1;
  let lowerLine = -1;
  return (start, weight) => {
    if (upperLine !== start) {
      if (lowerLine === start || upperLine === start + 1) {
        [upper, lower] = [lower, upper];
        [upperLine, lowerLine] = [lowerLine, upperLine];
      }
      if (upperLine !== start) stretch((upperLine = start), upper);
    }
    if (weight > 0 && lowerLine !== start + 1) stretch((lowerLine = start + 1), lower);
    wasm.lerpRows(upper, lower, weight, row, padded);
    return row;
  };
}
