import type { BlendMode as LayerBlend } from '@animatic/schema';
import type { Looks } from '../looks.ts';
import type { Container } from '../nodes.ts';

/** Containers whose children are drawn one over the other, and so can be taken apart. */
const PLAIN = ['FRAME', 'GROUP', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'];

/** False where the children cannot be taken out of a container exactly; its own ground is looked at elsewhere. */
export function opens(node: Container, looks: Looks): boolean {
  return PLAIN.includes(node.type) && isAlone(node, looks);
}

/** True where a node is drawn as its fills and strokes say: nothing turns it, fades it, or mixes it with others. */
export function isAlone(node: SceneNode, looks: Looks): boolean {
  return isPlain(looks.blendMode) && looks.opacity > 0.999 && !looks.isMask && isUpright(node);
}

/** True where the node's pixels depend on what lies behind it. */
export function leaks({ blendMode, fills, effects }: Looks): boolean {
  return (
    !isPlain(blendMode) ||
    fills.some((paint) => paint.blendMode !== undefined && !isPlain(paint.blendMode)) ||
    effects.some(
      (effect) =>
        effect.type === 'BACKGROUND_BLUR' ||
        effect.type === 'GLASS' ||
        ('blendMode' in effect && !isPlain(effect.blendMode)),
    )
  );
}

const BLENDS: Partial<Record<BlendMode, LayerBlend>> = {
  MULTIPLY: 'multiply',
  SCREEN: 'screen',
  OVERLAY: 'overlay',
  DARKEN: 'darken',
  LIGHTEN: 'lighten',
  COLOR_DODGE: 'color-dodge',
  COLOR_BURN: 'color-burn',
  HARD_LIGHT: 'hard-light',
  SOFT_LIGHT: 'soft-light',
  DIFFERENCE: 'difference',
  EXCLUSION: 'exclusion',
  HUE: 'hue',
  SATURATION: 'saturation',
  COLOR: 'color',
  LUMINOSITY: 'luminosity',
};

/** The way a node blends, where that alone makes it leak: its own pixels are then whole by themselves. */
export function blendOf(looks: Looks): LayerBlend | null {
  const alone = !leaks({ ...looks, blendMode: 'NORMAL' });
  return (alone && BLENDS[looks.blendMode]) || null;
}

/** True where a child that leaks shows what lies behind the container, too. */
export function passesThrough({ blendMode, opacity }: Looks): boolean {
  return blendMode === 'PASS_THROUGH' && opacity > 0.999;
}

function isPlain(blendMode: BlendMode): boolean {
  return blendMode === 'PASS_THROUGH' || blendMode === 'NORMAL';
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
