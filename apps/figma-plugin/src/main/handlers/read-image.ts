import { fields, text } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';

export const readImage: HandlerFactory<'read-image'> = (figma) => async (params) => {
  const image = figma.getImageByHash(text(fields(params, 'message').image, 'image hash', 200));
  if (!image) throw new PluginFailure('gone', 'An image fill is no longer in the file.');
  return { bytes: await image.getBytesAsync() };
};
