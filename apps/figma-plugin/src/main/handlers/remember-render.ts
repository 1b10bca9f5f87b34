import { fields } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';
import { findPage } from '../nodes.ts';
import { markFrames } from '../storage/frame-render.ts';
import { isRender, keepRender } from '../storage/renders.ts';

export const rememberRender: HandlerFactory<'remember-render'> = (figma) => async (params) => {
  const { render, page } = fields(params, 'message');
  if (!isRender(render)) throw new PluginFailure('bad-message', 'The panel sent a render that is none.');
  const place = await keepRender(figma, render, await findPage(figma, page));
  if (place === 'file') await markFrames(figma, render);
  return { place };
};
