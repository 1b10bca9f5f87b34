import type { HandlerFactory } from '../handler.ts';
import { pageFrames, readSelection } from '../selection/read-selection.ts';

export const readPageFrames: HandlerFactory<'read-page-frames'> = (figma) => (_params, task) =>
  readSelection(figma.currentPage, pageFrames(figma.currentPage), task);
