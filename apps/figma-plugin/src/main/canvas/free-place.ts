import type { Rect } from '@animatic/schema';
import { boxOf, findScene, pageOf } from '../nodes.ts';

/** Page pixels between the frames and what is put beside them. */
const GAP = 80;

/** A free place to the right of these nodes, level with their top; in the view's middle where there are none. */
export async function freePlace(
  figma: PluginAPI,
  near: readonly string[],
  size: { width: number; height: number },
): Promise<{ x: number; y: number }> {
  const boxes: Rect[] = [];
  for (const id of near) {
    const node = await findScene(figma, id);
    // Frames of another page have places of their own, which mean nothing on this one.
    const box = node && pageOf(node)?.id === figma.currentPage.id ? boxOf(node) : null;
    if (box) boxes.push(box);
  }
  if (boxes.length === 0) {
    const { x, y } = figma.viewport.center;
    return { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
  }
  const taken = figma.currentPage.children.flatMap((node) => boxOf(node) ?? []);
  return besides(boxes, taken, size);
}

/** The first place right of `boxes` where nothing in `taken` lies. */
export function besides(
  boxes: readonly Rect[],
  taken: readonly Rect[],
  size: { width: number; height: number },
): { x: number; y: number } {
  const y = Math.round(Math.min(...boxes.map((box) => box.y)));
  let x = Math.round(Math.max(...boxes.map((box) => box.x + box.width))) + GAP;
  const inWay = taken
    .filter((box) => box.y < y + size.height && box.y + box.height > y)
    .sort((a, b) => a.x - b.x);
  for (const box of inWay)
    if (box.x < x + size.width && box.x + box.width > x) x = Math.round(box.x + box.width) + GAP;
  return { x, y };
}
