import type { Edge, Homography } from './homography.ts';
import type { Memory } from './memory.ts';
import type { Bitmap, MipLevel, Quad, Shading, WarpOptions } from './pixel-types.ts';
import { around, isEmpty, maskAt, meet, opacityOf, paintable } from './region.ts';

/** A plane ready to be painted: what it shows, where it lies, how target pixels find their place in it. */
export interface WarpPlane {
  levels: readonly (MipLevel & { stride?: number })[];
  quad: Quad;
  edges: readonly Edge[];
  toPlane: Homography;
}

/** Tiles keep what is read together close together: a turned row runs through hundreds of rows of its picture. */
const TILE_WIDTH = 64;
const TILE_HEIGHT = 32;

/** Paints a plane tile by tile: warped aside, faded along the quad's edges, then blended. */
export function paintWarped(memory: Memory, target: Bitmap, plane: WarpPlane, options: WarpOptions): void {
  const region = meet(paintable(target, options), boxOf(plane.quad));
  const opacity = opacityOf(options);
  if (isEmpty(region) || opacity === 0) return;
  const { wasm } = memory;
  const { x0, y0, x1, y1 } = region;
  const tile = memory.scratch(0, TILE_WIDTH * TILE_HEIGHT * 4);
  const levels = memory.scratch(1, plane.levels.length * 16);
  const edges = memory.scratch(2, 64);
  const shade = options.shading ? memory.scratch(3, 32) : 0;
  const spans = memory.scratch(4, (y1 - y0) * 16);
  const matrix = memory.scratch(5, 152);
  const { buffer } = wasm.memory;
  new Int32Array(buffer, levels, plane.levels.length * 4).set(
    plane.levels.flatMap((level) => [level.at, level.width, level.height, level.stride ?? level.width * 4]),
  );
  new Float64Array(buffer, matrix, 9).set(plane.toPlane);
  if (options.shading) new Float32Array(buffer, shade, 7).set(shadeOf(options.shading, plane.levels[0]!));
  const edgeOf = new Float64Array(buffer, edges, 8);
  const spanOf = new Int32Array(buffer, spans, (y1 - y0) * 4);
  for (let y = y0; y < y1; y++) {
    const [from, to] = span(plane.edges, y + 0.5, -0.5, x0, x1);
    const [insideFrom, insideTo] = span(plane.edges, y + 0.5, 0.5, from, to);
    const inside = insideTo > insideFrom;
    spanOf.set([from, to, inside ? insideFrom : to, inside ? insideTo : to], (y - y0) * 4);
  }
  const fade = (at: number, from: number, to: number, y: number) => {
    if (to <= from) return;
    plane.edges.forEach(({ a, b, c }, i) => {
      edgeOf[i * 2] = a * (from + 0.5) + b * (y + 0.5) + c;
      edgeOf[i * 2 + 1] = a;
    });
    wasm.coverRow(at, to - from, edges);
  };
  for (let top = y0; top < y1; top += TILE_HEIGHT) {
    const rows = Math.min(TILE_HEIGHT, y1 - top);
    let low = x1;
    let high = x0;
    for (let i = (top - y0) * 4; i < (top - y0 + rows) * 4; i += 4) {
      if (spanOf[i + 1]! <= spanOf[i]!) continue;
      low = Math.min(low, spanOf[i]!);
      high = Math.max(high, spanOf[i + 1]!);
    }
    for (let left = low & ~3; left < high; left += TILE_WIDTH) {
      const right = Math.min(left + TILE_WIDTH, high);
      const width = (right - left + 3) & ~3;
      const here = spans + (top - y0) * 16;
      wasm.warpRows(
        levels,
        plane.levels.length,
        tile,
        width,
        left,
        top,
        rows,
        here,
        matrix,
        options.bias ?? -0.25,
        shade,
      );
      for (let row = 0; row < rows; row++) {
        const i = (top - y0 + row) * 4;
        const at = tile + (row * width - left) * 4;
        const first = Math.max(spanOf[i]!, left);
        const last = Math.min(spanOf[i + 1]!, right);
        fade(at + first * 4, first, Math.min(spanOf[i + 2]!, last), top + row);
        const after = Math.max(spanOf[i + 3]!, first);
        fade(at + after * 4, after, last, top + row);
      }
      const start = Math.max(left, x0);
      wasm.blendRows(
        tile + (start - left) * 4,
        width * 4,
        target.at + (top * target.width + start) * 4,
        target.width * 4,
        right - start,
        rows,
        opacity,
        maskAt(options.mask, start, top),
        options.mask?.width ?? 0,
      );
    }
  }
}

function boxOf(quad: Quad) {
  const xs = quad.map((point) => point.x);
  const ys = quad.map((point) => point.y);
  const x = Math.min(...xs) - 1;
  const y = Math.min(...ys) - 1;
  return around({ x, y, width: Math.max(...xs) + 1 - x, height: Math.max(...ys) + 1 - y });
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
