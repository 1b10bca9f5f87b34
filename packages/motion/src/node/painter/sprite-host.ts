import { Canvas } from '@napi-rs/canvas';
import type { CanvasHost } from '../../core/index.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap } from '../../kernel/pixel-types.ts';
import { decodeStill, type NodeBitmap, surface } from '../host.ts';
import { decodePng } from '../png.ts';
import { releaseCanvas, Sprite, type Sprites, upload } from './sprite.ts';

/** A host whose bitmaps are sprites from the beginning, where their files allow it. */
export interface SpriteHost extends CanvasHost<Sprite | Canvas> {
  /**
   * Decodes a still.
   *
   * @throws Error where the bytes are no picture
   */
  decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Sprite | Canvas>;
}

/**
 * Surfaces of Skia for what is made ready before the film starts; what is painted from are sprites in the kernel,
 * which decodes, cuts and resamples them, too.
 */
export function createSpriteHost(kernel: PixelKernel, sprites: Sprites): SpriteHost {
  // One source is resampled to several sizes in a row.
  let source: { canvas: Canvas; block: KernelBitmap } | null = null;
  const drop = () => {
    if (source) kernel.free(source.block);
    source = null;
  };
  return {
    async decode(bytes, signal) {
      const block = await decodePng(kernel, bytes, signal);
      return block ? new Sprite(block) : decodeStill(bytes);
    },
    surface(width, height) {
      const made = surface(width, height);
      const { context } = made;
      const drawImage: (...args: [NodeBitmap, ...number[]]) => void = context.drawImage.bind(context);
      context.drawImage = (image: NodeBitmap, ...place: number[]) =>
        drawImage(sprites.canvasOf(image), ...place);
      return made;
    },
    mosaic({ width, height }, pieces) {
      const made = kernel.createBitmap(width, height);
      const carried = new Map<Canvas, KernelBitmap>();
      for (const { bitmap, part, x, y } of pieces) {
        let block = bitmap instanceof Canvas ? carried.get(bitmap) : sprites.pixelsOf(bitmap);
        if (!block && bitmap instanceof Canvas) carried.set(bitmap, (block = upload(kernel, bitmap)));
        if (!block) continue;
        const from = part ?? { x: 0, y: 0, width: block.width, height: block.height };
        const clip = { x, y, width: from.width, height: from.height };
        kernel.copy(made, block, x - from.x, y - from.y, { clip });
      }
      for (const block of carried.values()) kernel.free(block);
      kernel.look(made);
      return new Sprite(made);
    },
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
