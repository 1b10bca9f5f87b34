import type { DrawItem } from '../draw-list.ts';
import { ground } from '../shot-items.ts';
import {
  comingContent,
  comingPicture,
  IN_PLACE,
  isHidden,
  leavingContent,
  leavingPicture,
  type Passage,
  sharedView,
  sheet,
  staysOnScreen,
  type TransitionItems,
  withinScreen,
} from './passage.ts';

export const dissolve: TransitionItems = (passage) => {
  const { timeline, before, after, settled } = passage;
  if (staysOnScreen(passage))
    return withinScreen(passage, (view) => [
      ...leaving(passage, true, leavingContent(passage, view, IN_PLACE)),
      sheet(comingContent(passage, view, IN_PLACE), settled),
    ]);
  const view = sharedView(passage);
  if (view)
    return [
      ...ground(timeline, before),
      ...leaving(passage, false, leavingContent(passage, view, IN_PLACE)),
      sheet([...ground(timeline, after), ...comingContent(passage, view, IN_PLACE)], settled),
    ];
  return [
    ...ground(timeline, before),
    ...leaving(passage, false, leavingPicture(passage, IN_PLACE)),
    sheet([...ground(timeline, after), ...comingPicture(passage, IN_PLACE)], settled),
  ];
};

/** The leaving picture stands until the other hides it; where that does not, it goes when the other is half there. */
function leaving(passage: Passage, within: boolean, items: DrawItem[]): DrawItem[] {
  return isHidden(passage, within) ? items : [sheet(items, Math.min(1, 2 - 2 * passage.settled))];
}
