import { isBox } from './node-kind.ts';
import { outlineFrom } from './outline.ts';
import { ellipse, type Radii, regularShape, roundedRect } from './path-data.ts';
import type { RestGeometry, RestNode } from './rest-node.ts';
import type { SceneNode } from './scene.ts';

/** An outline to fill, in the node's own pixels. */
export interface Shape {
  readonly path: Path2D;
  readonly rule: CanvasFillRule;
  /** Key into `fillOverrideTable`, where one region of a vector has paints of its own. */
  readonly override?: number | undefined;
}

const shapes = new WeakMap<SceneNode, readonly Shape[]>();

/** What a node's fills cover; empty for groups and open lines. */
export function fillShapes(scene: SceneNode): readonly Shape[] {
  const known = shapes.get(scene);
  if (known) return known;
  const made = makeShapes(scene);
  shapes.set(scene, made);
  return made;
}

/** Corner radii in the order top left, top right, bottom right, bottom left. */
export function radiiOf(node: RestNode): Radii {
  const r = node.cornerRadius ?? 0;
  return node.rectangleCornerRadii ?? [r, r, r, r];
}

/**
 * Regions of a vector that touch, as one outline per paint: drawn one by one, their common edge would show as a
 * hairline. Regions never overlap, so the winding stays right.
 */
function mergeRegions(list: readonly Shape[]): Shape[] {
  const merged = new Map<string, Shape>();
  for (const shape of list) {
    const key = `${shape.rule} ${shape.override ?? ''}`;
    const same = merged.get(key);
    if (same) same.path.addPath(shape.path);
    else merged.set(key, shape);
  }
  return [...merged.values()];
}

export function fromGeometry(list: readonly RestGeometry[]): Shape[] {
  return list.map((g) => ({
    path: outlineFrom(g.path),
    rule: g.windingRule === 'EVENODD' ? 'evenodd' : 'nonzero',
    override: g.overrideID,
  }));
}

function makeShapes({ node, size }: SceneNode): Shape[] {
  const one = (d: string, rule: CanvasFillRule = 'nonzero'): Shape[] => [{ path: outlineFrom(d), rule }];
  const given = node.fillGeometry;
  if (isBox(node)) {
    // Smoothed corners are no arcs: only the file's own outline has them.
    const smooth = (node.cornerSmoothing ?? 0) > 0 && radiiOf(node).some((r) => r > 0);
    if (smooth && given.length > 0) return fromGeometry(given);
    return one(roundedRect(0, 0, size.x, size.y, radiiOf(node)));
  }
  if (node.type === 'ELLIPSE') return one(ellipse(size.x, size.y, node.arcData), 'evenodd');
  if (node.type === 'VECTOR') return mergeRegions(fromGeometry(given));
  if (given.length > 0) return fromGeometry(given);
  if (node.type === 'REGULAR_POLYGON') return one(regularShape(size.x, size.y, 3));
  if (node.type === 'STAR') return one(regularShape(size.x, size.y, 5, 0.382));
  return [];
}

/** All of a node's shapes as one outline, to clip with. */
export function outlineOf(scene: SceneNode): { path: Path2D; rule: CanvasFillRule } | undefined {
  const all = fillShapes(scene);
  const first = all[0];
  if (!first) return undefined;
  if (all.length === 1) return first;
  const path = new Path2D();
  for (const s of all) path.addPath(s.path);
  return { path, rule: first.rule };
}
