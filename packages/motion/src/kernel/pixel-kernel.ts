import type { Rect } from '@animatic/schema';
import { instantiate } from '../../dist/kernel.js';
import type { Affine } from '../core/geometry.ts';
import { multiply, scaleMove } from '../core/geometry.ts';
import { composite } from './composite.ts';
import { edgesOf, planeOf } from './homography.ts';
import type { KernelExports } from './kernel-exports.ts';
import { fadeMask, maskRoundedRect, multiplyMask } from './masks.ts';
import { Memory } from './memory.ts';
import { buildMips } from './mips.ts';
import { add, clear, copy, fill } from './paint-flat.ts';
import { paintWarped } from './paint-warped.ts';
import type {
  Bitmap,
  Block,
  CompositeOptions,
  Mask,
  MipChain,
  PaintOptions,
  Pixels,
  PlanarFrame,
  PlanarStill,
  Point,
  PremultipliedColor,
  Quad,
  WarpOptions,
} from './pixel-types.ts';
import { drawStill, fillStill, stillBytes, toFrame } from './planar.ts';
import { type PngRows, receivePng } from './png-rows.ts';
import { resampleInto } from './resampling.ts';
import { partOf } from './source-pixels.ts';

/**
 * Pixels that live in the kernel's own memory: uploaded once, painted many times, read where they are.
 *
 * Everything made here is freed by hand with `free`; freed memory is used again, the whole never shrinks. What `view`
 * gives is good until the next call of any kind: painting, too, may need working memory, and memory that grows moves.
 * Copy what is handed on to anything that reads later, such as a stream. Source and target of a call differ. Coordinates are target pixels, a pixel's centre lies at .5; every painting call is clipped to the target, so
 * that places off the screen are fine.
 *
 * @example
 * const target = kernel.createBitmap(1920, 1080);
 * const frame = kernel.createFrame(1920, 1080);
 * const sprite = kernel.uploadBitmap(pixels);
 * kernel.fill(target, { x: 0, y: 0, width: 1920, height: 1080 }, { r: 255, g: 255, b: 255, a: 255 });
 * kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: 40, f: 60.5 }, { opacity: 0.8 });
 * kernel.toFrame(frame, target);
 * ffmpeg.stdin.write(Buffer.from(kernel.view(frame)));
 */
export interface PixelKernel {
  /** Bytes handed out now, and bytes of WASM memory. */
  usage(): { used: number; reserved: number };
  /** A clear bitmap. Throws RangeError where a side is no whole number above 0 or memory ends (4 GiB). */
  createBitmap(width: number, height: number): Bitmap;
  /** Copies premultiplied pixels in, and notes whether they are opaque. Throws RangeError where the bytes do not fit the size. */
  uploadBitmap(pixels: Pixels): Bitmap;
  /**
   * A bitmap from a PNG's rows as they come out of its stream: each a filter's number, then straight RGBA. Throws RangeError as `createBitmap` does.
   */
  receivePng(width: number, height: number): PngRows;
  /** An empty mask over whole target pixels (nothing is covered). */
  createMask(place: Rect): Mask;
  /** A mask of given coverage, one byte a pixel, row by row. */
  uploadMask(place: Rect, coverage: Uint8Array | Uint8ClampedArray): Mask;
  /** A black frame of even sides; with `alpha` a clear one of four planes (yuva420p). */
  createFrame(width: number, height: number, options?: { alpha?: boolean }): PlanarFrame;
  /** The opaque bitmap as planes, for `drawStill`. The bitmap may be freed afterwards. */
  prepareStill(bitmap: Bitmap): PlanarStill;
  /** The bitmap (copied) and its halves, for `warp`. The bitmap may be freed afterwards. */
  buildMips(bitmap: Bitmap): MipChain;
  /** The bitmap laid over `place`, resampled (Catmull-Rom, no aliasing) to the whole pixels of `grid`: sizes before the film starts. */
  resampleBitmap(bitmap: Bitmap, place: Rect, grid: Rect): Bitmap;
  /** Finds out whether a bitmap that was painted is opaque by now, and which of its rows are plain, and notes it. */
  look(bitmap: Bitmap): void;
  /** Gives memory back. Freeing twice throws; using what was freed is the caller's mistake and is not noticed. */
  free(block: Block): void;
  /** The bytes of a block where they lie: good until the next call. */
  view(block: Block): Uint8Array;

  /** Makes the pixels of `rect` clear. */
  clear(target: Bitmap, rect?: Rect): void;
  /** Paints a colour over `rect`, whose edges may lie between pixels. */
  fill(target: Bitmap, rect: Rect, color: PremultipliedColor, options?: PaintOptions): void;
  /** Replaces target pixels (alpha too) by the source laid with its upper left at x, y (whole pixels): no blending. */
  copy(target: Bitmap, source: Bitmap, x: number, y: number, options?: { clip?: Rect }): void;
  /**
   * Paints the source over the target; `place` takes source pixels to target pixels. Whole-pixel moves are the fastest
   * (and exact), then moves and scales, then anything with a turn in it. Bilinear, edges antialiased; made smaller than
   * half it would alias: resample first.
   */
  composite(target: Bitmap, source: Bitmap, place: Affine, options?: CompositeOptions): void;
  /** Adds the source's bytes to the target's, pixel by pixel where both are, up to 255: sums of shares that make a whole. */
  add(target: Bitmap, source: Bitmap, options?: { clip?: Rect }): void;
  /**
   * Paints a plane in perspective: the mip chain's picture with its corners at `quad`, trilinear, edges
   * antialiased. A quad that is not convex or has no area paints nothing.
   */
  warp(target: Bitmap, mips: MipChain, quad: Quad, options?: WarpOptions): void;

  /**
   * Replaces a mask by the coverage of a rounded rectangle in target coordinates, all of which may lie between pixels. One radius, or four
   * (upper left, upper right, lower right, lower left); radii that do not fit are made smaller together, as CSS does.
   */
  maskRoundedRect(mask: Mask, rect: Rect, radius: number | readonly [number, number, number, number]): void;
  /** Leaves of a mask what another covers too; where the other does not reach, nothing. */
  multiplyMask(mask: Mask, by: Mask): void;
  /**
   * Fades a mask from its own coverage at `full` to none at `clear`, and on beyond both, along a straight line between
   * them (target pixels). `shares` are the shares on the way, in even steps, straight in between; `[1, 0]` where it is left out.
   */
  fadeMask(mask: Mask, full: Point, clear: Point, shares?: readonly number[]): void;

  /**
   * Converts a bitmap into a frame of the same size: all of it, or the given rectangle (grown to even pixels). A frame
   * with alpha gets straight colours and the alpha plane; any other takes the pixels as opaque.
   */
  toFrame(frame: PlanarFrame, source: Bitmap, rect?: Rect): void;
  /**
   * Draws an opaque still straight into a frame, bilinear: `shown` is the part of the still, in its pixels and with
   * fractions, that fills `target` (whole even pixels; the whole frame where it is left out). Past its edges the still's outermost pixels go on.
   * Of the target only `clip` is drawn (whole even pixels): the same pixels as when all of it is.
   */
  drawStill(frame: PlanarFrame, still: PlanarStill, shown: Rect, target?: Rect, clip?: Rect): void;
}

/**
 * A kernel with a memory of its own. Tests hand in the scalar twin; everyone else leaves `wasm` out.
 *
 * @example const kernel = createPixelKernel();
 */
export function createPixelKernel(wasm: KernelExports = instantiate()): PixelKernel {
  const memory = new Memory(wasm);
  const block = (bytes: number) => ({ at: memory.allocate(bytes), bytes });
  const createBitmap = (width: number, height: number, opaque = false): Bitmap => {
    checkSides('A bitmap', width, height);
    return { kind: 'bitmap', ...block(width * height * 4), width, height, opaque };
  };
  const createMask = ({ x, y, width, height }: Rect): Mask => {
    checkSides('A mask', width, height);
    if (!Number.isInteger(x) || !Number.isInteger(y))
      throw new RangeError(`A mask lies on whole pixels, not at ${x}, ${y}`);
    return { kind: 'mask', ...block(width * height), x, y, width, height };
  };
  const view = ({ at, bytes }: Block) => memory.bytes(at, bytes);
  const look = (bitmap: Bitmap) => {
    const { at, width, height } = bitmap;
    bitmap.opaque = wasm.isOpaque(at, width * height) === 1;
    const rows = memory.scratch(0, height);
    wasm.plainRows(at, width, height, rows);
    const plain = memory.bytes(rows, height).slice();
    bitmap.plain = plain.includes(1) ? plain : undefined;
  };
  /** What was found out about a bitmap's rows does not hold once it is painted. */
  const painted = (target: Bitmap): Bitmap => {
    target.plain = undefined;
    return target;
  };
  return {
    usage: () => memory.usage(),
    createBitmap(width, height) {
      const bitmap = createBitmap(width, height);
      view(bitmap).fill(0);
      return bitmap;
    },
    uploadBitmap({ data, width, height }) {
      checkSides('A bitmap', width, height);
      checkBytes(`${width} × ${height} RGBA`, width * height * 4, data.length);
      const bitmap = createBitmap(width, height);
      view(bitmap).set(data);
      look(bitmap);
      return bitmap;
    },
    receivePng: (width, height) => receivePng(memory, createBitmap(width, height), look),
    createMask(place) {
      const mask = createMask(place);
      view(mask).fill(0);
      return mask;
    },
    uploadMask(place, coverage) {
      checkBytes(`A mask of ${place.width} × ${place.height}`, place.width * place.height, coverage.length);
      const mask = createMask(place);
      view(mask).set(coverage);
      return mask;
    },
    createFrame(width, height, { alpha = false } = {}) {
      checkSides('A frame', width, height);
      if (width % 2 !== 0 || height % 2 !== 0)
        throw new RangeError(`I420 needs even sides, not ${width} × ${height}`);
      const pixels = width * height;
      const frame: PlanarFrame = {
        kind: 'frame',
        ...block(pixels * (alpha ? 2.5 : 1.5)),
        width,
        height,
        alpha,
      };
      const bytes = view(frame);
      bytes
        .fill(16, 0, pixels)
        .fill(128, pixels, pixels * 1.5)
        .fill(0, pixels * 1.5);
      return frame;
    },
    prepareStill(bitmap) {
      const { width, height } = bitmap;
      const still: PlanarStill = { kind: 'still', ...block(stillBytes(width, height)), width, height };
      fillStill(memory, still, bitmap);
      return still;
    },
    buildMips: (bitmap) => buildMips(memory, bitmap),
    resampleBitmap(bitmap, place, grid) {
      const result = createBitmap(grid.width, grid.height);
      resampleInto(memory, bitmap, place, grid, result.at);
      look(result);
      return result;
    },
    look,
    free: (taken) => memory.release(taken),
    view,

    clear: (target, rect) => clear(memory, painted(target), rect),
    fill: (target, rect, color, options = {}) => fill(memory, painted(target), rect, color, options),
    copy(target, bitmap, x, y, { clip } = {}) {
      const all = partOf(bitmap);
      if (all) copy(memory, painted(target), all.source, x, y, clip);
    },
    composite(target, bitmap, place, options = {}) {
      const part = partOf(bitmap, options.part);
      if (part)
        composite(
          memory,
          painted(target),
          part.source,
          multiply(place, scaleMove(1, 1, part.x, part.y)),
          options,
        );
    },
    add: (target, source, { clip } = {}) => add(memory, painted(target), source, clip),
    warp(target, mips, quad, options = {}) {
      const edges = edgesOf(quad);
      const toPlane = edges && planeOf(quad, mips.width, mips.height);
      if (!edges || !toPlane) return;
      paintWarped(memory, painted(target), { levels: mips.levels, quad, edges, toPlane }, options);
    },

    maskRoundedRect: (mask, rect, radius) => maskRoundedRect(memory, mask, rect, radius),
    multiplyMask: (mask, by) => multiplyMask(memory, mask, by),
    fadeMask: (mask, full, clear, shares = [1, 0]) => fadeMask(memory, mask, full, clear, shares),

    toFrame: (frame, source, rect) => toFrame(memory, frame, source, rect),
    drawStill: (frame, still, shown, target, clip) => drawStill(memory, frame, still, shown, target, clip),
  };
}

function checkSides(what: string, width: number, height: number): void {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
    throw new RangeError(`${what} has whole sides above 0, not ${width} × ${height}`);
}

function checkBytes(what: string, expected: number, got: number): void {
  if (got !== expected) throw new RangeError(`${what} is ${expected} bytes, not ${got}`);
}
