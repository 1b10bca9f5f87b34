import { fields, nodeId, whole } from '../checks.ts';
import { exportThumbnail } from '../export-bitmap.ts';
import type { HandlerFactory } from '../handler.ts';
import { frameBox, sceneNode } from '../nodes.ts';

export const makeThumbnail: HandlerFactory<'make-thumbnail'> = (figma) => async (params, task) => {
  const sent = fields(params, 'message');
  const node = await sceneNode(figma, nodeId(sent.id));
  const side = whole(sent.side, 'side', 16, 2048);
  task.check();
  return exportThumbnail(node, frameBox(node), side);
};
