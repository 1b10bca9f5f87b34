import type { Rect } from '@animatic/schema';
import type { Affine } from '../core/geometry.ts';
import type {
  Bitmap,
  Block,
  Mask,
  MipChain,
  PaintOptions,
  Pixels,
  PlanarFrame,
  PlanarStill,
  PremultipliedColor,
  Quad,
  WarpOptions,
} from './pixel-types.ts';

/**
 * Pixels that live in the kernel's own memory: uploaded once, painted many times, read where they are.
 *
 * Everything made here is freed by hand with `free`; freed memory is used again, the whole never shrinks. A view
 * (`view`, and what `upload…` copied from) is good until the next call that makes something: memory that grows
 * moves. Coordinates are target pixels, a pixel's centre lies at .5; every painting call is clipped to the target, so
 * that places off the screen are fine.
 *
 * @example
 * const target = kernel.createBitmap(1920, 1080);
 * const frame = kernel.createFrame(1920, 1080);
 * const sprite = kernel.uploadBitmap(pixels);
 * kernel.fill(target, { x: 0, y: 0, width: 1920, height: 1080 }, { r: 255, g: 255, b: 255, a: 255 });
 * kernel.composite(target, sprite, { a: 1, b: 0, c: 0, d: 1, e: 40, f: 60.5 }, { opacity: 0.8 });
 * kernel.toFrame(frame, target);
 * ffmpeg.stdin.write(kernel.view(frame));
 */
export interface PixelKernel {
  /** Bytes handed out now, and bytes of WASM memory. */
  usage(): { used: number; reserved: number };
  /** A clear bitmap. Throws RangeError where a side is no whole number above 0 or memory ends (4 GiB). */
  createBitmap(width: number, height: number): Bitmap;
  /** Copies premultiplied pixels in, and notes whether they are opaque. Throws RangeError where the bytes do not fit the size. */
  uploadBitmap(pixels: Pixels): Bitmap;
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
  /** Gives memory back. Freeing twice throws; using what was freed is the caller's mistake and is not noticed. */
  free(block: Block): void;
  /** The bytes of a block where they lie: good until the next call that makes something. */
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
  composite(target: Bitmap, source: Bitmap, place: Affine, options?: PaintOptions): void;
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

  /**
   * Converts a bitmap into a frame of the same size: all of it, or the given rectangle (grown to even pixels). A frame
   * with alpha gets straight colours and the alpha plane; any other takes the pixels as opaque.
   */
  toFrame(frame: PlanarFrame, source: Bitmap, rect?: Rect): void;
  /**
   * Draws an opaque still straight into a frame, bilinear: `shown` is the part of the still, in its pixels and with
   * fractions, that fills `target` (whole even pixels; the whole frame where it is left out). Past its edges the still's outermost pixels go on.
   */
  drawStill(frame: PlanarFrame, still: PlanarStill, shown: Rect, target?: Rect): void;
}
