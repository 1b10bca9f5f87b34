import type { Rect, RestNode } from '../../document/rest-node.ts';
import type { CanvasView } from './canvas-view.ts';

/** Height of the line above a frame in which its name stands, in screen pixels. */
export const titleHeight = 20;

const TITLED = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION']);

/** The nodes of a page whose names stand above them. */
export function titledNodes(page: RestNode | undefined): RestNode[] {
  return (page?.children ?? []).flatMap((node) => {
    if (node.visible === false) return [];
    const inner = node.type === 'SECTION' ? titledNodes(node) : [];
    return TITLED.has(node.type) ? [node, ...inner] : inner;
  });
}

/** Where a node's name stands, in screen pixels. */
export function titleArea(view: CanvasView, node: RestNode): Rect | undefined {
  if (!node.absoluteBoundingBox) return undefined;
  const { x, y, width } = view.toScreen(node.absoluteBoundingBox);
  return { x, y: y - titleHeight, width: Math.max(24, width), height: titleHeight };
}
