import type { CaptureNode, CaptureOutline, FrameDescription } from '../../../protocol/frame.ts';

type Box = readonly [x: number, y: number, width: number, height: number];
type Given = Partial<Omit<CaptureNode, 'box' | 'children'>> & { children?: CaptureNode[] };

/** A node of an outline; its pixels lie where its box does. */
export function node(id: string, [x, y, width, height]: Box, given: Given = {}): CaptureNode {
  const box = { x, y, width, height };
  return { id, name: id, kind: 'shape', box, bounds: box, opens: false, children: [], ...given };
}

/** A container that can be taken apart and paints a ground. */
export function card(id: string, box: Box, children: CaptureNode[], given: Given = {}): CaptureNode {
  return node(id, box, { kind: 'group', opens: true, painted: true, children, ...given });
}

export function outline(children: CaptureNode[], given: Given = {}): CaptureOutline {
  return { ...card('frame', [0, 0, 400, 800], children, given), size: { width: 400, height: 800 } };
}

export function described(root: CaptureOutline): FrameDescription {
  return {
    id: 'frame',
    name: 'Frame',
    size: root.size,
    outline: root,
    cut: false,
    background: null,
    directions: [],
    fingerprint: 'f',
  };
}
