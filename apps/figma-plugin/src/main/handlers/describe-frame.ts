import { fields, nodeId } from '../checks.ts';
import { describeFrame as describe } from '../frames/describe-frame.ts';
import type { HandlerFactory } from '../handler.ts';
import { sceneNode } from '../nodes.ts';

export const describeFrame: HandlerFactory<'describe-frame'> = (figma) => async (params, task) =>
  describe(await sceneNode(figma, nodeId(fields(params, 'message').id)), figma.currentPage, task);
