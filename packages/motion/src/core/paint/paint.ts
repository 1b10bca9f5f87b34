import type { Color } from '@animatic/schema';
import type { Bitmap, CanvasHost, Context2d, Surface } from '../canvas.ts';
import type { BitmapName, DrawItem, DrawList } from '../draw-list.ts';
import type { Aids, Prepared } from './aids.ts';
import { paintGroundItem } from './ground-item.ts';
import { paintLine } from './line.ts';
import { clipTo, fade, paintPieces } from './paint-pieces.ts';
import { piecesOf } from './pieces.ts';
import { accented, paintPath } from './shapes.ts';

export type { Prepared } from './aids.ts';

/** What a draw list names, made ready: each bitmap in one or more sizes, smallest first. */
export interface PreparedBitmaps<B extends Bitmap> {
  host: CanvasHost<B>;
  backdrop(): B;
  get(name: BitmapName): readonly Prepared<B>[];
  /** What is known of a layer's bitmap for its effects; without it they are shown plainer. */
  aids?(name: BitmapName): Aids<B> | undefined;
  /** The accent colour of a shot's design, where it has one. */
  accent?(shot: number): Color | undefined;
  /** Differs wherever the bitmap of a name has become another one. */
  version?(name: BitmapName): number;
  /** A surface of the view's size for sheets that are laid on as one; its content is anyone's. */
  scratch(depth: number): Surface<B>;
}

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
    else if (item.kind === 'bitmap')
      paintPieces(context, piecesOf(item, bitmaps), list.size, opacity, () => bitmaps.scratch(depth));
    else if (item.kind === 'path')
      paintPath(
        context,
        accented(item, (shot) => bitmaps.accent?.(shot)),
        opacity,
      );
    else if (item.kind === 'line') paintLine(context, item, opacity);
    else if (item.kind === 'ground') paintGroundItem(context, item, bitmaps.host, opacity);
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
  const flat = (share < 1 && group.items.length > 1) || group.soft !== undefined;
  const sheet = flat ? bitmaps.scratch(depth) : null;
  const target = sheet ? sheet.context : context;
  if (sheet) {
    target.setTransform(1, 0, 0, 1, 0, 0);
    target.clearRect(0, 0, list.size.width, list.size.height);
  }
  target.save();
  if (group.clip) {
    const { matrix, box } = group.clip;
    clipTo(target, matrix, { kind: 'box', ...box });
  }
  paintItems(target, group.items, list, bitmaps, flat ? 1 : share, depth + 1);
  target.restore();
  if (group.soft) fade(target, group.soft, { x: 0, y: 0, ...list.size });
  target.globalCompositeOperation = 'source-over';
  if (sheet) paintWhole(context, sheet.bitmap, share);
}
