import type { Edge, Homography } from './homography.ts';
import type { Memory } from './memory.ts';
import type { Bitmap, MipLevel, Quad, Shading, WarpOptions } from './pixel-types.ts';
import { around, isEmpty, maskAt, meet, opacityOf, paintable } from './region.ts';

/** A plane ready to be painted: what it shows, where it lies, how target pixels find their place in it. */
export interface WarpPlane {
  levels: readonly MipLevel[];
  opaque: boolean;
  quad: Quad;
  edges: readonly Edge[];
  toPlane: Homography;
}

/** Paints a plane row by row; rows are warped aside, their ends faded by the quad's edges, then blended. */
export function paintWarped(memory: Memory, target: Bitmap, plane: WarpPlane, options: WarpOptions): void {
  const xs = plane.quad.map((point) => point.x);
  const ys = plane.quad.map((point) => point.y);
  const x = Math.min(...xs) - 1;
  const y = Math.min(...ys) - 1;
  const box = around({ x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y });
  const region = meet(paintable(target, options), box);
  const opacity = opacityOf(options);
  if (isEmpty(region) || opacity === 0) return;
  const { wasm } = memory;
  const widest = region.x1 - region.x0;
  const row = memory.scratch(0, widest * 4 + 16);
  const levels = memory.scratch(1, plane.levels.length * 16);
  const edges = memory.scratch(2, 64);
  const shade = options.shading ? memory.scratch(3, 32) : 0;
  const levelOf = new Int32Array(wasm.memory.buffer, levels, plane.levels.length * 4);
  plane.levels.forEach((level, i) => {
    levelOf.set([level.at, level.width, level.height, 0], i * 4);
  });
  const edgeOf = new Float64Array(wasm.memory.buffer, edges, 8);
  if (options.shading)
    new Float32Array(wasm.memory.buffer, shade, 7).set(shadeOf(options.shading, plane.levels[0]!));
  const [ux, uy, uc, vx, vy, vc, wx, wy, wc] = plane.toPlane;
  const bias = options.bias ?? -0.25;
  const solid = plane.opaque && opacity === 255 && !options.mask;
  const cover = (at: number, from: number, to: number, line: number) => {
    if (to <= from) return;
    plane.edges.forEach(({ a, b, c }, i) => {
      edgeOf.set([a * (from + 0.5) + b * line + c, a], i * 2);
    });
    wasm.coverRow(at, to - from, edges);
  };
  for (let y = region.y0; y < region.y1; y++) {
    const line = y + 0.5;
    const [from, to] = span(plane.edges, line, -0.5, region.x0, region.x1);
    const count = to - from;
    if (count <= 0) continue;
    const [insideFrom, insideTo] = span(plane.edges, line, 0.5, from, to);
    wasm.warpRow(
      levels,
      plane.levels.length,
      row,
      from,
      count,
      ux,
      uy * line + uc,
      vx,
      vy * line + vc,
      wx,
      wy * line + wc,
      uy,
      vy,
      wy,
      bias,
      shade,
    );
    const at = target.at + (y * target.width + from) * 4;
    const blend = (skip: number, pixels: number) => {
      if (pixels > 0)
        wasm.blendRows(
          row + skip * 4,
          0,
          at + skip * 4,
          0,
          pixels,
          1,
          opacity,
          maskAt(options.mask, from + skip, y),
          0,
        );
    };
    if (insideTo <= insideFrom) {
      cover(row, from, to, line);
      blend(0, count);
      continue;
    }
    const start = insideFrom - from;
    const end = insideTo - from;
    cover(row, from, insideFrom, line);
    cover(row + end * 4, insideTo, to, line);
    if (!solid) {
      blend(0, count);
      continue;
    }
    blend(0, start);
    wasm.copyRows(row + start * 4, 0, at + start * 4, 0, (end - start) * 4, 1);
    blend(end, count - end);
  }
}

/** The pixels of a line whose centres are more than `least` inside of every edge. */
function span(edges: readonly Edge[], line: number, least: number, low: number, high: number) {
  let from = low;
  let to = high;
  for (const { a, b, c } of edges) {
    const rest = b * line + c - least;
    if (Math.abs(a) < 1e-9) {
      if (rest < 0) return [low, low] as const;
      continue;
    }
    const x = -rest / a - 0.5;
    if (a > 0) from = Math.max(from, Math.ceil(x));
    else to = Math.min(to, Math.floor(x) + 1);
  }
  return [from, Math.max(from, to)] as const;
}

function shadeOf({ gain, sheen }: Shading, { width, height }: MipLevel): number[] {
  const lights = [gain[0], (gain[1] - gain[0]) / width, (gain[2] - gain[0]) / height];
  if (!sheen) return [...lights, 0, 2, 0, 0];
  const cos = Math.cos(sheen.angle);
  const sin = Math.sin(sheen.angle);
  const reach = Math.abs(cos) + Math.abs(sin);
  const soft = Math.max(sheen.width, 1e-3);
  // From its upper left corner, or from the one that lies first along the direction.
  const start = (Math.min(cos, 0) + Math.min(sin, 0)) / reach;
  return [
    ...lights,
    Math.min(Math.max(sheen.strength, 0), 0.08),
    (-start - sheen.position) / soft,
    cos / reach / soft / width,
    sin / reach / soft / height,
  ];
}
