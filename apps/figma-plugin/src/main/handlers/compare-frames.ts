import type { Result } from '../../protocol/requests.ts';
import { fields, list, nodeId, text } from '../checks.ts';
import { fingerprintOf } from '../frames/fingerprint.ts';
import type { HandlerFactory } from '../handler.ts';
import { findScene } from '../nodes.ts';

export const compareFrames: HandlerFactory<'compare-frames'> = (figma) => async (params, task) => {
  const states: Result<'compare-frames'>['states'] = [];
  for (const sent of list(fields(params, 'message').frames, 'list of frames', 500)) {
    const frame = fields(sent, 'frame');
    const id = nodeId(frame.id);
    const before = text(frame.fingerprint, 'fingerprint', 100);
    const node = await findScene(figma, id);
    if (!node) states.push({ id, state: 'gone', fingerprint: null });
    else {
      const fingerprint = await fingerprintOf(node, task);
      states.push({ id, state: fingerprint === before ? 'same' : 'changed', fingerprint });
    }
  }
  return { states };
};
