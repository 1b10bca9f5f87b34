import type { Bitmap, Context2d, Surface } from '../canvas.ts';
import type { BitmapName, DrawItem, DrawList } from '../draw-list.ts';
import type { Affine } from '../geometry.ts';
import { tracePath } from './path.ts';
import { paintPath } from './shapes.ts';

/** A bitmap made ready for the screen: `box` is what it covers, in frame pixels. */
export interface Prepared<B extends Bitmap> {
  image: B;
  box: { x: number; y: number; width: number; height: number };
}

/** What a draw list names, made ready: each bitmap in one or more sizes, smallest first. */
export interface PreparedBitmaps<B extends Bitmap> {
  backdrop(): B;
  get(name: BitmapName): readonly Prepared<B>[];
  /** A surface of the view's size for sheets that are laid on as one; its content is anyone's. */
  scratch(depth: number): Surface<B>;
}

const ALIGNED = 1e-3;
/** Bitmap pixels per view pixel, at least, when a bitmap is resampled. */
export const SPARE = 1.25;
/** One prepared size is so many times the one before. */
export const SIZE_STEP = Math.SQRT2;

/**
 * Paints one frame. The whole view is painted; what the context held before does not matter.
 *
 * @throws what `bitmaps` throws where a bitmap is missing
 */
export function paint<B extends Bitmap>(
  context: Context2d<B>,
  list: DrawList,
  bitmaps: PreparedBitmaps<B>,
): void {
  paintItems(context, list.items, list, bitmaps, 1, 0);
}

function paintItems<B extends Bitmap>(
  context: Context2d<B>,
  items: readonly DrawItem[],
  list: DrawList,
  bitmaps: PreparedBitmaps<B>,
  opacity: number,
  depth: number,
): void {
  for (const item of items) {
    if (item.kind === 'backdrop') paintWhole(context, bitmaps.backdrop(), opacity);
    else if (item.kind === 'bitmap') paintBitmap(context, item, bitmaps, opacity);
    else if (item.kind === 'path') paintPath(context, item, opacity);
    else paintGroup(context, item, list, bitmaps, opacity, depth);
  }
}

function paintWhole<B extends Bitmap>(context: Context2d<B>, image: B, opacity: number): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0);
  context.globalAlpha = 1;
}

function paintGroup<B extends Bitmap>(
  context: Context2d<B>,
  group: Extract<DrawItem, { kind: 'group' }>,
  list: DrawList,
  bitmaps: PreparedBitmaps<B>,
  opacity: number,
  depth: number,
): void {
  const share = opacity * group.opacity;
  if (share <= 0) return;
  const flat = share < 1 && group.items.length > 1;
  const sheet = flat ? bitmaps.scratch(depth) : null;
  const target = sheet ? sheet.context : context;
  if (sheet) {
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.clearRect(0, 0, list.size.width, list.size.height);
  }
  target.save();
  if (group.clip) {
    const { matrix, box } = group.clip;
    clipTo(target, matrix, box);
  }
  paintItems(target, group.items, list, bitmaps, flat ? 1 : share, depth + 1);
  target.restore();
  if (sheet) paintWhole(context, sheet.bitmap, share);
}

function clipTo<B extends Bitmap>(
  context: Context2d<B>,
  m: Affine,
  clip: { box: Prepared<B>['box']; corners: [number, number, number, number] },
): void {
  context.setTransform(m.a, m.b, m.c, m.d, m.e, m.f);
  context.beginPath();
  tracePath(context, clip.box, clip.corners);
  context.clip();
}

function paintBitmap<B extends Bitmap>(
  context: Context2d<B>,
  item: Extract<DrawItem, { kind: 'bitmap' }>,
  bitmaps: PreparedBitmaps<B>,
  opacity: number,
): void {
  const share = opacity * item.opacity;
  if (share <= 0) return;
  const placed = item.matrix;
  const choice = choose(bitmaps.get(item.bitmap), placed);
  if (!choice) return;
  const clipped = item.clips.length > 0;
  if (clipped) {
    context.save();
    for (const clip of item.clips) clipTo(context, item.place, clip);
  }
  context.globalAlpha = share;
  const { image, box } = choice.prepared;
  const x = placed.a * box.x + placed.e;
  const y = placed.d * box.y + placed.f;
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (choice.aligned) {
    context.imageSmoothingEnabled = false;
    context.drawImage(image, Math.round(x), Math.round(y));
  } else {
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, x, y, placed.a * box.width, placed.d * box.height);
  }
  context.globalAlpha = 1;
  if (clipped) context.restore();
}

/**
 * The bitmap that needs no resampling where there is one; else the smallest with pixels to spare, because bilinear
 * sampling is cleanest at .55 to .8 of a bitmap's size: hairlines neither shimmer nor blur.
 */
function choose<B extends Bitmap>(
  sizes: readonly Prepared<B>[],
  m: Affine,
): { prepared: Prepared<B>; aligned: boolean } | null {
  for (const prepared of sizes) {
    const { image, box } = prepared;
    const fits =
      Math.abs(m.a * box.width - image.width) < 0.02 && Math.abs(m.d * box.height - image.height) < 0.02;
    const x = m.a * box.x + m.e;
    const y = m.d * box.y + m.f;
    if (fits && Math.abs(x - Math.round(x)) < ALIGNED && Math.abs(y - Math.round(y)) < ALIGNED)
      return { prepared, aligned: true };
  }
  const large = sizes.find(({ image, box }) => image.width >= m.a * box.width * SPARE * 0.999);
  const prepared = large ?? sizes.at(-1);
  return prepared ? { prepared, aligned: false } : null;
}
