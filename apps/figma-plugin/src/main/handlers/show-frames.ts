import { fields, nodeIds } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { isScene } from '../nodes.ts';

/** Selects frames of this page and brings them into view. */
export const showFrames: HandlerFactory<'show-frames'> = (figma) => async (params) => {
  const found: SceneNode[] = [];
  for (const id of nodeIds(fields(params, 'message').ids)) {
    const node = await figma.getNodeByIdAsync(id);
    if (isScene(node) && pageOf(node) === figma.currentPage.id) found.push(node);
  }
  if (found.length > 0) {
    figma.currentPage.selection = found;
    figma.viewport.scrollAndZoomIntoView(found);
  }
  return { found: found.length };
};

function pageOf(node: SceneNode): string | null {
  let at: BaseNode | null = node;
  while (at && at.type !== 'PAGE') at = at.parent;
  return at?.id ?? null;
}
