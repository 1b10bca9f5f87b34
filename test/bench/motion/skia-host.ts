import type { CanvasHost } from '@animatic/motion';
import { type Canvas, createCanvas } from '@napi-rs/canvas';

/** Plain canvases, for what is drawn once: stills, and the source drawn exactly. */
export const skiaHost: CanvasHost<Canvas> = {
  surface(width, height) {
    const bitmap = createCanvas(width, height);
    const context = bitmap.getContext('2d');
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
