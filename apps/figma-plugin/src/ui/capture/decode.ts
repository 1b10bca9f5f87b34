import type { Rect } from '@animatic/schema';

/** Where decoded pixels come from and go to: the browser's, or a stand-in in tests. */
export interface Imaging {
  decode(blob: Blob): Promise<ImageBitmap>;
  canvas(width: number, height: number): OffscreenCanvas;
}

/** Decoded as the player decodes: another way of premultiplying would be another picture. */
export const browserImaging: Imaging = {
  decode: (blob) => createImageBitmap(blob),
  canvas: (width, height) => new OffscreenCanvas(width, height),
};

/** A part of a bitmap as a PNG of its own. */
export async function cutPng(imaging: Imaging, image: ImageBitmap, part: Rect): Promise<Blob> {
  const canvas = imaging.canvas(part.width, part.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas outside of the page. Update Figma.');
  context.drawImage(image, part.x, part.y, part.width, part.height, 0, 0, part.width, part.height);
  return canvas.convertToBlob({ type: 'image/png' });
}
