import { isBox, visiblePaints } from './node-kind.ts';
import { outlineFrom } from './outline.ts';
import { type Radii, roundedRect } from './path-data.ts';
import type { RestNode } from './rest-node.ts';
import type { SceneNode } from './scene.ts';
import { fromGeometry, outlineOf, radiiOf } from './shape.ts';
import type { Context2d } from './surface.ts';

interface Weights {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A stroke as something to fill or to draw, in the node's own pixels. */
export interface Stroke {
  readonly cover: (ctx: Context2d) => void;
  /** The same as one outline, where there is one. */
  readonly clip?: { path: Path2D; rule: CanvasFillRule };
}

export function weightsOf(node: RestNode): Weights {
  const w = node.strokeWeight ?? 1;
  return node.individualStrokeWeights ?? { top: w, right: w, bottom: w, left: w };
}

/** How far a node's strokes reach out of its outline, page pixels (corners of sharp vectors reach further). */
export function strokeReach(node: RestNode): number {
  if (visiblePaints(node.strokes).length === 0) return 0;
  const { top, right, bottom, left } = weightsOf(node);
  const widest = Math.max(top, right, bottom, left);
  const pointed = !isBox(node) && node.type !== 'ELLIPSE';
  if (node.strokeAlign === 'INSIDE') return pointed && node.fillGeometry.length === 0 ? widest : 0;
  const outside = node.strokeAlign === 'OUTSIDE' ? widest : widest / 2;
  return pointed ? Math.max(outside * 2, widest) : outside;
}

/** What a node's strokes cover; undefined where it has none. */
export function strokeOf(scene: SceneNode): Stroke | undefined {
  const { node } = scene;
  const weights = weightsOf(node);
  const widest = Math.max(weights.top, weights.right, weights.bottom, weights.left);
  if (widest <= 0 || visiblePaints(node.strokes).length === 0) return undefined;
  const dashed = (node.strokeDashes ?? []).some((d) => d > 0);
  const smooth = (node.cornerSmoothing ?? 0) > 0 && radiiOf(node).some((r) => r > 0);
  if (isBox(node) && !dashed && !smooth) return filled(ringAround(scene, weights));
  if (node.strokeGeometry.length > 0 && !(isBox(node) && dashed)) return fromStrokeGeometry(scene);
  return drawn(scene, widest);
}

function filled(d: string): Stroke {
  const path = outlineFrom(d);
  return { cover: (ctx) => ctx.fill(path, 'evenodd'), clip: { path, rule: 'evenodd' } };
}

/** The ring between two rounded rectangles; corners stay concentric. */
function ringAround({ node, size }: SceneNode, w: Weights): string {
  const out = node.strokeAlign === 'OUTSIDE' ? 1 : node.strokeAlign === 'CENTER' ? 0.5 : 0;
  const radii = radiiOf(node);
  const box = (f: number): string => {
    const [l, t, r, b] = [w.left * f, w.top * f, w.right * f, w.bottom * f];
    const width = Math.max(0, size.x + l + r);
    const height = Math.max(0, size.y + t + b);
    // A sharp corner stays sharp when it grows (a mitre).
    const corner = (radius: number, a: number, b2: number) =>
      radius > 0 ? Math.max(0, radius + (a + b2) / 2) : 0;
    const grown: Radii = [
      corner(radii[0], l, t),
      corner(radii[1], r, t),
      corner(radii[2], r, b),
      corner(radii[3], l, b),
    ];
    return width > 0 && height > 0 ? roundedRect(-l, -t, width, height, grown) : '';
  };
  return box(out) + box(out - 1);
}

/** The file's outline of a stroke: always centred, and twice as wide where only one side of it shows. */
function fromStrokeGeometry(scene: SceneNode): Stroke {
  const parts = fromGeometry(scene.node.strokeGeometry);
  const cover = (ctx: Context2d) => {
    for (const p of parts) ctx.fill(p.path, p.rule);
  };
  return { cover: oneSided(scene, cover) };
}

function drawn(scene: SceneNode, weight: number): Stroke {
  const { node, size } = scene;
  const outline = outlineOf(scene);
  const path = outline?.path ?? new Path2D(`M0 ${-weight / 2}H${size.x}`);
  const oneSide = outline !== undefined && node.strokeAlign !== 'CENTER';
  const cover = (ctx: Context2d) => {
    ctx.lineWidth = oneSide ? weight * 2 : weight;
    ctx.lineCap = node.strokeCap === 'ROUND' ? 'round' : node.strokeCap === 'SQUARE' ? 'square' : 'butt';
    ctx.lineJoin = node.strokeJoin === 'ROUND' ? 'round' : node.strokeJoin === 'BEVEL' ? 'bevel' : 'miter';
    ctx.setLineDash([...(node.strokeDashes ?? [])]);
    ctx.stroke(path);
  };
  return { cover: oneSided(scene, cover) };
}

/** Keeps the part of a doubled stroke that lies inside, or outside, of the fill. */
function oneSided(scene: SceneNode, cover: Stroke['cover']): Stroke['cover'] {
  const align = scene.node.strokeAlign;
  const outline = outlineOf(scene);
  if (!outline || (align !== 'INSIDE' && align !== 'OUTSIDE')) return cover;
  return (ctx) => {
    ctx.save();
    if (align === 'INSIDE') {
      ctx.clip(outline.path, outline.rule);
    } else {
      const far = new Path2D();
      const reach = 1e5;
      far.rect(-reach, -reach, 2 * reach, 2 * reach);
      far.addPath(outline.path);
      ctx.clip(far, 'evenodd');
    }
    cover(ctx);
    ctx.restore();
  };
}
