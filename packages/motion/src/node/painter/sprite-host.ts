import { Canvas } from '@napi-rs/canvas';
import type { CanvasHost } from '../../core/index.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap } from '../../kernel/pixel-types.ts';
import { surface } from '../host.ts';
import { releaseCanvas, Sprite, type Sprites, upload } from './sprite.ts';

/**
 * Surfaces of Skia for what is made ready before the film starts; what is painted from are sprites in the kernel,
 * which resamples them, too.
 */
export function createSpriteHost(kernel: PixelKernel, sprites: Sprites): CanvasHost<Sprite | Canvas> {
  // One source is resampled to several sizes in a row.
  let source: { canvas: Canvas; block: KernelBitmap } | null = null;
  const drop = () => {
    if (source) kernel.free(source.block);
    source = null;
  };
  return {
    surface,
    resize(bitmap, place, grid) {
      if (!(bitmap instanceof Canvas))
        return new Sprite(kernel.resampleBitmap(sprites.pixelsOf(bitmap), place, grid));
      if (source?.canvas !== bitmap) {
        drop();
        source = { canvas: bitmap, block: upload(kernel, bitmap) };
      }
      return new Sprite(kernel.resampleBitmap(source.block, place, grid));
    },
    settle(bitmap) {
      if (!(bitmap instanceof Canvas)) return bitmap;
      // At once: Skia draws late, and what this was drawn from may be given back before.
      const sprite = new Sprite(upload(kernel, bitmap));
      releaseCanvas(bitmap);
      return sprite;
    },
    release(bitmap) {
      if (source?.canvas === bitmap) drop();
      sprites.release(bitmap);
    },
  };
}
