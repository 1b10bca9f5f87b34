import type { Clip, Rect, Size } from '@animatic/schema';
import type { Bitmap } from '../../core/canvas.ts';
import type { DrawItem, DrawList } from '../../core/draw-list.ts';
import { inflate, intersection, union } from '../../core/geometry.ts';
import { boxOfLine } from '../../core/paint/line.ts';
import { through } from '../../core/paint/paint-pieces.ts';
import { type PieceSource, type Pieces, piecesOf } from '../../core/paint/pieces.ts';
import { accented } from '../../core/paint/shapes.ts';
import { type Bound, boxOfShape, holds } from './bounds.ts';

/** One thing to draw, taken out of its groups as far as they only clip. */
export type Op<B extends Bitmap> = {
  /** Two ops of one key draw the same pixels. */
  key: string;
  /** The whole view pixels that it may change. */
  box: Rect;
  /** Of the groups around it. */
  bounds: readonly Bound[];
  opacity: number;
} & (
  | { kind: 'backdrop' }
  | { kind: 'pieces'; pieces: Pieces<B> }
  | { kind: 'drawn'; item: Extract<DrawItem, { kind: 'path' | 'ground' | 'line' }> }
  | { kind: 'sheet'; group: Extract<DrawItem, { kind: 'group' }>; ops: Op<B>[] }
);

/**
 * A draw list as ops, bottom to top; what cannot be seen is left out.
 *
 * @example opsOf(sample(timeline, 1), stage).map((op) => op.box)
 */
export function opsOf<B extends Bitmap>(list: DrawList, source: PieceSource<B>): Op<B>[] {
  return list.items.flatMap((item) => opsOfItem(item, source, list.size, [], 1));
}

function opsOfItem<B extends Bitmap>(
  item: DrawItem,
  source: PieceSource<B>,
  size: Size,
  bounds: readonly Bound[],
  opacity: number,
): Op<B>[] {
  const view = { x: 0, y: 0, ...size };
  if (item.kind === 'group') return opsOfGroup(item, source, size, bounds, opacity);
  const common = { key: JSON.stringify([item, bounds, opacity]), bounds };
  if (item.kind === 'backdrop') return [{ ...common, kind: 'backdrop', box: view, opacity }];
  const own = opacity * item.opacity;
  if (own <= 0) return [];
  if (item.kind === 'bitmap') {
    const pieces = piecesOf(item, source);
    const box = seen(boxOfPieces(pieces), [...bounds, ...pieces.clips], view);
    const version = source.version?.(item.bitmap) ?? 0;
    const key = version > 0 ? `${common.key} ${version}` : common.key;
    return box ? [{ ...common, key, kind: 'pieces', pieces, box, opacity }] : [];
  }
  const box = seen(boxOfDrawn(item), bounds, view);
  const drawn = item.kind === 'path' ? accented(item, (shot) => source.accent?.(shot)) : item;
  return box ? [{ ...common, kind: 'drawn', item: drawn, box, opacity }] : [];
}

function opsOfGroup<B extends Bitmap>(
  group: Extract<DrawItem, { kind: 'group' }>,
  source: PieceSource<B>,
  size: Size,
  bounds: readonly Bound[],
  opacity: number,
): Op<B>[] {
  const share = opacity * group.opacity;
  if (share <= 0) return [];
  const own: Bound | null = group.clip && {
    shape: { kind: 'box', ...group.clip.box },
    matrix: group.clip.matrix,
  };
  const within = own && !holds(own, { x: 0, y: 0, ...size }) ? [...bounds, own] : bounds;
  const flat = (share < 1 && group.items.length > 1) || group.soft !== undefined;
  if (!flat) return group.items.flatMap((item) => opsOfItem(item, source, size, within, share));
  const ops = group.items.flatMap((item) => opsOfItem(item, source, size, [], 1));
  if (ops.length === 0) return [];
  const box = seen(ops.map((op) => op.box).reduce(union), within, { x: 0, y: 0, ...size });
  const key = JSON.stringify([group, bounds, opacity, versionsIn(group, source)]);
  return box ? [{ kind: 'sheet', key, group, ops, box, bounds: within, opacity: share }] : [];
}

/** The versions of the exchanged pictures in a group: without them its items alone say what it looks like. */
function versionsIn<B extends Bitmap>(item: DrawItem, source: PieceSource<B>): number[] {
  if (item.kind === 'group') return item.items.flatMap((one) => versionsIn(one, source));
  const version = item.kind === 'bitmap' ? (source.version?.(item.bitmap) ?? 0) : 0;
  return version > 0 ? [version] : [];
}

/** Out to whole pixels, with one to spare for edges, within the bounds and the view. */
function seen(box: Rect | null, bounds: readonly Bound[], view: Rect): Rect | null {
  let rect: Rect | null = box && intersection(whole(inflate(box, 1)), view);
  for (const { shape, matrix } of bounds)
    rect = rect && intersection(rect, whole(inflate(through(matrix, boxOfShape(shape)), 1)));
  return rect;
}

function whole({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

function boxOfPieces<B extends Bitmap>({ pieces }: Pieces<B>): Rect | null {
  const boxes = pieces.flatMap(({ sizes, part, matrix, opacity }) =>
    sizes[0] && opacity > 0 ? sizes.map(({ box }) => through(matrix, part ?? box)) : [],
  );
  return boxes.length > 0 ? boxes.reduce(union) : null;
}

function boxOfDrawn(item: Extract<DrawItem, { kind: 'path' | 'ground' | 'line' }>): Rect | null {
  if (item.kind === 'line') return boxOfLine(item);
  return item.kind === 'path' ? boxOfPath(item) : boxOfGround(item);
}

function boxOfPath(item: Extract<DrawItem, { kind: 'path' }>): Rect | null {
  if (item.shapes.length === 0) return null;
  const shapes = item.shapes.map(boxOfShape).reduce(union);
  const stroked = inflate(shapes, (item.stroke?.width ?? 0) / 2);
  const { shadow } = item;
  if (!shadow) return through(item.matrix, stroked);
  const thrown = inflate({ ...stroked, x: stroked.x + shadow.x, y: stroked.y + shadow.y }, shadow.blur * 1.5);
  return through(item.matrix, union(stroked, thrown));
}

function boxOfGround({ ground, box, matrix, clips }: Extract<DrawItem, { kind: 'ground' }>): Rect | null {
  const stroke = ground.stroke ? Math.max(...ground.stroke.weights) : 0;
  let all = inflate(box, stroke);
  for (const { type, offset, radius, spread } of ground.shadows)
    if (type === 'DROP_SHADOW')
      all = union(
        all,
        inflate(
          { ...box, x: box.x + offset.x, y: box.y + offset.y },
          stroke + radius * 1.5 + Math.max(0, spread),
        ),
      );
  return clips.reduce<Rect | null>(
    (rect, clip: Clip) => rect && intersection(rect, clip.box),
    through(matrix, all),
  );
}
