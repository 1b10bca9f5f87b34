import { fields, nodeIds } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { findScene } from '../nodes.ts';
import { linksOf, onePerPair } from '../prototype/links-of.ts';

export const readLinks: HandlerFactory<'read-links'> = (figma) => async (params, task) => {
  const ids = nodeIds(fields(params, 'message').ids);
  const targets = new Set(ids);
  const links = [];
  for (const id of targets) {
    const frame = await findScene(figma, id);
    if (frame) links.push(...(await linksOf(frame, targets, task)));
  }
  return { links: onePerPair(links) };
};
