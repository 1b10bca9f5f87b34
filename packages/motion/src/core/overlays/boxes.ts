import type { Corners, Overlay, Rect } from '@animatic/schema';
import { inflate } from '../geometry.ts';

/** An overlay's boxes with some air around them, their corners concentric with the boxes' own. */
export function aired(
  { boxes, corner = 0 }: Pick<Overlay, 'boxes' | 'corner'>,
  air: number,
  least: number,
): { box: Rect; corners: Corners }[] {
  return boxes.map((one) => {
    const box = inflate(one, air);
    const most = Math.min(box.width, box.height) / 2;
    const radius = Math.min(most, Math.max(least, corner + air));
    return { box, corners: [radius, radius, radius, radius] };
  });
}
