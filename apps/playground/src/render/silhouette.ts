import type { Drawing } from './drawing.ts';
import { drawFills, drawStrokes } from './fills.ts';
import { isBox, visiblePaints } from './node-kind.ts';
import { enterSpace, type Outline, outlineFrom } from './outline.ts';
import { ellipse, type Radii, roundedRect } from './path-data.ts';
import { devicePixels, type Grid, grow, intersect, type Rect } from './rect.ts';
import type { SceneNode } from './scene.ts';
import { outlinesOf, placeOutlines, radiiOf, shapesOn } from './shape.ts';
import { strokeOn } from './stroke.ts';
import { createSurface, maxSide, type Surface } from './surface.ts';

/** The node's own form, as shadows see it. `shape` is its bare outline, the same where paints let light through. */
export type SilhouetteKind = 'painted' | 'outline';

/**
 * Draws a node's own form (fills and strokes, no children) on a surface of its own.
 *
 * @param spread page pixels that the form grows by (shrinks, where negative).
 * @param near what will be shown, device pixels: a form too large for a canvas is drawn around it only.
 */
export function silhouetteOf(
  drawing: Drawing,
  scene: SceneNode,
  kind: SilhouetteKind,
  spread: number,
  grid: Grid,
  near: Rect,
): Surface | undefined {
  const bounds = drawing.bounds.shape(scene);
  const surface = formSurface(grow(bounds, Math.max(0, spread)), grid, near);
  if (!surface) return undefined;
  const { ctx } = surface;
  const alpha = kind === 'outline' ? 1 : solidAlpha(scene);
  if (scene.node.type === 'TEXT' || alpha === undefined) {
    drawFills(drawing, surface, scene, 1);
    drawStrokes(drawing, surface, scene, 1);
    return surface;
  }
  const { space, shapes } =
    spread === 0 ? shapesOn(scene, grid) : placeOutlines(scene, spreadOutlines(scene, spread), grid);
  enterSpace(surface, space);
  ctx.fillStyle = ctx.strokeStyle = `rgba(0, 0, 0, ${alpha})`;
  for (const { path, rule } of shapes) ctx.fill(path, rule);
  const stroke = kind === 'painted' ? strokeOn(scene, grid) : undefined;
  ctx.fillStyle = ctx.strokeStyle = '#000';
  if (stroke && spread === 0 && scene.node.strokeAlign !== 'INSIDE') stroke.cover(ctx);
  return surface;
}

/** A surface for a form with these bounds (page pixels). */
export function formSurface(bounds: Rect, grid: Grid, near: Rect): Surface | undefined {
  const whole = devicePixels(bounds, grid);
  const tooLarge = whole.width > maxSide / 2 || whole.height > maxSide / 2;
  const area = tooLarge ? intersect(whole, grow(near, 600)) : whole;
  return area.width > 0 && area.height > 0 ? createSurface(area, grid) : undefined;
}

/** How much light all fills together stop, where each is one colour; 1 where there are no fills but strokes. */
function solidAlpha({ node }: SceneNode): number | undefined {
  const fills = visiblePaints(node.fills);
  const opaque = fills.some((f) => f.type === 'SOLID' && f.opacity * (f.color?.a ?? 1) >= 1);
  if (opaque) return 1;
  if (fills.length === 0 || fills.some((f) => f.type !== 'SOLID')) return undefined;
  return 1 - fills.reduce((through, f) => through * (1 - f.opacity * (f.color?.a ?? 1)), 1);
}

/** True where nothing shines through the node's fills, so that a shadow behind it cannot be seen. */
export const isOpaque = (scene: SceneNode): boolean => solidAlpha(scene) === 1;

/** Boxes and ellipses grow with their corners; other forms cannot (Figma offers no spread for them). */
function spreadOutlines(scene: SceneNode, spread: number): readonly Outline[] {
  const { node, size } = scene;
  const width = size.x + 2 * spread;
  const height = size.y + 2 * spread;
  if (width <= 0 || height <= 0) return [];
  if (isBox(node)) {
    const [tl, tr, br, bl] = radiiOf(node);
    const grown = (r: number) => (r > 0 ? Math.max(0, r + spread) : 0);
    const radii: Radii = [grown(tl), grown(tr), grown(br), grown(bl)];
    return [outlineFrom(roundedRect(-spread, -spread, width, height, radii))];
  }
  if (node.type === 'ELLIPSE') return [outlineFrom(ellipse(width, height, node.arcData, -spread), 'evenodd')];
  return outlinesOf(scene);
}
