import { fields, text } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';

/** Figma shows 100 characters. */
const MOST = 100;

export const notify: HandlerFactory<'notify'> = (figma) => async (params) => {
  const sent = fields(params, 'message');
  const message = text(sent.message, 'message', 10_000);
  figma.notify(message.length > MOST ? `${message.slice(0, MOST - 1)}…` : message, {
    error: sent.error === true,
  });
  return {};
};
