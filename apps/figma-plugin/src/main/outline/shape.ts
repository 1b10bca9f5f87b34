import type { OutlineNode } from '@animatic/schema';
import type { Looks } from '../looks.ts';

const VECTORS = ['STAR', 'POLYGON', 'BOOLEAN_OPERATION'];
/** What is missing from a whole turn, radians, and is no part of one yet. */
const NOISE = 0.01;

/** What a node draws, where that is one shape; undefined for text and for what holds other nodes. */
export function shapeOf(node: SceneNode, { fills, strokes }: Looks): OutlineNode['shape'] {
  switch (node.type) {
    case 'RECTANGLE':
      return 'rectangle';
    case 'ELLIPSE':
      return isRing(node.arcData) || (fills.length === 0 && strokes.length > 0) ? 'ring' : 'ellipse';
    case 'LINE':
      return 'line';
    case 'VECTOR':
      return fills.length === 0 && strokes.length > 0 ? 'line' : 'vector';
    case 'FRAME':
    case 'INSTANCE':
    case 'COMPONENT':
      return node.children.length === 0 && fills.length + strokes.length > 0 ? 'rectangle' : undefined;
    default:
      return VECTORS.includes(node.type) ? 'vector' : undefined;
  }
}

function isRing({ startingAngle, endingAngle, innerRadius }: ArcData): boolean {
  return innerRadius > 0 || Math.abs(endingAngle - startingAngle) < 2 * Math.PI - NOISE;
}
