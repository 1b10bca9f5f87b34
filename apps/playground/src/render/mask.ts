import { looksBelow } from './blend.ts';
import { drawNode } from './draw-node.ts';
import type { Drawing } from './drawing.ts';
import { seesBelow } from './looks-below.ts';
import { effectsOf, visiblePaints } from './node-kind.ts';
import { devicePixels, emptyRect, union } from './rect.ts';
import type { SceneNode } from './scene.ts';
import { createLayer, createSurface, drawSurface, type Surface } from './surface.ts';
import { drawWithin } from './within.ts';

/** Draws siblings through a mask node. */
export function drawMasked(
  drawing: Drawing,
  surface: Surface,
  mask: SceneNode,
  masked: readonly SceneNode[],
): void {
  if (!mask.node.visible) {
    for (const scene of masked) drawNode(drawing, surface, scene);
    return;
  }
  if (cutsByOutline(mask)) {
    drawWithin(surface, mask, masked.some(looksThrough), (onto) => {
      for (const scene of masked) drawNode(drawing, onto, scene);
    });
    return;
  }
  const bounds = masked.reduce((all, s) => union(all, drawing.bounds.content(s)), emptyRect);
  const layer = createLayer(surface, devicePixels(bounds, surface.grid));
  if (!layer) return;
  for (const scene of masked) drawNode(drawing, layer, scene);
  const through = createSurface(layer.area, layer.grid);
  drawNode(drawing, through, mask);
  if (mask.node.maskType === 'LUMINANCE') luminanceToAlpha(through);
  drawSurface(layer, through, { operation: 'destination-in' });
  drawSurface(surface, layer);
}

const looksThrough = (scene: SceneNode): boolean =>
  looksBelow(scene.node.blendMode) || effectsOf(scene.node, 'BACKGROUND_BLUR').length > 0 || seesBelow(scene);

/** True where the mask's outline says it all: a vector mask, or an alpha mask that is opaque all over. */
function cutsByOutline({ node, children }: SceneNode): boolean {
  if (node.maskType === 'VECTOR' || node.isMaskOutline) return children.length === 0 && node.type !== 'TEXT';
  if (node.maskType === 'LUMINANCE' || node.opacity < 1 || children.length > 0 || node.type === 'TEXT')
    return false;
  const [fill, ...more] = visiblePaints(node.fills);
  const opaque = fill?.type === 'SOLID' && fill.opacity * (fill.color?.a ?? 1) >= 1;
  return opaque && more.length === 0 && visiblePaints(node.strokes).length === 0 && node.effects.length === 0;
}

function luminanceToAlpha({ canvas, ctx }: Surface): void {
  const image = ctx.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = image;
  for (let i = 0; i < data.length; i += 4) {
    // BT.709 weights, as CSS Masking 1, section 7.10 has them.
    const y = data[i]! * 0.2126 + data[i + 1]! * 0.7152 + data[i + 2]! * 0.0722;
    data[i + 3] = Math.round((y * data[i + 3]!) / 255);
  }
  ctx.putImageData(image, 0, 0);
}
