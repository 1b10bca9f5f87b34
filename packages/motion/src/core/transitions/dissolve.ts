import { ground } from '../shot-items.ts';
import {
  comingContent,
  comingPicture,
  IN_PLACE,
  leavingContent,
  leavingPicture,
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
      ...leavingContent(passage, view, IN_PLACE),
      sheet(comingContent(passage, view, IN_PLACE), settled),
    ]);
  const view = sharedView(passage);
  if (view)
    return [
      ...ground(timeline, before),
      ...leavingContent(passage, view, IN_PLACE),
      sheet([...ground(timeline, after), ...comingContent(passage, view, IN_PLACE)], settled),
    ];
  return [
    ...ground(timeline, before),
    ...leavingPicture(passage, IN_PLACE),
    sheet([...ground(timeline, after), ...comingPicture(passage, IN_PLACE)], settled),
  ];
};
