import type { HandlerFactory } from '../handler.ts';
import { readSelection as read } from '../selection/read-selection.ts';

export const readSelection: HandlerFactory<'read-selection'> = (figma) => (_params, task) =>
  read(figma.currentPage, figma.currentPage.selection, task);
