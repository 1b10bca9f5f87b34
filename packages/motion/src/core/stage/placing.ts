import type { Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';
import type { Prepared } from '../paint/aids.ts';
import { lengthOf, type Run } from './text/ink.ts';

/** From a bitmap's pixels to frame pixels. */
export function placing({ image, box }: Prepared<Bitmap>) {
  const x = box.width / image.width;
  const y = box.height / image.height;
  return {
    height: (pixels: number) => pixels * y,
    rect: (columns: Run, rows: Run): Rect => ({
      x: box.x + columns.from * x,
      y: box.y + rows.from * y,
      width: lengthOf(columns) * x,
      height: lengthOf(rows) * y,
    }),
  };
}
