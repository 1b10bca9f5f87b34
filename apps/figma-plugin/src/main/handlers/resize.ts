import { moveWindow } from '../canvas/move-window.ts';
import { fields, isFields, number } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { LEAST, MOST } from '../storage/settings.ts';

export const resize: HandlerFactory<'resize'> = (figma) => async (params) => {
  const sent = fields(params, 'message');
  const width = clamp(number(sent.width, 'width', 0, 1e5), LEAST.width, MOST.width);
  const height = clamp(number(sent.height, 'height', 0, 1e5), LEAST.height, MOST.height);
  figma.ui.resize(width, height);
  if (isFields(sent.at)) {
    const [x, y] = [number(sent.at.x, 'place', -1e5, 1e5), number(sent.at.y, 'place', -1e5, 1e5)];
    moveWindow(figma, { x, y });
  }
  return {};
};

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
