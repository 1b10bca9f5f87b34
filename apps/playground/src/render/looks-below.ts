import { looksBelow } from './blend.ts';
import { effectsOf } from './node-kind.ts';
import type { SceneNode } from './scene.ts';

/** True where something in a node blends with what is below it, as far as no group on the way keeps it in. */
export function blendsWithin(scene: SceneNode): boolean {
  return scene.children.some((child) => {
    const { node } = child;
    if (!node.visible) return false;
    const own = [
      node.blendMode,
      ...[...node.fills, ...node.strokes, ...node.effects].map((p) => p.blendMode),
    ];
    return own.some(looksBelow) || (node.blendMode !== 'NORMAL' && blendsWithin(child));
  });
}

/** The same, or blurs it. */
export function seesBelow(scene: SceneNode): boolean {
  return blendsWithin(scene) || blursWithin(scene);
}

function blursWithin(scene: SceneNode): boolean {
  return scene.children.some(
    (c) => c.node.visible && (effectsOf(c.node, 'BACKGROUND_BLUR').length > 0 || blursWithin(c)),
  );
}
