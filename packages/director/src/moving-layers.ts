import {
  MAX_LAYERS,
  type Motion,
  type NodeId,
  type Outline,
  type OutlineNode,
  type Rect,
} from '@animatic/schema';
import { contains } from './outline.ts';

/** Room around a moving layer, frame pixels: its travel and the shadows that fall into its way. */
const ROOM = 60;
/** What a shot may carry in all. */
const MOST_CAPTURED = MAX_LAYERS * 3;

/** The layers that a motion moves, each once, in the order they come; at most 64. */
export function movingLayers(motion: Pick<Motion, 'entrances'>): NodeId[] {
  return [...new Set(motion.entrances.flatMap((one) => one.layers))].slice(0, MAX_LAYERS);
}

/** A node to be captured: as a bitmap of itself with all it holds, or as its ground without its children. */
export interface Captured {
  id: NodeId;
  as: 'picture' | 'ground';
}

/**
 * Which nodes must be captured so that some can move, in paint order: the moving ones, and what lies under or over
 * them where they are or travel. Containers are opened only on the way to a moving layer, and only where they can
 * be taken apart; a moving layer inside a closed one is left out.
 *
 * @param movingIds as `movingLayers` gives them
 * @example captureCover(outline, movingLayers(motion)) // [{ id: '1:2', as: 'ground' }, { id: '1:5', as: 'picture' }]
 */
export function captureCover(outline: Outline, movingIds: readonly NodeId[]): Captured[] {
  let movers = movingIds.slice(0, MAX_LAYERS);
  for (;;) {
    const cover = coverOf(outline, new Set(movers));
    if (cover.length <= MOST_CAPTURED || movers.length <= 1) return cover.slice(0, MOST_CAPTURED);
    movers = movers.slice(0, Math.floor(movers.length / 2));
  }
}

function coverOf(outline: Outline, wanted: ReadonlySet<NodeId>): Captured[] {
  const regions: Rect[] = [];
  const movers = new Set<NodeId>();
  collect(outline, outline.opens, wanted, movers, regions);
  if (movers.size === 0) return [];
  const cover: Captured[] = [];
  const visit = (node: OutlineNode) => {
    if (movers.has(node.id)) cover.push({ id: node.id, as: 'picture' });
    else if ([...movers].some((id) => contains(node, id))) {
      cover.push({ id: node.id, as: 'ground' });
      for (const child of node.children) visit(child);
    } else if (regions.some((region) => meets(region, node.bounds)))
      cover.push({ id: node.id, as: 'picture' });
  };
  visit(outline);
  return cover;
}

function collect(
  node: OutlineNode,
  opens: boolean,
  wanted: ReadonlySet<NodeId>,
  movers: Set<NodeId>,
  regions: Rect[],
): void {
  if (!opens) return;
  for (const child of node.children) {
    if (wanted.has(child.id)) {
      movers.add(child.id);
      regions.push(inflated(child.bounds));
    } else collect(child, child.opens, wanted, movers, regions);
  }
}

function inflated(rect: Rect): Rect {
  return { x: rect.x - ROOM, y: rect.y - ROOM, width: rect.width + ROOM * 2, height: rect.height + ROOM * 2 };
}

function meets(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
