import { isBox, visiblePaints } from './node-kind.ts';
import { outlineFrom, pathOf, type Space } from './outline.ts';
import type { Limit } from './paint.ts';
import { ellipse, type Radii, roundedRect } from './path-data.ts';
import type { Grid } from './rect.ts';
import type { RestNode } from './rest-node.ts';
import type { SceneNode } from './scene.ts';
import { fromGeometry, placeOutlines, radiiOf, shapesOn } from './shape.ts';
import type { Context2d } from './surface.ts';

interface Weights {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A stroke as something to fill or to draw, in the pixels of the node's space. */
export interface Stroke {
  readonly space: Space;
  readonly cover: (ctx: Context2d) => void;
  /** The side of the fill's edge that shows of a doubled stroke. */
  readonly limit?: Limit | undefined;
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
export function strokeOn(scene: SceneNode, grid: Grid): Stroke | undefined {
  const { node, size } = scene;
  const weights = weightsOf(node);
  const widest = Math.max(weights.top, weights.right, weights.bottom, weights.left);
  if (widest <= 0 || visiblePaints(node.strokes).length === 0) return undefined;
  const dashed = (node.strokeDashes ?? []).some((d) => d > 0);
  const smooth = (node.cornerSmoothing ?? 0) > 0 && radiiOf(node).some((r) => r > 0);
  if (isBox(node) && !dashed && !smooth) return filled(scene, ringAround(scene, weights), grid);
  if (node.strokeGeometry.length > 0 && !(isBox(node) && dashed)) return fromStrokeGeometry(scene, grid);
  const circle = node.type === 'ELLIPSE' && Math.abs(size.x - size.y) < 1e-3 && isWhole(node);
  if (circle && !dashed) return filled(scene, ringOfCircle(scene, widest), grid);
  return drawn(scene, widest, grid);
}

const isWhole = ({ arcData }: RestNode) =>
  !arcData || (arcData.innerRadius === 0 && Math.abs(arcData.endingAngle - arcData.startingAngle) >= 6.283);

function filled(scene: SceneNode, data: string, grid: Grid): Stroke {
  const { space, whole } = placeOutlines(scene, [outlineFrom(data, 'evenodd')], grid);
  return { space, cover: (ctx) => whole && ctx.fill(whole.path, whole.rule) };
}

/** How much of the weight lies outside of the outline. */
const outward = (node: RestNode) =>
  node.strokeAlign === 'OUTSIDE' ? 1 : node.strokeAlign === 'CENTER' ? 0.5 : 0;

/** The ring between two rounded rectangles; corners stay concentric. */
function ringAround({ node, size }: SceneNode, w: Weights): string {
  const radii = radiiOf(node);
  const box = (f: number): string => {
    const [l, t, r, b] = [w.left * f, w.top * f, w.right * f, w.bottom * f];
    const width = Math.max(0, size.x + l + r);
    const height = Math.max(0, size.y + t + b);
    // A sharp corner stays sharp when it grows (a mitre).
    const corner = (radius: number, one: number, other: number) =>
      radius > 0 ? Math.max(0, radius + (one + other) / 2) : 0;
    const grown: Radii = [
      corner(radii[0], l, t),
      corner(radii[1], r, t),
      corner(radii[2], r, b),
      corner(radii[3], l, b),
    ];
    return width > 0 && height > 0 ? roundedRect(-l, -t, width, height, grown) : '';
  };
  const out = outward(node);
  return box(out) + box(out - 1);
}

function ringOfCircle({ node, size }: SceneNode, weight: number): string {
  const circle = (by: number): string => {
    const side = size.x + 2 * by;
    return side > 0 ? ellipse(side, side, undefined, -by) : '';
  };
  const out = outward(node);
  return circle(weight * out) + circle(weight * (out - 1));
}

/** The file's outline of a stroke: always centred, and twice as wide where only one side of it shows. */
function fromStrokeGeometry(scene: SceneNode, grid: Grid): Stroke {
  const { space, shapes } = placeOutlines(scene, fromGeometry(scene.node.strokeGeometry), grid);
  const cover = (ctx: Context2d) => {
    for (const s of shapes) ctx.fill(s.path, s.rule);
  };
  return { space, cover, limit: oneSided(scene, grid) };
}

function drawn(scene: SceneNode, weight: number, grid: Grid): Stroke {
  const { node, size } = scene;
  const { space, whole } = shapesOn(scene, grid);
  // A line lies under its stroke: Figma draws it upward from its place.
  const path = whole?.path ?? pathOf([outlineFrom(`M0 ${-weight / 2}H${size.x}`)], space);
  const oneSide = whole !== undefined && node.strokeAlign !== 'CENTER';
  const { a, b, c, d } = space.fromNode;
  const unit = Math.sqrt(Math.abs(a * d - b * c));
  const cover = (ctx: Context2d) => {
    ctx.lineWidth = (oneSide ? weight * 2 : weight) * unit;
    ctx.lineCap = node.strokeCap === 'ROUND' ? 'round' : node.strokeCap === 'SQUARE' ? 'square' : 'butt';
    ctx.lineJoin = node.strokeJoin === 'ROUND' ? 'round' : node.strokeJoin === 'BEVEL' ? 'bevel' : 'miter';
    ctx.setLineDash((node.strokeDashes ?? []).map((dash) => dash * unit));
    ctx.stroke(path);
  };
  return { space, cover, limit: oneSided(scene, grid) };
}

/** What keeps the part of a doubled stroke that lies inside, or outside, of the fill. */
function oneSided(scene: SceneNode, grid: Grid): Limit | undefined {
  const align = scene.node.strokeAlign;
  const { whole } = shapesOn(scene, grid);
  if (!whole || (align !== 'INSIDE' && align !== 'OUTSIDE')) return undefined;
  return { ...whole, inside: align === 'INSIDE' };
}
