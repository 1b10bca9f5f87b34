import type { RestEffect, RestNode, RestPaint } from './rest-node.ts';

const containers = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'GROUP', 'SLIDE']);
const boxes = new Set([
  'RECTANGLE',
  'FRAME',
  'COMPONENT',
  'COMPONENT_SET',
  'INSTANCE',
  'SECTION',
  'SLIDE',
  'EMBED',
  'LINK_UNFURL',
  'WIDGET',
  'STICKY',
]);

/** A node that draws children over its own fill and its strokes over them. */
export const isContainer = (node: RestNode): boolean => containers.has(node.type);

/** A node whose outline is a rectangle with rounded corners. */
export const isBox = (node: RestNode): boolean => boxes.has(node.type);

export const isPage = (node: RestNode): boolean => node.type === 'CANVAS' || node.type === 'DOCUMENT';

/** A boolean operation is drawn by its own geometry; its operands are not drawn. */
export const drawsChildren = (node: RestNode): boolean => node.type !== 'BOOLEAN_OPERATION';

/** Slices and the like stand on the canvas but have no pixels. */
export const hasPixels = (node: RestNode): boolean => node.type !== 'SLICE' && node.type !== 'CONNECTOR';

export const visiblePaints = (paints: readonly RestPaint[]): RestPaint[] =>
  paints.filter((p) => p.visible && p.opacity > 0);

export const effectsOf = (node: RestNode, type: string): RestEffect[] =>
  node.effects.filter((e) => e.visible && e.type === type);
