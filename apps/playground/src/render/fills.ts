import { type Drawing, placeOf } from './drawing.ts';
import { visiblePaints } from './node-kind.ts';
import { enterSpace, type Space } from './outline.ts';
import { type Ink, layPaint } from './paint.ts';
import { devicePixels } from './rect.ts';
import { parsePaints, type RestPaint } from './rest-node.ts';
import type { SceneNode } from './scene.ts';
import { shapesOn } from './shape.ts';
import { strokeOn, weightsOf } from './stroke.ts';
import type { Surface } from './surface.ts';
import { fillText, strokeText } from './text/draw-text.ts';
import { wholeRect } from './within.ts';

function inkIn(space: Space, cover: Ink['cover'], more: Pick<Ink, 'rect' | 'limit'>): Ink {
  return { enter: (surface) => enterSpace(surface, space), fromNode: space.fromNode, cover, ...more };
}

/** Text is drawn by the file's outlines where it has them and no stretch of it is painted differently. */
export function drawsAsText({ node }: SceneNode): boolean {
  if (node.type !== 'TEXT') return false;
  const painted = Object.values(node.styleOverrideTable ?? {}).some((s) => s.fills !== undefined);
  return node.fillGeometry.length === 0 || painted;
}

/** Lays a node's fills, the first one lowest. */
export function drawFills(drawing: Drawing, surface: Surface, scene: SceneNode, alpha: number): void {
  const place = placeOf(drawing, scene);
  if (drawsAsText(scene)) {
    fillText(surface, drawing.layoutOf(scene), place, drawing.fontOf, alpha);
    return;
  }
  const { space, shapes } = shapesOn(scene, surface.grid);
  const rect = wholeRect(scene, surface.grid);
  for (const shape of shapes) {
    const ink = inkIn(space, (ctx) => ctx.fill(shape.path, shape.rule), { rect });
    for (const paint of visiblePaints(fillsOf(scene, shape.override))) {
      layPaint(surface, paint, place, ink, alpha);
    }
  }
}

/** A region of a vector may have paints of its own. */
function fillsOf({ node }: SceneNode, override: number | undefined): readonly RestPaint[] {
  const own = override === undefined ? undefined : node.fillOverrideTable?.[String(override)];
  const fills = typeof own === 'object' && own !== null && 'fills' in own ? own.fills : undefined;
  return fills === undefined ? node.fills : parsePaints(fills);
}

/** Lays a node's strokes over its fills. */
export function drawStrokes(drawing: Drawing, surface: Surface, scene: SceneNode, alpha: number): void {
  const paints = visiblePaints(scene.node.strokes);
  if (paints.length === 0) return;
  const place = placeOf(drawing, scene);
  if (drawsAsText(scene) && scene.node.strokeGeometry.length === 0) {
    const layout = drawing.layoutOf(scene);
    const weight = weightsOf(scene.node).top;
    const area = devicePixels(drawing.bounds.shape(scene), surface.grid);
    strokeText(surface, layout, paints, weight, scene.node.strokeAlign, place, drawing.fontOf, alpha, area);
    return;
  }
  const stroke = strokeOn(scene, surface.grid);
  if (!stroke) return;
  const ink = inkIn(stroke.space, stroke.cover, { limit: stroke.limit });
  for (const paint of paints) layPaint(surface, paint, place, ink, alpha);
}
