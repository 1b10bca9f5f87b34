import type { Rect, Size } from '@animatic/schema';
import type { Bitmap, Context2d, Surface } from '../canvas.ts';
import type { Shape } from '../draw-list.ts';
import { type Affine, intersection, union } from '../geometry.ts';
import type { Prepared } from './aids.ts';
import { SOFT_STEPS, type Soft } from './cuts.ts';
import type { Piece, Pieces } from './pieces.ts';
import { traceShape } from './shapes.ts';

const ALIGNED = 1e-3;
/** Bitmap pixels per view pixel, at least, when a bitmap is resampled. */
export const SPARE = 1.25;
/** One prepared size is so many times the one before. */
export const SIZE_STEP = Math.SQRT2;

/** Paints what a bitmap item has come to; `sheet` is asked for only where pieces have to be put together first. */
export function paintPieces<B extends Bitmap>(
  context: Context2d<B>,
  { pieces, added, clips, softs, opacity: own }: Pieces<B>,
  view: Size,
  opacity: number,
  sheet: () => Surface<B>,
): void {
  const share = opacity * own;
  if (share <= 0 || pieces.length === 0) return;
  const region = regionOf(pieces, view);
  if (!region) return;
  const clipped = clips.length > 0;
  if (clipped) {
    context.save();
    for (const clip of clips) clipTo(context, clip.matrix, clip.shape);
  }
  if (added || softs.length > 0) {
    const { context: own, bitmap } = sheet();
    own.setTransform(1, 0, 0, 1, 0, 0);
    own.clearRect(region.x, region.y, region.width, region.height);
    own.globalCompositeOperation = added ? 'lighter' : 'source-over';
    for (const piece of pieces) paintPiece(own, piece, piece.opacity);
    for (const soft of softs) fade(own, soft, region);
    own.globalCompositeOperation = 'source-over';
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = share;
    context.imageSmoothingEnabled = false;
    const { x, y, width, height } = region;
    context.drawImage(bitmap, x, y, width, height, x, y, width, height);
  } else for (const piece of pieces) paintPiece(context, piece, share * piece.opacity);
  context.globalAlpha = 1;
  if (clipped) context.restore();
}

/** From now on only what lies in a shape is painted. */
export function clipTo<B extends Bitmap>(context: Context2d<B>, m: Affine, shape: Shape): void {
  context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f);
  context.beginPath();
  traceShape(context, shape);
  context.clip();
}

/** Takes away what lies beyond a soft edge. */
export function fade<B extends Bitmap>(context: Context2d<B>, { full, clear }: Soft, region: Rect): void {
  const gradient = context.createLinearGradient(full.x, full.y, clear.x, clear.y);
  for (const [index, alpha] of SOFT_STEPS.entries())
    gradient.addColorStop(index / (SOFT_STEPS.length - 1), `rgba(0,0,0,${alpha})`);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'destination-in';
  context.fillStyle = gradient;
  context.fillRect(region.x, region.y, region.width, region.height);
}

function paintPiece<B extends Bitmap>(
  context: Context2d<B>,
  { sizes, part, matrix: m }: Piece<B>,
  opacity: number,
): void {
  const choice = choose(sizes, m);
  if (!choice || opacity <= 0) return;
  const { image, box } = choice.prepared;
  const shown = part ? intersection(part, box) : box;
  if (!shown) return;
  context.globalAlpha = opacity;
  const px = image.width / box.width;
  const py = image.height / box.height;
  const source = {
    x: (shown.x - box.x) * px,
    y: (shown.y - box.y) * py,
    width: shown.width * px,
    height: shown.height * py,
  };
  if (choice.aligned) {
    const whole = rounded(source);
    const x = Math.round(m.a * box.x + m.e) + whole.x;
    const y = Math.round(m.d * box.y + m.f) + whole.y;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.imageSmoothingEnabled = false;
    if (!part) context.drawImage(image, x, y);
    else if (whole.width > 0 && whole.height > 0)
      context.drawImage(image, whole.x, whole.y, whole.width, whole.height, x, y, whole.width, whole.height);
    return;
  }
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  const upright = Math.abs(m.b) < 1e-9 && Math.abs(m.c) < 1e-9;
  if (upright) context.setTransform(1, 0, 0, 1, 0, 0);
  else context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f);
  const target = upright ? throughUpright(m, shown) : shown;
  if (!part) context.drawImage(image, target.x, target.y, target.width, target.height);
  else
    context.drawImage(
      image,
      source.x,
      source.y,
      source.width,
      source.height,
      target.x,
      target.y,
      target.width,
      target.height,
    );
}

/** Out to the nearest whole pixels: the edges that two parts share stay shared. */
function rounded({ x, y, width, height }: Rect): Rect {
  const left = Math.round(x);
  const top = Math.round(y);
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

function throughUpright(m: Affine, { x, y, width, height }: Rect): Rect {
  return { x: m.a * x + m.e, y: m.d * y + m.f, width: m.a * width, height: m.d * height };
}

/**
 * The bitmap that needs no resampling where there is one; else the smallest with pixels to spare, because bilinear
 * sampling is cleanest at .55 to .8 of a bitmap's size: hairlines neither shimmer nor blur.
 */
export function choose<B extends Bitmap>(
  sizes: readonly Prepared<B>[],
  m: Affine,
): { prepared: Prepared<B>; aligned: boolean } | null {
  const turned = Math.abs(m.b) > 1e-9 || Math.abs(m.c) > 1e-9;
  if (!turned)
    for (const prepared of sizes) {
      const { image, box } = prepared;
      const fits =
        Math.abs(m.a * box.width - image.width) < 0.02 && Math.abs(m.d * box.height - image.height) < 0.02;
      const x = m.a * box.x + m.e;
      const y = m.d * box.y + m.f;
      if (fits && Math.abs(x - Math.round(x)) < ALIGNED && Math.abs(y - Math.round(y)) < ALIGNED)
        return { prepared, aligned: true };
    }
  const across = Math.hypot(m.a, m.b);
  const large = sizes.find(({ image, box }) => image.width >= across * box.width * SPARE * 0.999);
  const prepared = large ?? sizes.at(-1);
  return prepared ? { prepared, aligned: false } : null;
}

/** The whole view pixels that pieces may come to. */
function regionOf<B extends Bitmap>(pieces: readonly Piece<B>[], view: Size): Rect | null {
  const boxes = pieces.flatMap(({ sizes, part, matrix }) =>
    sizes[0] ? [through(matrix, part ?? sizes[0].box)] : [],
  );
  if (boxes.length === 0) return null;
  const all = boxes.reduce(union);
  const x = Math.floor(all.x) - 1;
  const y = Math.floor(all.y) - 1;
  const grown = {
    x,
    y,
    width: Math.ceil(all.x + all.width) + 1 - x,
    height: Math.ceil(all.y + all.height) + 1 - y,
  };
  return intersection(grown, { x: 0, y: 0, ...view });
}

/** The smallest upright rectangle around one that a matrix has moved. */
export function through(m: Affine, { x, y, width, height }: Rect): Rect {
  const xs = [x, x + width].flatMap((px) => [y, y + height].map((py) => m.a * px + m.c * py + m.e));
  const ys = [x, x + width].flatMap((px) => [y, y + height].map((py) => m.b * px + m.d * py + m.f));
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
