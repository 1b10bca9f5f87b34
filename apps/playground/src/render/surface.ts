import { type BlendOperation, burnLinear } from './blend.ts';
import type { Matrix } from './matrix.ts';
import { type Grid, intersect, isEmpty, type Rect } from './rect.ts';

/** Either kind of 2D context: the page's own canvas or an offscreen one. */
export type Context2d = OffscreenCanvasRenderingContext2D;

/**
 * A bitmap that shows a part of the page. Surfaces of one grid share their pixels: a node gets the same ones whatever
 * surface it is drawn on.
 */
export interface Surface {
  readonly canvas: OffscreenCanvas;
  readonly ctx: Context2d;
  readonly grid: Grid;
  /** The part of the page that the bitmap covers: whole device pixels. */
  readonly area: Rect;
}

/** No canvas is made larger than this: browsers refuse, and hostile documents ask for it. */
export const maxSide = 16_384;
const maxPixels = 140_000_000;

/**
 * @param area whole device pixels.
 * @throws Error where the area is empty or larger than a canvas can be.
 */
export function createSurface(area: Rect, grid: Grid): Surface {
  const { width, height } = area;
  if (isEmpty(area)) throw new Error('There is nothing to draw: the area has no size.');
  if (width > maxSide || height > maxSide || width * height > maxPixels) {
    throw new Error(
      `A picture of ${width} × ${height} px is too large: at most ${maxSide} px a side and ${maxPixels / 1e6} megapixels. Export at a smaller scale.`,
    );
  }
  const canvas = new OffscreenCanvas(width, height);
  // Read back at once, so software rendering: the same pixels on every machine, and no copy from a GPU.
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('This browser gives no 2D canvas.');
  ctx.imageSmoothingQuality = 'high';
  return { canvas, ctx, grid, area };
}

/** A transparent surface over the part of `area` (device pixels) that `below` covers; undefined where they do not meet. */
export function createLayer(below: Surface, area: Rect): Surface | undefined {
  const visible = intersect(area, below.area);
  return isEmpty(visible) ? undefined : createSurface(visible, below.grid);
}

// 1/512 px is exact in the 32-bit floats that the rasterizer works with, up to 16,384 px: so whole-pixel moves of the
// origin (another export's canvas) never change how an edge or a glyph is rounded.
const snap = (v: number) => Math.round(v * 512) / 512;

/** Sets the context so that it draws in a node's own pixels. */
export function enterNode(surface: Surface, m: Matrix): void {
  const { ctx, grid, area } = surface;
  const { scale, dx, dy } = grid;
  ctx.setTransform(
    m.a * scale,
    m.b * scale,
    m.c * scale,
    m.d * scale,
    snap(m.e * scale + dx) - area.x,
    snap(m.f * scale + dy) - area.y,
  );
}

/** Sets the context so that it draws in device pixels of the page. */
export function enterDevice(surface: Surface): void {
  surface.ctx.setTransform(1, 0, 0, 1, -surface.area.x, -surface.area.y);
}

/** Draws a surface over another one, pixel upon pixel. */
export function drawSurface(
  onto: Surface,
  from: Surface,
  how: { alpha?: number; operation?: BlendOperation } = {},
): void {
  const { ctx } = onto;
  const alpha = how.alpha ?? 1;
  const operation = how.operation ?? 'source-over';
  if (operation === 'linear-burn') {
    drawBurnt(onto, from, alpha);
    return;
  }
  ctx.save();
  enterDevice(onto);
  ctx.globalAlpha = alpha;
  ctx.globalCompositeOperation = operation;
  ctx.drawImage(from.canvas, from.area.x, from.area.y);
  ctx.restore();
}

/** The blend is made apart and then laid over, so that the clip of `onto` holds. */
function drawBurnt(onto: Surface, from: Surface, alpha: number): void {
  const blended = createLayer(onto, from.area);
  if (!blended) return;
  drawSurface(blended, onto);
  const above = createSurface(blended.area, from.grid);
  drawSurface(above, from);
  const { width, height } = blended.area;
  const image = blended.ctx.getImageData(0, 0, width, height);
  burnLinear(image.data, above.ctx.getImageData(0, 0, width, height).data, alpha);
  blended.ctx.putImageData(image, 0, 0);
  drawSurface(onto, blended);
}
