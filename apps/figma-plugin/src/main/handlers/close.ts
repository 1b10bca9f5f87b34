import type { HandlerFactory } from '../handler.ts';

export const close: HandlerFactory<'close'> = (figma) => async () => {
  figma.closePlugin();
  return {};
};
