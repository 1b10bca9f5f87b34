import { operationOf } from './blend.ts';
import type { Drawing } from './drawing.ts';
import { blurred, drawDropShadow, drawInnerShadow } from './effects.ts';
import { drawFills, drawStrokes } from './fills.ts';
import { blendsWithin, seesBelow } from './looks-below.ts';
import { drawMasked } from './mask.ts';
import { drawsChildren, effectsOf, hasPixels, isContainer, isPage, visiblePaints } from './node-kind.ts';
import { devicePixels, grow, intersect, isEmpty } from './rect.ts';
import type { SceneNode } from './scene.ts';
import { formSurface, isOpaque, silhouetteOf } from './silhouette.ts';
import { createLayer, createSurface, drawSurface, type Surface } from './surface.ts';
import { drawWithin } from './within.ts';

/** Draws a node and all that is in it, at its place on the page. */
export function drawNode(drawing: Drawing, surface: Surface, scene: SceneNode): void {
  const { node } = scene;
  if (!node.visible || node.opacity === 0 || !hasPixels(node)) return;
  const area = devicePixels(drawing.bounds.content(scene), surface.grid);
  if (isEmpty(intersect(area, surface.area))) return;
  drawBackgroundBlur(surface, scene);
  const blur = Math.max(0, ...effectsOf(node, 'LAYER_BLUR').map((e) => e.radius));
  const operation = operationOf(node.blendMode);
  const fades = node.opacity < 1 && !fadesAlone(scene);
  const isolates = node.blendMode === 'NORMAL' && blendsWithin(scene);
  if (blur === 0 && operation === 'source-over' && !fades && !isolates) {
    drawContent(drawing, surface, scene, node.opacity);
    return;
  }
  if (blur > 0) {
    // The whole of the content, also what is outside of the surface: it may be blurred into it.
    const sharp = formSurface(grow(drawing.bounds.content(scene), -blur), surface.grid, surface.area);
    if (!sharp) return;
    drawContent(drawing, sharp, scene, 1);
    const soft = blurred(sharp, intersect(area, surface.area), blur);
    drawSurface(surface, soft, { alpha: node.opacity, operation });
    return;
  }
  const layer = createLayer(surface, area);
  if (!layer) return;
  drawContent(drawing, layer, scene, 1);
  drawSurface(surface, layer, { alpha: node.opacity, operation });
}

/** A single paint can carry the node's opacity itself, without a layer. */
function fadesAlone({ node, children }: SceneNode): boolean {
  const paints = visiblePaints(node.fills).length + visiblePaints(node.strokes).length;
  return children.length === 0 && paints <= 1 && !node.effects.some((e) => e.visible);
}

function drawContent(drawing: Drawing, surface: Surface, scene: SceneNode, alpha: number): void {
  const { node } = scene;
  const drops = effectsOf(node, 'DROP_SHADOW');
  const inners = effectsOf(node, 'INNER_SHADOW');
  // A group, or a frame without a fill, casts the shadow of what is in it.
  if (drops.length + inners.length > 0 && isContainer(node) && visiblePaints(node.fills).length === 0) {
    drawTogether(drawing, surface, scene, alpha);
    return;
  }
  for (const effect of drops) {
    const form = silhouetteOf(drawing, scene, 'painted', effect.spread, surface.grid, surface.area);
    const shines = !effect.showShadowBehindNode && !isOpaque(scene);
    const cut = shines ? silhouetteOf(drawing, scene, 'outline', 0, surface.grid, surface.area) : undefined;
    if (form) drawDropShadow(surface, form, drawing.bounds.shape(scene), effect, scene.transform, cut, alpha);
  }
  drawFills(drawing, surface, scene, alpha);
  for (const effect of inners) {
    const shape = silhouetteOf(drawing, scene, 'outline', 0, surface.grid, surface.area);
    const shrunk = effect.spread
      ? silhouetteOf(drawing, scene, 'outline', -effect.spread, surface.grid, surface.area)
      : shape;
    if (shape) drawInnerShadow(surface, shape, shrunk ?? shape, effect, scene.transform, alpha);
  }
  // A frame's strokes lie over its children, so that a picture in it does not hide them.
  if (!isContainer(node)) drawStrokes(drawing, surface, scene, alpha);
  drawChildren(drawing, surface, scene);
  if (isContainer(node)) drawStrokes(drawing, surface, scene, alpha);
}

/** Draws a group with shadows: first all of it apart, then its shadows, then itself. */
function drawTogether(drawing: Drawing, surface: Surface, scene: SceneNode, alpha: number): void {
  const bounds = drawing.bounds.inner(scene);
  const all = formSurface(bounds, surface.grid, surface.area);
  if (!all) return;
  drawChildren(drawing, all, scene);
  drawStrokes(drawing, all, scene, 1);
  for (const effect of effectsOf(scene.node, 'DROP_SHADOW')) {
    const cut = effect.showShadowBehindNode ? undefined : all;
    drawDropShadow(surface, all, bounds, effect, scene.transform, cut, alpha);
  }
  const inners = effectsOf(scene.node, 'INNER_SHADOW');
  const lit = inners.length > 0 ? createSurface(all.area, all.grid) : all;
  if (lit !== all) {
    drawSurface(lit, all);
    for (const effect of inners) drawInnerShadow(lit, all, all, effect, scene.transform, 1);
  }
  drawSurface(surface, lit, { alpha });
}

/** Draws a node's children, cut off at its outline where it clips. */
export function drawChildren(drawing: Drawing, surface: Surface, scene: SceneNode): void {
  const { node, children } = scene;
  if (children.length === 0) return;
  if (!drawsChildren(node) && node.fillGeometry.length > 0) return;
  if (node.clipsContent && !isPage(node)) {
    drawWithin(surface, scene, seesBelow(scene), (onto) => drawInOrder(drawing, onto, children));
  } else {
    drawInOrder(drawing, surface, children);
  }
}

function drawInOrder(drawing: Drawing, surface: Surface, children: readonly SceneNode[]): void {
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (!child.node.isMask) {
      drawNode(drawing, surface, child);
      continue;
    }
    // A mask shows nothing itself and covers its siblings above, up to the next mask.
    const next = children.findIndex((c, at) => at > i && c.node.isMask);
    const masked = children.slice(i + 1, next < 0 ? children.length : next);
    drawMasked(drawing, surface, child, masked);
    i += masked.length;
  }
}

/** Blurs what is already on the surface, where the node will stand. */
function drawBackgroundBlur(surface: Surface, scene: SceneNode): void {
  const radius = Math.max(0, ...effectsOf(scene.node, 'BACKGROUND_BLUR').map((e) => e.radius));
  if (radius === 0) return;
  const soft = blurred(surface, surface.area, radius);
  drawWithin(surface, scene, false, (onto) => drawSurface(onto, soft, { alpha: scene.node.opacity }));
}
