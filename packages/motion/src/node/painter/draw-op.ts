import type { Rect } from '@animatic/schema';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import type { CanvasHost } from '../../core/canvas.ts';
import { type Affine, intersection } from '../../core/geometry.ts';
import { paintGroundItem } from '../../core/paint/ground-item.ts';
import { paintLine } from '../../core/paint/line.ts';
import { choose } from '../../core/paint/paint-pieces.ts';
import type { Piece, Pieces } from '../../core/paint/pieces.ts';
import { paintPath } from '../../core/paint/shapes.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap, Mask } from '../../kernel/pixel-types.ts';
import { registerFonts } from '../fonts.ts';
import { skia } from '../host.ts';
import { drawGround } from './draw-ground.ts';
import { windowOf } from './masks.ts';

import type { Op } from './ops.ts';
import type { SoftShadows } from './soft-shadow.ts';
import { type Sprite, type Sprites, upload } from './sprite.ts';

/** What ops are drawn with. */
export interface Tools {
  kernel: PixelKernel;
  sprites: Sprites;
  shadows: SoftShadows;
  host: CanvasHost<Sprite | Canvas>;
  backdrop(): Sprite | Canvas;
  /** A bitmap of the view's size that nobody else uses at this depth; its content is anyone's. */
  sheet(depth: number): KernelBitmap;
  /** Drawn pixels by the op's key, kept from one frame to the next. */
  drawn: Map<string, { block: KernelBitmap; at: { x: number; y: number } }>;
}

type SpriteOp = Op<Sprite | Canvas>;

/** Draws an op as far as it lies in `rect` (whole view pixels); a pixel comes out the same whatever the rect. */
export function drawOp(tools: Tools, target: KernelBitmap, op: SpriteOp, rect: Rect, depth = 0): void {
  const { kernel } = tools;
  const region = intersection(op.box, rect);
  if (!region) return;
  const pieces = op.kind === 'pieces' ? op.pieces : undefined;
  const window = windowOf(kernel, region, [...op.bounds, ...(pieces?.clips ?? [])], softsOf(op));
  if (!window) return;
  const { clip, mask } = window;
  if (op.kind === 'backdrop') {
    const block = tools.sprites.pixelsOf(tools.backdrop());
    kernel.composite(target, block, IN_PLACE, { opacity: op.opacity, clip, ...(mask && { mask }) });
  } else if (op.kind === 'pieces') drawPieces(tools, target, op.pieces, op.opacity, clip, mask, depth);
  else if (op.kind === 'drawn') {
    const byKernel =
      op.item.kind === 'ground' &&
      !mask &&
      op.item.clips.length === 0 &&
      drawGround(tools, target, op.item, op.opacity, clip);
    if (byKernel) return;
    const { block, at } = drawnPixels(tools, op);
    kernel.composite(target, block, { ...IN_PLACE, e: at.x, f: at.y }, { clip, ...(mask && { mask }) });
  } else {
    const sheet = tools.sheet(depth);
    kernel.clear(sheet, clip);
    for (const inner of op.ops) drawOp(tools, sheet, inner, clip, depth + 1);
    kernel.composite(target, sheet, IN_PLACE, { opacity: op.opacity, clip, ...(mask && { mask }) });
  }
  if (mask) kernel.free(mask);
}

const IN_PLACE: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

function softsOf(op: SpriteOp) {
  if (op.kind === 'pieces') return op.pieces.softs;
  return op.kind === 'sheet' && op.group.soft ? [op.group.soft] : [];
}

function drawPieces(
  tools: Tools,
  target: KernelBitmap,
  { pieces, added, opacity: own }: Pieces<Sprite | Canvas>,
  opacity: number,
  clip: Rect,
  mask: Mask | undefined,
  depth: number,
): void {
  const { kernel } = tools;
  const share = opacity * own;
  if (!added) {
    for (const piece of pieces) drawPiece(tools, target, piece, share * piece.opacity, clip, mask);
    return;
  }
  const sum = tools.sheet(depth);
  const other = tools.sheet(depth + 1);
  kernel.clear(sum, clip);
  for (const piece of pieces) {
    kernel.clear(other, clip);
    drawPiece(tools, other, piece, piece.opacity, clip, undefined);
    kernel.add(sum, other, { clip });
  }
  kernel.composite(target, sum, IN_PLACE, { opacity: share, clip, ...(mask && { mask }) });
}

function drawPiece(
  { kernel, sprites }: Tools,
  target: KernelBitmap,
  { sizes, part, matrix: m }: Piece<Sprite | Canvas>,
  opacity: number,
  clip: Rect,
  mask: Mask | undefined,
): void {
  const choice = choose(sizes, m);
  if (!choice || opacity <= 0) return;
  const { image, box } = choice.prepared;
  const block = sprites.pixelsOf(image);
  const place = placed(m, box, block);
  const options = { opacity, clip, ...(mask && { mask }) };
  if (!part) {
    kernel.composite(target, block, choice.aligned ? onGrid(place) : place, options);
    return;
  }
  const shown = intersection(part, box);
  const own = shown && partOf(block, box, shown);
  if (own) kernel.composite(target, block, choice.aligned ? onGrid(place) : place, { ...options, part: own });
}

/** Bitmap pixels to view pixels. */
function placed(m: Affine, box: Rect, { width, height }: { width: number; height: number }): Affine {
  const sx = box.width / width;
  const sy = box.height / height;
  return {
    a: m.a * sx,
    b: m.b * sx,
    c: m.c * sy,
    d: m.d * sy,
    e: m.a * box.x + m.c * box.y + m.e,
    f: m.b * box.x + m.d * box.y + m.f,
  };
}

/** What lies on whole pixels but for rounding does so. */
const onGrid = ({ e, f }: Affine): Affine => ({ ...IN_PLACE, e: Math.round(e), f: Math.round(f) });

/** A part of a bitmap, to whole pixels of it: the edges that two parts share stay shared. */
function partOf(block: KernelBitmap, box: Rect, shown: Rect): Rect | null {
  const px = block.width / box.width;
  const py = block.height / box.height;
  const x = Math.round((shown.x - box.x) * px);
  const y = Math.round((shown.y - box.y) * py);
  const width = Math.min(block.width, Math.round((shown.x + shown.width - box.x) * px)) - x;
  const height = Math.min(block.height, Math.round((shown.y + shown.height - box.y) * py)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** Paths and grounds are drawn by Skia, on a canvas of their own. */
function drawnPixels(tools: Tools, op: Extract<SpriteOp, { kind: 'drawn' }>) {
  const known = tools.drawn.get(op.key);
  if (known) return known;
  const { x, y, width, height } = op.box;
  const canvas = createCanvas(width, height);
  const context = skia(canvas.getContext('2d'));
  const shift = (m: Affine): Affine => ({ ...m, e: m.e - x, f: m.f - y });
  if (op.item.kind === 'line') {
    registerFonts();
    paintLine(context, op.item, op.opacity, { x: -x, y: -y });
  } else if (op.item.kind === 'path')
    paintPath(context, { ...op.item, matrix: shift(op.item.matrix) }, op.opacity);
  else {
    const clips = op.item.clips.map(({ box, corners }) => ({
      box: { ...box, x: box.x - x, y: box.y - y },
      corners,
    }));
    paintGroundItem(context, { ...op.item, matrix: shift(op.item.matrix), clips }, tools.host, op.opacity);
  }
  const drawn = { block: upload(tools.kernel, canvas), at: { x, y } };
  tools.drawn.set(op.key, drawn);
  return drawn;
}
