import { exactness, stillsOfShot } from '@animatic/motion';
import { type BrowserBitmap, browserHost } from '@animatic/motion/browser';
import type { NodeId, Shot } from '@animatic/schema';
import type { Imaging } from './decode.ts';
import type { Stills } from './make-picture.ts';

/** Finds the moving layers that, put back in their places, are not the frame. */
export type Check = (shot: Shot, moving: readonly NodeId[], stills: Stills) => Promise<NodeId[]>;

/** The check of the motion engine, on this browser's canvases. */
export function exactnessCheck(imaging: Imaging): Check {
  return async (shot, moving, stills) => {
    const images = new Map<string, ImageBitmap>();
    try {
      for (const hash of stillsOfShot(shot, true)) {
        const blob = stills.get(hash);
        if (blob) images.set(hash, await imaging.decode(blob));
      }
      const bitmapOf = (hash: string): BrowserBitmap => {
        const image = images.get(hash);
        if (!image) throw new Error(`the still ${hash} was not captured`);
        return image;
      };
      return exactness(browserHost, shot, moving, bitmapOf).brokenLayers;
    } finally {
      for (const image of images.values()) image.close();
    }
  };
}
