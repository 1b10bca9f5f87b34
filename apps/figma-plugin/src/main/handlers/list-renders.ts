import type { HandlerFactory } from '../handler.ts';
import { findRenders } from '../storage/renders.ts';

export const listRenders: HandlerFactory<'list-renders'> = (figma) => async () => ({
  renders: await findRenders(figma),
});
