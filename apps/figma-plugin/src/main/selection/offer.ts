import type { FrameOffer, FrameProblem, FrameRefusal } from '../../protocol/frame.ts';
import { wholePixels } from '../geometry.ts';
import { boxOf } from '../nodes.ts';
import { isPlaced } from '../storage/placed.ts';

export type Offered = { offer: FrameOffer } | { refusal: FrameRefusal };

const WORDS: Record<Exclude<FrameProblem, 'gone'>, (name: string) => string> = {
  'no-size': (name) => `“${name}” has no size. Give it a width and a height.`,
  hidden: (name) => `“${name}” is hidden. Show it to make it a shot.`,
  placed: (name) => `“${name}” was placed here by Animatic. Select the frames that it is made of.`,
  'not-exportable': (name) => `“${name}” cannot be exported. Choose the frame around it.`,
};

/** A node as a shot to be, or why it cannot be one. */
export function offerOf(node: SceneNode): Offered {
  const box = boxOf(node);
  const problem =
    !('exportAsync' in node) || node.type === 'SLICE'
      ? 'not-exportable'
      : !isShown(node)
        ? 'hidden'
        : isPlaced(node)
          ? 'placed'
          : !box || box.width < 1 || box.height < 1
            ? 'no-size'
            : null;
  if (problem || !box) {
    const why = problem ?? 'no-size';
    return { refusal: { id: node.id, name: node.name, problem: why, message: WORDS[why](node.name) } };
  }
  const { width, height } = wholePixels(box);
  return { offer: { id: node.id, name: node.name, size: { width, height } } };
}

/** Neither it nor anything around it is hidden. */
function isShown(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at && at.type !== 'PAGE' && at.type !== 'DOCUMENT'; at = at.parent)
    if ('visible' in at && !at.visible) return false;
  return true;
}
