import type { Paint, Rect, Transform } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Context2d } from '../canvas.ts';
import { css } from '../color.ts';
import { type Affine, invert, multiply } from '../geometry.ts';

type GradientPaint = Extract<Paint, { type: `GRADIENT_${string}` }>;
/** Pixels of a diamond gradient, which are computed one by one. */
const MOST_DIAMOND = 40_000_000;

type ImagePaint = Extract<Paint, { type: 'IMAGE' }>;

/** Where a paint goes: the box that its gradient or picture is laid into, and the matrix from frame to bitmap pixels. */
export interface FillPlace<B extends Bitmap> {
  host: CanvasHost<B>;
  context: Context2d<B>;
  base: Affine;
  box: Rect;
  bitmapOf: BitmapOf<B>;
}

/**
 * Fills a shape with one of Figma's paints. `trace` adds the shape to the current path, in frame pixels.
 */
export function fillShape<B extends Bitmap>(
  place: FillPlace<B>,
  paint: Paint,
  trace: () => void,
  rule: 'nonzero' | 'evenodd' = 'nonzero',
): void {
  const { context, base } = place;
  context.save();
  context.setTransform(base.a, base.b, base.c, base.d, base.e, base.f);
  context.beginPath();
  trace();
  if (paint.type === 'SOLID') {
    context.fillStyle = css(paint.color, paint.opacity ?? 1);
    context.fill(rule);
  } else {
    context.clip(rule);
    context.globalAlpha = paint.opacity ?? 1;
    if (paint.type === 'IMAGE') fillImage(place, paint);
    else if (paint.type === 'GRADIENT_DIAMOND') fillDiamond(place, paint);
    else fillGradient(place, paint);
  }
  context.restore();
}

function boxMatrix(box: Rect): Affine {
  return { a: box.width, b: 0, c: 0, d: box.height, e: box.x, f: box.y };
}

function affineOf([[a, c, e], [b, d, f]]: Transform): Affine {
  return { a, b, c, d, e, f };
}

/** Takes the gradient's own unit space to bitmap pixels; null where the paint's transform flattens the plane. */
function gradientSpace<B extends Bitmap>(place: FillPlace<B>, transform: Transform): Affine | null {
  const inverse = invert(affineOf(transform));
  return inverse && multiply(multiply(place.base, boxMatrix(place.box)), inverse);
}

function fillGradient<B extends Bitmap>(place: FillPlace<B>, paint: GradientPaint): void {
  const { context } = place;
  const space = gradientSpace(place, paint.transform);
  if (!space) {
    fillFlat(place, paint);
    return;
  }
  const gradient =
    paint.type === 'GRADIENT_LINEAR'
      ? context.createLinearGradient(0, 0, 1, 0)
      : paint.type === 'GRADIENT_RADIAL'
        ? context.createRadialGradient(0.5, 0.5, 0, 0.5, 0.5, 0.5)
        : context.createConicGradient(0, 0.5, 0.5);
  for (const { position, color } of sorted(paint)) gradient.addColorStop(position, css(color));
  context.setTransform(space.a, space.b, space.c, space.d, space.e, space.f);
  context.fillStyle = gradient;
  coverClip(place, space);
}

/** Fills everything inside the clip, in the space of `matrix`. */
function coverClip<B extends Bitmap>(place: FillPlace<B>, matrix: Affine): void {
  const back = invert(matrix);
  if (!back) return;
  const { box, base } = place;
  const margin = Math.max(box.width, box.height) + 64;
  const corners = [
    { x: box.x - margin, y: box.y - margin },
    { x: box.x + box.width + margin, y: box.y - margin },
    { x: box.x - margin, y: box.y + box.height + margin },
    { x: box.x + box.width + margin, y: box.y + box.height + margin },
  ].map((point) => {
    const x = base.a * point.x + base.c * point.y + base.e;
    const y = base.b * point.x + base.d * point.y + base.f;
    return { x: back.a * x + back.c * y + back.e, y: back.b * x + back.d * y + back.f };
  });
  const xs = corners.map((point) => point.x);
  const ys = corners.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  place.context.fillRect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
}

function fillFlat<B extends Bitmap>(place: FillPlace<B>, paint: GradientPaint): void {
  const last = sorted(paint).at(-1);
  if (!last) return;
  place.context.fillStyle = css(last.color);
  coverClip(place, place.base);
}

function sorted(paint: GradientPaint) {
  return [...paint.stops].sort((a, b) => a.position - b.position);
}

/** Canvas2D has no diamond gradient: its pixels are computed where the box lies and drawn through the clip. */
function fillDiamond<B extends Bitmap>(place: FillPlace<B>, paint: GradientPaint): void {
  const { base, box, host, context } = place;
  const space = gradientSpace(place, paint.transform);
  const back = space && invert(space);
  if (!back || base.a * box.width * base.d * box.height > MOST_DIAMOND) {
    fillFlat(place, paint);
    return;
  }
  const x0 = Math.floor(base.a * box.x + base.e) - 1;
  const y0 = Math.floor(base.d * box.y + base.f) - 1;
  const width = Math.ceil(base.a * box.width) + 3;
  const height = Math.ceil(base.d * box.height) + 3;
  const surface = host.surface(width, height);
  const stops = sorted(paint);
  surface.writePixels((data) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const px = x0 + x + 0.5;
        const py = y0 + y + 0.5;
        const u = back.a * px + back.c * py + back.e - 0.5;
        const v = back.b * px + back.d * py + back.f - 0.5;
        writeStop(data, (y * width + x) * 4, stops, 2 * (Math.abs(u) + Math.abs(v)));
      }
  });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(surface.bitmap, x0, y0);
}

function writeStop(data: Uint8ClampedArray, at: number, stops: GradientPaint['stops'], t: number): void {
  let low = stops[0];
  let high = stops.at(-1);
  if (!low || !high) return;
  for (const stop of stops) {
    if (stop.position <= t) low = stop;
    else {
      high = stop;
      break;
    }
  }
  if (t <= (stops[0]?.position ?? 0)) high = low = stops[0] ?? low;
  const gap = high.position - low.position;
  const share = gap > 0 ? Math.min(1, Math.max(0, (t - low.position) / gap)) : 1;
  const { color: from } = low;
  const { color: to } = high;
  const channel = (name: 'r' | 'g' | 'b' | 'a') => (from[name] + (to[name] - from[name]) * share) * 255;
  data[at] = channel('r');
  data[at + 1] = channel('g');
  data[at + 2] = channel('b');
  data[at + 3] = channel('a');
}

function fillImage<B extends Bitmap>(place: FillPlace<B>, paint: ImagePaint): void {
  const { context, box, base } = place;
  const image = place.bitmapOf(paint.still);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  if (paint.scaleMode === 'CROP' && paint.transform) {
    const inverse = invert(affineOf(paint.transform));
    if (!inverse) return;
    const m = multiply(multiply(base, boxMatrix(box)), inverse);
    context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f);
    context.drawImage(image, 0, 0, 1, 1);
    return;
  }
  if (paint.scaleMode === 'TILE') {
    const scale = paint.scalingFactor ?? 1;
    const width = image.width * scale;
    const height = image.height * scale;
    if ((box.width / width) * (box.height / height) > 40_000) return;
    for (let y = box.y; y < box.y + box.height; y += height)
      for (let x = box.x; x < box.x + box.width; x += width) context.drawImage(image, x, y, width, height);
    return;
  }
  const ratios = [box.width / image.width, box.height / image.height] as const;
  const scale = paint.scaleMode === 'FIT' ? Math.min(...ratios) : Math.max(...ratios);
  const width = image.width * scale;
  const height = image.height * scale;
  context.drawImage(image, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height);
}
