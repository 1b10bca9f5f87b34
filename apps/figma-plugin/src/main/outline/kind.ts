import type { LayerKind } from '@animatic/schema';
import { fillsOf } from '../nodes.ts';

const SHAPES = ['RECTANGLE', 'ELLIPSE', 'LINE'];
const VECTORS = ['VECTOR', 'STAR', 'POLYGON', 'BOOLEAN_OPERATION'];

/** What a node is, as far as direction cares. */
export function kindOf(node: SceneNode): LayerKind {
  if (node.type === 'TEXT' || node.type === 'TEXT_PATH') return 'text';
  if (SHAPES.includes(node.type)) return hasImage(node) ? 'image' : 'shape';
  if (VECTORS.includes(node.type)) return hasImage(node) ? 'image' : 'vector';
  return node.type === 'INSTANCE' || node.type === 'COMPONENT' ? 'component' : 'group';
}

export function hasImage(node: SceneNode): boolean {
  return fillsOf(node).some((paint) => paint.type === 'IMAGE' || paint.type === 'VIDEO');
}
