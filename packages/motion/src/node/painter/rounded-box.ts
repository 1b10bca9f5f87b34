import type { Corners, Rect } from '@animatic/schema';
import { intersection } from '../../core/geometry.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap, PremultipliedColor } from '../../kernel/pixel-types.ts';

/** A box with rounded corners in view pixels, which may lie between pixels. */
export interface RoundedBox {
  box: Rect;
  corners: Corners;
}

/** Fills a box: its corners by coverage, all else as plain rectangles. */
export function fillRounded(
  kernel: PixelKernel,
  target: KernelBitmap,
  { box, corners }: RoundedBox,
  color: PremultipliedColor,
  clip: Rect,
): void {
  if (box.width <= 0 || box.height <= 0 || color.a <= 0) return;
  const parts = partsOf(box, Math.max(...corners));
  for (const rect of parts.plain) kernel.fill(target, rect, color, { clip });
  for (const place of parts.corners) {
    const seen = intersection(place, clip);
    if (!seen) continue;
    const mask = kernel.createMask(seen);
    kernel.maskRoundedRect(mask, box, corners);
    kernel.fill(target, seen, color, { clip, mask });
    kernel.free(mask);
  }
}

/** Fills what lies between two boxes, one inside the other. */
export function fillRing(
  kernel: PixelKernel,
  target: KernelBitmap,
  outer: RoundedBox,
  inner: RoundedBox,
  color: PremultipliedColor,
  clip: Rect,
): void {
  if (color.a <= 0) return;
  const weight = Math.max(
    inner.box.x - outer.box.x,
    inner.box.y - outer.box.y,
    outer.box.x + outer.box.width - inner.box.x - inner.box.width,
    outer.box.y + outer.box.height - inner.box.y - inner.box.height,
  );
  const reach = Math.max(...outer.corners) + weight;
  const { x, y, right, bottom, x1, x2, y1, y2, splits } = splitOf(outer.box, reach);
  const whole = wholeAround(outer.box);
  const places = splits
    ? [
        { x: whole.x, y: whole.y, width: x1 - whole.x, height: y1 - whole.y },
        { x: x2, y: whole.y, width: whole.x + whole.width - x2, height: y1 - whole.y },
        { x: whole.x, y: y2, width: x1 - whole.x, height: whole.y + whole.height - y2 },
        { x: x2, y: y2, width: whole.x + whole.width - x2, height: whole.y + whole.height - y2 },
      ]
    : [whole];
  if (splits) {
    const { box } = inner;
    const bands = [
      { x: x1, y, width: x2 - x1, height: box.y - y },
      { x: x1, y: box.y + box.height, width: x2 - x1, height: bottom - box.y - box.height },
      { x, y: y1, width: box.x - x, height: y2 - y1 },
      { x: box.x + box.width, y: y1, width: right - box.x - box.width, height: y2 - y1 },
    ];
    for (const band of bands)
      if (band.width > 0 && band.height > 0) kernel.fill(target, band, color, { clip });
  }
  for (const place of places) {
    const seen = intersection(place, clip);
    if (!seen) continue;
    const mask = kernel.createMask(seen);
    const hole = kernel.createMask(seen);
    kernel.maskRoundedRect(mask, outer.box, outer.corners);
    kernel.maskRoundedRect(hole, inner.box, inner.corners);
    const covered = kernel.view(mask);
    const open = kernel.view(hole);
    for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - (open[i] ?? 0));
    kernel.fill(target, seen, color, { clip, mask });
    kernel.free(hole);
    kernel.free(mask);
  }
}

/** The four squares with the corners, and the rest as rectangles, cut at whole pixels so that no seam shows. */
function partsOf(box: Rect, corner: number): { plain: Rect[]; corners: Rect[] } {
  if (corner <= 0) return { plain: [box], corners: [] };
  const { x, y, right, bottom, x1, x2, y1, y2, splits } = splitOf(box, corner);
  const whole = wholeAround(box);
  if (!splits) return { plain: [], corners: [whole] };
  const wholeRight = whole.x + whole.width;
  const wholeBottom = whole.y + whole.height;
  return {
    plain: [
      { x: x1, y, width: x2 - x1, height: y1 - y },
      { x, y: y1, width: right - x, height: y2 - y1 },
      { x: x1, y: y2, width: x2 - x1, height: bottom - y2 },
    ],
    corners: [
      { x: whole.x, y: whole.y, width: x1 - whole.x, height: y1 - whole.y },
      { x: x2, y: whole.y, width: wholeRight - x2, height: y1 - whole.y },
      { x: whole.x, y: y2, width: x1 - whole.x, height: wholeBottom - y2 },
      { x: x2, y: y2, width: wholeRight - x2, height: wholeBottom - y2 },
    ],
  };
}

function splitOf(box: Rect, corner: number) {
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  const x1 = Math.ceil(x + corner);
  const y1 = Math.ceil(y + corner);
  const x2 = Math.floor(right - corner);
  const y2 = Math.floor(bottom - corner);
  return { x, y, right, bottom, x1, x2, y1, y2, splits: x2 > x1 && y2 > y1 };
}

export function wholeAround({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}
