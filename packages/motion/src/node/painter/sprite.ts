import { Canvas, createCanvas } from '@napi-rs/canvas';
import { straighten } from '../../core/straighten.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap, PlanarStill } from '../../kernel/pixel-types.ts';

/** A bitmap that the painter draws from. Its pixels lie in a canvas until they are first needed, then in the kernel. */
export class Sprite {
  readonly width: number;
  readonly height: number;
  /**
   * The same for Skia to draw from, where it has had to.
   *
   * @internal
   */
  drawable: Canvas | undefined;
  /** @internal */
  canvas: Canvas | undefined;
  /** @internal */
  block: KernelBitmap | undefined;
  /** @internal */
  planes: PlanarStill | undefined;

  constructor(source: Canvas | KernelBitmap) {
    this.width = source.width;
    this.height = source.height;
    if (source instanceof Canvas) this.canvas = source;
    else this.block = source;
  }
}

/** Where the painter's bitmaps are: each is carried into the kernel once, and given back by hand. */
export interface Sprites {
  /** The pixels of a sprite, or of a canvas that nobody draws on any more. */
  pixelsOf(image: Sprite | Canvas): KernelBitmap;
  /** The same as planes; the bitmap has to be opaque. */
  planesOf(image: Sprite | Canvas): PlanarStill;
  /** The same for Skia to draw from. */
  canvasOf(image: Sprite | Canvas): Canvas;
  release(image: Sprite | Canvas): void;
}

/**
 * The bitmaps of one clip.
 *
 * @example const sprites = createSprites(kernel); sprites.pixelsOf(canvas).opaque;
 */
export function createSprites(kernel: PixelKernel): Sprites {
  const carried = new Map<Canvas, Sprite>();
  const spriteOf = (image: Sprite | Canvas): Sprite => {
    if (image instanceof Sprite) return image;
    const known = carried.get(image) ?? new Sprite(image);
    carried.set(image, known);
    return known;
  };
  const pixelsOf = (image: Sprite | Canvas): KernelBitmap => {
    const sprite = spriteOf(image);
    if (sprite.block) return sprite.block;
    if (!sprite.canvas) throw new Error('a sprite was drawn from after it was given back');
    sprite.block = upload(kernel, sprite.canvas);
    // Its pixels are not on V8's heap, which would wait long before it collects them.
    if (sprite === image) releaseCanvas(sprite.canvas);
    sprite.canvas = undefined;
    return sprite.block;
  };
  return {
    pixelsOf,
    planesOf(image) {
      const sprite = spriteOf(image);
      sprite.planes ??= kernel.prepareStill(pixelsOf(sprite));
      return sprite.planes;
    },
    canvasOf(image) {
      if (image instanceof Canvas) return image;
      image.drawable ??= download(kernel, pixelsOf(image));
      return image.drawable;
    },
    release(image) {
      const sprite = image instanceof Sprite ? image : carried.get(image);
      if (image instanceof Canvas) {
        carried.delete(image);
        releaseCanvas(image);
      }
      if (!sprite) return;
      if (sprite.canvas) releaseCanvas(sprite.canvas);
      if (sprite.drawable) releaseCanvas(sprite.drawable);
      if (sprite.block) kernel.free(sprite.block);
      if (sprite.planes) kernel.free(sprite.planes);
      sprite.canvas = undefined;
      sprite.drawable = undefined;
      sprite.block = undefined;
      sprite.planes = undefined;
    },
  };
}

/** A canvas's premultiplied pixels in the kernel. */
export function upload(kernel: PixelKernel, canvas: Canvas): KernelBitmap {
  return kernel.uploadBitmap({ data: canvas.data(), width: canvas.width, height: canvas.height });
}

/** The kernel's pixels on a canvas: premultiplied ones come through straight ones as they were. */
function download(kernel: PixelKernel, block: KernelBitmap): Canvas {
  const canvas = createCanvas(block.width, block.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(block.width, block.height);
  straighten(kernel.view(block), pixels.data);
  context.putImageData(pixels, 0, 0);
  return canvas;
}

/** Frees a canvas's pixels at once; nobody draws from it any more. */
export function releaseCanvas(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}
