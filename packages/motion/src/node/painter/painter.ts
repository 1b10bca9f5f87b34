import type { Rect, Size } from '@animatic/schema';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { area, intersection, union } from '../../core/geometry.ts';
import type { CanvasHost, DrawList, PreparedBitmaps } from '../../core/index.ts';
import { choose, through } from '../../core/paint/paint-pieces.ts';
import { straighten } from '../../core/straighten.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap, PlanarFrame } from '../../kernel/pixel-types.ts';
import { drawOp, type Tools } from './draw-op.ts';
import { type Op, opsOf } from './ops.ts';
import { apart, even, sameRect, without } from './regions.ts';
import { withoutRepeats } from './same-pictures.ts';
import { createSoftShadows } from './soft-shadow.ts';
import type { Sprite, Sprites } from './sprite.ts';

type Image = Sprite | Canvas;
type SpriteOp = Op<Image>;

/** Draws a clip's frames one after the other; what did not change since the last one is not drawn again. */
export interface Painter {
  /** Makes the frame; the bytes that `read` gives are the same whatever was painted before. */
  paint(list: DrawList, bitmaps: PreparedBitmaps<Image>): void;
  /** The frame's bytes as the painter's layout has them: good until the next `paint`. */
  read(): Uint8Array;
}

/** An opaque picture all over the view, straight from its planes. */
interface Base {
  image: Image;
  /** The part of it that is seen, its own pixels. */
  shown: Rect;
}

interface Painted {
  ops: SpriteOp[];
  keys: Set<string>;
  base: Base | null;
  /** Where pixels are put together as RGBA; everywhere else the base is the picture. */
  mixed: Rect[];
}

/**
 * A painter of frames of one size.
 *
 * - A picture that fills the view goes from its planes straight into the frame; only where something lies over it are
 *   RGBA pixels put together and converted.
 * - What is drawn is a matter of the draw list alone, never of the frames before: a frame painted after a resume has
 *   the same bytes.
 *
 * @param layout `i420` (opaque, on black), `i420a` with a plane of alpha, `rgba` with straight alpha
 * @example
 * const painter = createPainter({ size, layout: 'i420', kernel, sprites, host });
 * painter.paint(sample(timeline, 0), stage);
 * stdin.write(painter.read());
 */
export function createPainter(options: {
  size: Size;
  layout: 'i420' | 'i420a' | 'rgba';
  kernel: PixelKernel;
  sprites: Sprites;
  host: CanvasHost<Image>;
}): Painter {
  const { size, layout, kernel, sprites, host } = options;
  const view: Rect = { x: 0, y: 0, ...size };
  const target = kernel.createBitmap(size.width, size.height);
  const frame: PlanarFrame | null =
    layout === 'rgba' ? null : kernel.createFrame(size.width, size.height, { alpha: layout === 'i420a' });
  const straight = layout === 'rgba' ? new Uint8Array(size.width * size.height * 4) : null;
  const sheets: KernelBitmap[] = [];
  const distinct = withoutRepeats(kernel, sprites, new WeakMap());
  let backdrop: () => Image = () => createCanvas(1, 1);
  let last: Painted | null = null;
  const tools: Tools = {
    kernel,
    sprites,
    shadows: createSoftShadows(kernel),
    host,
    backdrop: () => backdrop(),
    sheet(depth) {
      sheets[depth] ??= kernel.createBitmap(size.width, size.height);
      return sheets[depth];
    },
    drawn: new Map(),
  };

  const mix = (ops: readonly SpriteOp[], rect: Rect) => {
    if (layout === 'i420') kernel.fill(target, rect, BLACK);
    else kernel.clear(target, rect);
    for (const op of ops) drawOp(tools, target, op, rect);
    if (frame) kernel.toFrame(frame, target, rect);
  };
  const drawBase = ({ image, shown }: Base, rect: Rect) => {
    if (!frame) return;
    kernel.drawStill(frame, sprites.planesOf(image), shown, view, rect);
  };

  return {
    paint(list, bitmaps) {
      backdrop = bitmaps.backdrop;
      const ops = distinct(opsOf<Image>(list, bitmaps));
      const base = layout === 'i420' ? baseOf(ops[0], view, sprites) : null;
      const mixed = base ? apart(ops.slice(1).map((op) => even(op.box))) : [view];
      const now: Painted = { ops, base, mixed, keys: new Set(ops.map((op) => op.key)) };
      const dirty = last ? changed(last, now, view) : [view];
      const before = last?.base && base && sameBase(last.base, base) ? last.mixed : [];
      if (base) {
        const exposed = apart([...dirty, ...before].map(even)).flatMap((rect) => without(rect, mixed));
        for (const rect of exposed) drawBase(base, rect);
      }
      for (const rect of mixed) {
        const kept = !base || before.some((one) => sameRect(one, rect));
        const parts = kept ? apart(dirty.flatMap((one) => intersection(even(one), rect) ?? [])) : [rect];
        for (const part of parts) mix(ops, part);
      }
      for (const [key, { block }] of tools.drawn)
        if (!now.keys.has(key)) {
          kernel.free(block);
          tools.drawn.delete(key);
        }
      last = now;
    },
    read() {
      if (frame) return kernel.view(frame);
      if (!straight) throw new Error('a painter has a layout');
      straighten(kernel.view(target), straight);
      return straight;
    },
  };
}

const BLACK = { r: 0, g: 0, b: 0, a: 255 };

/** The first op as a base, where it is one opaque picture all over the view. */
function baseOf(op: SpriteOp | undefined, view: Rect, sprites: Sprites): Base | null {
  if (op?.kind !== 'pieces' || op.bounds.length > 0 || op.opacity < 1) return null;
  const { pieces, clips, softs, opacity } = op.pieces;
  const [piece] = pieces;
  if (!piece || pieces.length > 1 || piece.part || clips.length > 0 || softs.length > 0 || opacity < 1)
    return null;
  const choice = choose(piece.sizes, piece.matrix);
  if (!choice || Math.abs(piece.matrix.b) > 1e-9 || Math.abs(piece.matrix.c) > 1e-9) return null;
  const { image, box } = choice.prepared;
  const place = through(piece.matrix, box);
  if (!covers(place, view) || !sprites.pixelsOf(image).opaque) return null;
  const px = image.width / place.width;
  const py = image.height / place.height;
  const x = choice.aligned ? Math.round(place.x) : place.x;
  const y = choice.aligned ? Math.round(place.y) : place.y;
  return {
    image,
    shown: choice.aligned
      ? { x: -x, y: -y, width: view.width, height: view.height }
      : { x: -x * px, y: -y * py, width: view.width * px, height: view.height * py },
  };
}

/** An edge that is off by less than this cannot be seen. */
const EDGE = 1 / 64;

const covers = (place: Rect, view: Rect): boolean =>
  place.x <= EDGE &&
  place.y <= EDGE &&
  place.x + place.width >= view.width - EDGE &&
  place.y + place.height >= view.height - EDGE;

const sameBase = (a: Base, b: Base): boolean => a.image === b.image && sameRect(a.shown, b.shown);

/** Where two frames may differ: rectangles that do not overlap, or the whole view where most of it does. */
function changed(before: Painted, now: Painted, view: Rect): Rect[] {
  const bases = before.base || now.base;
  if (bases && !(before.base && now.base && sameBase(before.base, now.base))) return [view];
  const kept = (ops: readonly SpriteOp[], keys: ReadonlySet<string>) =>
    ops.filter((op) => keys.has(op.key)).map((op) => op.key);
  // The same things in another order lie over one another in another way.
  if (kept(before.ops, now.keys).join() !== kept(now.ops, before.keys).join()) return [view];
  const boxes = [
    ...before.ops.filter((op) => !now.keys.has(op.key)),
    ...now.ops.filter((op) => !before.keys.has(op.key)),
  ].map((op) => op.box);
  const rects = apart(boxes);
  const all = rects.reduce((sum, rect) => sum + area(rect), 0);
  return all > area(view) * 0.9 ? [rects.reduce(union, view)] : rects;
}
