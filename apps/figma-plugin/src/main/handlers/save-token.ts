import { fields, text, textOrNull } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { keepToken } from '../storage/token.ts';

export const saveToken: HandlerFactory<'save-token'> = (figma) => async (params) => {
  const { origin, token } = fields(params, 'message');
  await keepToken(figma, text(origin, 'origin', 500), textOrNull(token, 'token', 10_000));
  return {};
};
