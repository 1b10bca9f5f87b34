import { readGround } from '../ground/read-ground.ts';
import { type Container, effectsOf, fillsOf } from '../nodes.ts';

/** Containers whose children are drawn one over the other, and so can be taken apart. */
const PLAIN = ['FRAME', 'GROUP', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'];

/** False where the children cannot be taken out of a container exactly. */
export function opens(node: Container, children: readonly SceneNode[]): boolean {
  return (
    PLAIN.includes(node.type) &&
    isPlainlyBlended(node) &&
    !('opacity' in node && node.opacity < 0.999) &&
    !('isMask' in node && node.isMask) &&
    !children.some((child) => 'isMask' in child && child.isMask) &&
    isUpright(node) &&
    !('reason' in readGround(node))
  );
}

/** True where the node's pixels depend on what lies behind it. */
export function leaks(node: SceneNode): boolean {
  return (
    !isPlainlyBlended(node) ||
    fillsOf(node).some((paint) => paint.blendMode !== undefined && paint.blendMode !== 'NORMAL') ||
    effectsOf(node).some(
      (effect) =>
        effect.type === 'BACKGROUND_BLUR' ||
        effect.type === 'GLASS' ||
        ('blendMode' in effect && effect.blendMode !== 'NORMAL' && effect.blendMode !== 'PASS_THROUGH'),
    )
  );
}

/** True where a child that leaks shows what lies behind the container, too. */
export function passesThrough(node: SceneNode): boolean {
  return (
    'blendMode' in node && node.blendMode === 'PASS_THROUGH' && 'opacity' in node && node.opacity > 0.999
  );
}

function isPlainlyBlended(node: SceneNode): boolean {
  return !('blendMode' in node) || node.blendMode === 'PASS_THROUGH' || node.blendMode === 'NORMAL';
}

/** Neither turned nor flipped in its parent. */
function isUpright(node: SceneNode): boolean {
  if (!('relativeTransform' in node)) return true;
  const [[a, c], [b, d]] = node.relativeTransform;
  return near(a, 1) && near(d, 1) && near(b, 0) && near(c, 0);
}

function near(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) < 1e-3;
}
