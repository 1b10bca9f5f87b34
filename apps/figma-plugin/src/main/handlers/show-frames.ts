import { fields, nodeIds } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { findScene, pageOf } from '../nodes.ts';

/** Selects frames of this page and brings them into view. */
export const showFrames: HandlerFactory<'show-frames'> = (figma) => async (params) => {
  const found: SceneNode[] = [];
  for (const id of nodeIds(fields(params, 'message').ids)) {
    const node = await findScene(figma, id);
    if (node && pageOf(node)?.id === figma.currentPage.id) found.push(node);
  }
  if (found.length > 0) {
    figma.currentPage.selection = found;
    figma.viewport.scrollAndZoomIntoView(found);
  }
  return { found: found.length };
};
