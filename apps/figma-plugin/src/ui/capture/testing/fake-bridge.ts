import type { Bitmap } from '../../../protocol/capture.ts';
import type { CaptureNode, CaptureOutline } from '../../../protocol/frame.ts';
import type { Params, RequestName, Requests } from '../../../protocol/requests.ts';
import { BridgeError } from '../../bridge/bridge-error.ts';
import type { Bridge } from '../bridge.ts';

type Answers = { [N in RequestName]?: (params: Params<N>) => Requests[N]['result'] };

export interface FakeBridge extends Bridge {
  /** Every request, as `name id`. */
  asked: string[];
}

/** A main thread that has an outline's pixels: each node's bytes are its own id. */
export function fakeBridge(outline: CaptureOutline, answers: Answers = {}): FakeBridge {
  const asked: string[] = [];
  const nodes = new Map<string, CaptureNode>();
  const visit = (node: CaptureNode): void => {
    nodes.set(node.id, node);
    node.children.forEach(visit);
  };
  visit(outline);
  const bitmap = (id: string, scale: number): Bitmap => {
    const bounds = nodes.get(id)?.bounds ?? { x: 0, y: 0, width: 1, height: 1 };
    const bytes = new TextEncoder().encode(`pixels of ${id} at ${scale}`);
    return { bytes, width: bounds.width * scale, height: bounds.height * scale, bounds };
  };
  const own: Answers = {
    'capture-still': ({ id, scale }) => ({ ...bitmap(id, scale), id, size: outline.size }),
    'capture-layer': ({ id, scale }) => ({ bitmap: bitmap(id, scale) }),
    'read-ground': ({ id }) => {
      const { box, bounds } = nodes.get(id) ?? outline;
      return { exact: true, box, bounds, ground: { corners: [0, 0, 0, 0], fills: [], shadows: [] } };
    },
    ...answers,
  };
  return {
    asked,
    async ask(name, params) {
      asked.push(`${name} ${'id' in params ? params.id : ''}`);
      const answer = own[name];
      if (!answer) throw new BridgeError({ code: 'failed', message: `nobody answers ${name}` });
      return answer(params);
    },
    on: () => () => undefined,
  };
}
