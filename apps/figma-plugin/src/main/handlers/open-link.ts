import { fields, text } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';

export const openLink: HandlerFactory<'open-link'> = (figma) => async (params) => {
  const url = text(fields(params, 'message').url, 'link', 4000);
  if (!/^https?:\/\//i.test(url))
    throw new PluginFailure('bad-message', 'Only http and https links are opened.');
  figma.openExternal(url);
  return {};
};
