import { fields, nodeId } from '../checks.ts';
import { roundedRect, shifted } from '../geometry.ts';
import { groundBounds } from '../ground/ground-bounds.ts';
import { readGround as read } from '../ground/read-ground.ts';
import type { HandlerFactory } from '../handler.ts';
import { boxOf, frameBox, sceneNode } from '../nodes.ts';

export const readGround: HandlerFactory<'read-ground'> = (figma) => async (params) => {
  const sent = fields(params, 'message');
  const origin = frameBox(await sceneNode(figma, nodeId(sent.frame)));
  const node = await sceneNode(figma, nodeId(sent.id));
  const box = boxOf(node);
  const reading = read(node);
  if ('reason' in reading) return { exact: false, reason: `“${node.name}”: ${reading.reason}` };
  if (!box) return { exact: false, reason: `“${node.name}” has no size` };
  return {
    exact: true,
    box: roundedRect(shifted(box, origin)),
    bounds: shifted(groundBounds(box, reading.ground), origin),
    ground: reading.ground,
  };
};
