import { fromRest, identity, type Matrix, multiply, type Point } from './matrix.ts';
import { boundsThrough, type Rect } from './rect.ts';
import { parseNode, type RestDocument, type RestNode } from './rest-node.ts';

/** A node in its place: where it stands on its page, and who is above and below it. */
export interface SceneNode {
  readonly node: RestNode;
  readonly parent: SceneNode | undefined;
  readonly children: SceneNode[];
  /** From the node's own pixels to page pixels. */
  readonly transform: Matrix;
  readonly size: Point;
}

export interface Scene {
  readonly root: SceneNode;
  readonly byId: ReadonlyMap<string, SceneNode>;
}

const maxDepth = 256;
const maxNodes = 200_000;

/**
 * Makes a scene of a REST document: ids, parents, and transforms in page pixels.
 *
 * @throws Error where the document has no root node.
 */
export function createScene(file: RestDocument): Scene {
  const byId = new Map<string, SceneNode>();
  const root = place(file.document, undefined);
  if (!root)
    throw new Error('This is no Figma REST document: "document" is not a node with an id and a type.');
  byId.set(root.node.id, root);
  const open: { raw: unknown; scene: SceneNode; depth: number }[] = [
    { raw: file.document, scene: root, depth: 0 },
  ];
  while (open.length > 0) {
    const { raw, scene, depth } = open.pop()!;
    if (depth >= maxDepth) continue;
    for (const rawChild of childrenOf(raw)) {
      const child = byId.size < maxNodes ? place(rawChild, scene) : undefined;
      // A second node with an id that is taken is drawn in its place, but the first one keeps the id.
      if (!child) continue;
      scene.children.push(child);
      if (!byId.has(child.node.id)) byId.set(child.node.id, child);
      open.push({ raw: rawChild, scene: child, depth: depth + 1 });
    }
  }
  return { root, byId };
}

function childrenOf(raw: unknown): readonly unknown[] {
  const children = typeof raw === 'object' && raw !== null && 'children' in raw ? raw.children : undefined;
  return Array.isArray(children) ? children : [];
}

function place(raw: unknown, parent: SceneNode | undefined): SceneNode | undefined {
  const node = parseNode(raw);
  if (!node) return undefined;
  const box = node.absoluteBoundingBox;
  const size = node.size ?? { x: box?.width ?? 0, y: box?.height ?? 0 };
  return { node, parent, children: [], size, transform: transformOf(node, parent, size, box) };
}

/**
 * A node's transform is relative to its parent, groups included. Where the absolute box says that it stands
 * elsewhere (documents put together by other tools do that), the box is believed.
 */
function transformOf(
  node: RestNode,
  parent: SceneNode | undefined,
  size: Point,
  box: Rect | undefined,
): Matrix {
  if (node.type === 'DOCUMENT' || node.type === 'CANVAS') return identity;
  const outer = parent?.transform ?? identity;
  if (!node.relativeTransform) {
    return box ? { ...identity, e: box.x, f: box.y } : outer;
  }
  const placed = multiply(outer, fromRest(node.relativeTransform));
  if (!box) return placed;
  const found = boundsThrough(placed, { x: 0, y: 0, width: size.x, height: size.y });
  const dx = box.x - found.x;
  const dy = box.y - found.y;
  const away = Math.abs(dx) > 0.05 || Math.abs(dy) > 0.05;
  return away ? { ...placed, e: placed.e + dx, f: placed.f + dy } : placed;
}

/** The node's own box in its own pixels. */
export function localBox(scene: SceneNode): Rect {
  return { x: 0, y: 0, width: scene.size.x, height: scene.size.y };
}
