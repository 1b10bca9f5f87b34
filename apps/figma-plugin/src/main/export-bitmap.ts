import type { Rect } from '@animatic/schema';
import type { Bitmap } from '../protocol/capture.ts';
import { PluginFailure } from './failure.ts';
import { shifted, wholePixels } from './geometry.ts';
import { boxOf, renderBoundsOf } from './nodes.ts';
import { pngSize } from './png.ts';

let last: Promise<unknown> = Promise.resolve();

/** One export after the other: two at a time can fill the sandbox's memory. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

/**
 * Exports a node as PNG and says where on the page its pixels lie.
 *
 * @param scale bitmap pixels a page pixel
 * @param origin what `bounds` are relative to, page pixels
 * @throws PluginFailure `not-exportable` or `too-large`, with words for people
 */
export async function exportBitmap(
  node: SceneNode,
  scale: number,
  origin: { x: number; y: number },
  whole = false,
): Promise<Bitmap> {
  const tries = whole ? [true] : [false, true];
  let size = { width: 0, height: 0 };
  for (const useBox of tries) {
    const png = await oneAtATime(() => exported(node, scale, useBox));
    const found = pngSize(png);
    if (!found) throw new PluginFailure('not-exportable', `Figma could not export “${node.name}” as a PNG.`);
    size = found;
    const boxes = [renderBoundsOf(node), boxOf(node)].flatMap((box) => (box ? [box] : []));
    const bounds =
      boundsOf(size, scale, useBox ? boxes.reverse() : boxes) ?? (whole ? wholeBoxOf(node, size) : null);
    if (bounds) return { bytes: png, ...size, bounds: shifted(bounds, origin) };
  }
  throw new PluginFailure(
    'not-exportable',
    `“${node.name}” was exported at ${size.width} × ${size.height} pixels, which is none of its sizes.`,
  );
}

/**
 * The page pixels that an export covers. Figma exports the render bounds, or the box where that is asked for, out to
 * whole pixels; the bitmap's own size tells which it was.
 */
export function boundsOf(
  size: { width: number; height: number },
  scale: number,
  boxes: readonly Rect[],
): Rect | null {
  for (const box of boxes) {
    for (const pixels of [wholePixels(box), loosePixels(box), finePixels(box, scale)])
      if (near(pixels.width * scale, size.width) && near(pixels.height * scale, size.height)) return pixels;
  }
  return null;
}

/** As `wholePixels`, with rounding noise taken for a pixel. */
function loosePixels(box: Rect): Rect {
  const x = Math.floor(box.x);
  const y = Math.floor(box.y);
  return { x, y, width: Math.ceil(box.x + box.width) - x, height: Math.ceil(box.y + box.height) - y };
}

/** Out to whole bitmap pixels instead of whole page pixels. */
function finePixels(box: Rect, scale: number): Rect {
  const { x, y, width, height } = wholePixels({
    x: box.x * scale,
    y: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  return { x: x / scale, y: y / scale, width: width / scale, height: height / scale };
}

/**
 * A frame between pixels, or one that Figma made smaller than asked for: of its own shape, it is the frame all the same.
 */
function wholeBoxOf(node: SceneNode, size: { width: number; height: number }): Rect | null {
  const box = boxOf(node);
  if (!box) return null;
  const pixels = wholePixels(box);
  const scale = size.width / pixels.width;
  return Math.abs(pixels.height * scale - size.height) <= 2 * Math.max(1, scale) ? pixels : null;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1;
}

async function exported(node: SceneNode, scale: number, whole: boolean): Promise<Uint8Array> {
  try {
    return await node.exportAsync({
      format: 'PNG',
      contentsOnly: true,
      ...(whole ? { useAbsoluteBounds: true } : {}),
      constraint: { type: 'SCALE', value: scale },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PluginFailure(
      /memory|large|size|dimension/i.test(reason) ? 'too-large' : 'not-exportable',
      `Figma could not export “${node.name}” at ${scale}×: ${reason}`,
    );
  }
}

/** A small picture of a frame whose longer side is at most `side` pixels. */
export async function exportThumbnail(node: SceneNode, page: Rect, side: number): Promise<Bitmap> {
  const scale = Math.min(4, side / Math.max(page.width, page.height));
  const bytes = await oneAtATime(() => exported(node, Math.max(0.01, scale), true));
  const size = pngSize(bytes);
  if (!size) throw new PluginFailure('not-exportable', `Figma could not export “${node.name}” as a PNG.`);
  return { bytes, ...size, bounds: { x: 0, y: 0, width: page.width, height: page.height } };
}
