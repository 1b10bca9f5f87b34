import type { Motion, NodeId } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';

/** What of a frame has to be drawn apart from it. */
export interface Needs {
  /** Nodes that move with all that lies in them, in the order they come. */
  whole: readonly NodeId[];
  /** Containers and rectangles whose own fills, strokes and shadows move by themselves. */
  grounds: ReadonlySet<NodeId>;
}

export const NO_NEEDS: Needs = { whole: [], grounds: new Set() };

/** What a motion moves: every layer it names, each once, and those that stay while the frame scrolls. */
export function motionNeeds(motion: Pick<Motion, 'layers' | 'scroll'>, outline: CaptureOutline): NodeId[] {
  const moved = motion.layers.flatMap((each) => each.layers);
  return [...new Set([...moved, ...(motion.scroll.length > 0 ? fixedIn(outline) : [])])];
}

function fixedIn({ children }: CaptureNode): NodeId[] {
  return children.flatMap((child) => (child.fixed ? [child.id] : fixedIn(child)));
}

export function allNeeds(own: readonly NodeId[], more: Needs = NO_NEEDS): Needs {
  return { whole: [...new Set([...own, ...more.whole])], grounds: more.grounds };
}
