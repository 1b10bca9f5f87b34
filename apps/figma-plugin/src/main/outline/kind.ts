import type { LayerKind } from '@animatic/schema';
import type { Looks } from '../looks.ts';

const SHAPES = ['RECTANGLE', 'ELLIPSE', 'LINE'];
const VECTORS = ['VECTOR', 'STAR', 'POLYGON', 'BOOLEAN_OPERATION'];

/** What a node is, as far as direction cares. */
export function kindOf({ type }: SceneNode, looks: Looks): LayerKind {
  if (type === 'TEXT' || type === 'TEXT_PATH') return 'text';
  if (SHAPES.includes(type)) return hasImage(looks) ? 'image' : 'shape';
  if (VECTORS.includes(type)) return hasImage(looks) ? 'image' : 'vector';
  return type === 'INSTANCE' || type === 'COMPONENT' ? 'component' : 'group';
}

export function hasImage({ fills }: Looks): boolean {
  return fills.some((paint) => paint.type === 'IMAGE' || paint.type === 'VIDEO');
}
