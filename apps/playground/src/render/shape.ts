import { isBox } from './node-kind.ts';
import { type Clip, type Outline, outlineFrom, pathOf, type Space, spaceOf } from './outline.ts';
import { ellipse, type Radii, regularShape, roundedRect } from './path-data.ts';
import type { Grid } from './rect.ts';
import type { RestGeometry, RestNode } from './rest-node.ts';
import type { SceneNode } from './scene.ts';

const outlines = new WeakMap<SceneNode, readonly Outline[]>();

/** What a node's fills cover, in its own pixels; empty for groups and open lines. */
export function outlinesOf(scene: SceneNode): readonly Outline[] {
  const known = outlines.get(scene);
  if (known) return known;
  const made = makeOutlines(scene);
  outlines.set(scene, made);
  return made;
}

/** Outlines as canvas paths in a node's space. */
export interface PlacedShapes {
  readonly space: Space;
  readonly shapes: readonly (Clip & { readonly override: number | undefined })[];
  /** All of them as one, to clip with. */
  readonly whole: Clip | undefined;
}

/** Sets outlines of a node on a grid. */
export function placeOutlines(scene: SceneNode, list: readonly Outline[], grid: Grid): PlacedShapes {
  const space = spaceOf(scene.transform, grid);
  const shapes = list.map((o) => ({ path: pathOf([o], space), rule: o.rule, override: o.override }));
  const first = shapes[0];
  const whole = first && (shapes.length === 1 ? first : { path: pathOf(list, space), rule: first.rule });
  return { space, shapes, whole };
}

const placed = new WeakMap<SceneNode, { readonly grid: Grid; readonly shapes: PlacedShapes }>();

/** What a node's fills cover on a grid; kept until the node is drawn on another one. */
export function shapesOn(scene: SceneNode, grid: Grid): PlacedShapes {
  const known = placed.get(scene);
  if (known && known.grid.scale === grid.scale && known.grid.dx === grid.dx && known.grid.dy === grid.dy) {
    return known.shapes;
  }
  const shapes = placeOutlines(scene, outlinesOf(scene), grid);
  placed.set(scene, { grid, shapes });
  return shapes;
}

/** Corner radii in the order top left, top right, bottom right, bottom left. */
export function radiiOf(node: RestNode): Radii {
  const r = node.cornerRadius ?? 0;
  return node.rectangleCornerRadii ?? [r, r, r, r];
}

export function fromGeometry(list: readonly RestGeometry[]): Outline[] {
  return list.map((g) =>
    outlineFrom(g.path, g.windingRule === 'EVENODD' ? 'evenodd' : 'nonzero', g.overrideID),
  );
}

/**
 * Regions of a vector that touch, as one outline per paint: drawn one by one, their common edge would show as a
 * hairline. Regions never overlap, so the winding stays right.
 */
function mergeRegions(list: readonly RestGeometry[]): RestGeometry[] {
  const merged = new Map<string, RestGeometry>();
  for (const region of list) {
    const key = `${region.windingRule} ${region.overrideID ?? ''}`;
    const same = merged.get(key);
    merged.set(key, same ? { ...same, path: `${same.path} ${region.path}` } : region);
  }
  return [...merged.values()];
}

function makeOutlines({ node, size }: SceneNode): Outline[] {
  const given = node.fillGeometry;
  if (isBox(node)) {
    // Smoothed corners are no arcs: only the file's own outline has them.
    const smooth = (node.cornerSmoothing ?? 0) > 0 && radiiOf(node).some((r) => r > 0);
    if (smooth && given.length > 0) return fromGeometry(given);
    return [outlineFrom(roundedRect(0, 0, size.x, size.y, radiiOf(node)))];
  }
  if (node.type === 'ELLIPSE') return [outlineFrom(ellipse(size.x, size.y, node.arcData), 'evenodd')];
  if (node.type === 'VECTOR') return fromGeometry(mergeRegions(given));
  if (given.length > 0) return fromGeometry(given);
  if (node.type === 'REGULAR_POLYGON') return [outlineFrom(regularShape(size.x, size.y, 3))];
  if (node.type === 'STAR') return [outlineFrom(regularShape(size.x, size.y, 5, 0.382))];
  return [];
}
