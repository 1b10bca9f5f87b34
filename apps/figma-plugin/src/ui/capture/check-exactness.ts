import { type CanvasHost, exactness, stillsOfShot } from '@animatic/motion';
import type { NodeId, Shot } from '@animatic/schema';
import type { Imaging } from './decode.ts';
import type { Stills } from './make-picture.ts';

type Drawable = ImageBitmap | OffscreenCanvas;

/** Finds the moving layers that, put back in their places, are not the frame. */
export type Check = (shot: Shot, moving: readonly NodeId[], stills: Stills) => Promise<NodeId[]>;

/** The check of the motion engine, on this browser's canvases. */
export function exactnessCheck(imaging: Imaging): Check {
  const host: CanvasHost<Drawable> = {
    surface(width, height) {
      const bitmap = imaging.canvas(width, height);
      const context = bitmap.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('This browser has no 2D canvas outside of the page. Update Figma.');
      return {
        bitmap,
        context,
        readPixels: (x, y, w, h) => context.getImageData(x, y, w, h),
        writePixels(fill) {
          const pixels = context.createImageData(width, height);
          fill(pixels.data);
          context.putImageData(pixels, 0, 0);
        },
      };
    },
  };
  return async (shot, moving, stills) => {
    const images = new Map<string, ImageBitmap>();
    try {
      for (const hash of stillsOfShot(shot, true)) {
        const blob = stills.get(hash);
        if (blob) images.set(hash, await imaging.decode(blob));
      }
      const bitmapOf = (hash: string): Drawable => {
        const image = images.get(hash);
        if (!image) throw new Error(`the still ${hash} was not captured`);
        return image;
      };
      return exactness(host, shot, moving, bitmapOf).brokenLayers;
    } finally {
      for (const image of images.values()) image.close();
    }
  };
}
