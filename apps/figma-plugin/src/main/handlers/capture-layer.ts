import { fields, nodeId, whole } from '../checks.ts';
import { exportBitmap } from '../export-bitmap.ts';
import type { HandlerFactory } from '../handler.ts';
import { frameBox, renderBoundsOf, sceneNode } from '../nodes.ts';

export const captureLayer: HandlerFactory<'capture-layer'> = (figma) => async (params, task) => {
  const sent = fields(params, 'message');
  const frame = await sceneNode(figma, nodeId(sent.frame));
  const node = await sceneNode(figma, nodeId(sent.id));
  const scale = whole(sent.scale, 'scale', 1, 8);
  const bounds = renderBoundsOf(node);
  if (!node.visible || !bounds || bounds.width <= 0 || bounds.height <= 0) return { bitmap: null };
  task.check();
  const bitmap = await exportBitmap(node, scale, frameBox(frame));
  task.check();
  return { bitmap };
};
