import type { Direction, Rect } from '@animatic/schema';
import type { DrawItem, SoftEdge } from '../draw-list.ts';
import { frameMatrix, ground } from '../shot-items.ts';
import {
  comingContent,
  comingPicture,
  IN_PLACE,
  isHidden,
  leavingContent,
  leavingPicture,
  staysOnScreen,
  type TransitionItems,
  withinScreen,
} from './passage.ts';
import { toView } from './smart/place.ts';

/** How much of its way the edge is soft over: no hard line runs over the picture, and nothing is half there for long. */
const FEATHER = 0.16;

/** A soft edge passes over the view, or over the screen that stays, and leaves the next picture behind. */
export const wipe: TransitionItems = (passage) => {
  const { timeline, before, after, span, settled: share } = passage;
  if (staysOnScreen(passage))
    return withinScreen(passage, (view) => {
      const box = toView(frameMatrix(after.scene, view, IN_PLACE), after.scene.window);
      const edge = edgeOf(box, span.direction, share);
      return [
        ...sweptOff(leavingContent(passage, view, IN_PLACE), edge, isHidden(passage, true)),
        swept(comingContent(passage, view, IN_PLACE), edge),
      ];
    });
  const whole: Rect = { x: 0, y: 0, ...timeline.size };
  const edge = edgeOf(whole, span.direction, share);
  return [
    ...ground(timeline, before, after),
    ...sweptOff(leavingPicture(passage, IN_PLACE), edge, isHidden(passage, false)),
    swept([...ground(timeline, before, after), ...comingPicture(passage, IN_PLACE)], edge),
  ];
};

/** The leaving picture: where the other does not hide it, the edge takes it along. */
function sweptOff(items: DrawItem[], { full, clear }: SoftEdge, hidden: boolean): DrawItem[] {
  return hidden ? items : [swept(items, { full: clear, clear: full })];
}

function swept(items: DrawItem[], soft: SoftEdge): DrawItem {
  return { kind: 'group', clip: null, soft, opacity: 1, items };
}

/** The edge on its way in a direction: it begins before the box and ends beyond it. */
function edgeOf(box: Rect, direction: Direction, share: number): SoftEdge {
  const across = direction === 'left' || direction === 'right';
  const forward = direction === 'right' || direction === 'down';
  const length = across ? box.width : box.height;
  const feather = length * FEATHER;
  const front = share * (length + feather);
  const at = (way: number) => {
    const along = forward ? way : length - way;
    return across
      ? { x: box.x + along, y: box.y + box.height / 2 }
      : { x: box.x + box.width / 2, y: box.y + along };
  };
  return { full: at(front - feather), clear: at(front) };
}
