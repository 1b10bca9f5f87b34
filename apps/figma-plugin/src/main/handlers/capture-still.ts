import { fields, nodeId, whole } from '../checks.ts';
import { exportBitmap } from '../export-bitmap.ts';
import type { HandlerFactory } from '../handler.ts';
import { frameBox, sceneNode } from '../nodes.ts';

export const captureStill: HandlerFactory<'capture-still'> = (figma) => async (params, task) => {
  const sent = fields(params, 'message');
  const node = await sceneNode(figma, nodeId(sent.id));
  const scale = whole(sent.scale, 'scale', 1, 8);
  const page = frameBox(node);
  task.check();
  const bitmap = await exportBitmap(node, scale, page, true);
  task.check();
  return { ...bitmap, id: node.id, size: { width: page.width, height: page.height } };
};
