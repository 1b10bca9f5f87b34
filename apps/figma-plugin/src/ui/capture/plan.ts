import { MAX_LAYERS, type NodeId } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { intersection } from './geometry.ts';
import { neededPieces, sweep } from './needed.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A layer that was to move and cannot, with words for people. */
export interface Merged {
  id: NodeId;
  name: string;
  reason: string;
}

export interface Plan {
  /** Bottom to top: the moving layers, what lies under them, and what lies over them where they are or travel. */
  pieces: Piece[];
  /** The whole frame, for a plan with fewer moving layers. */
  all: Piece[];
  moving: NodeId[];
  merged: Merged[];
}

/** What was learnt while capturing, with words for people. */
export interface Findings {
  /** Layers that must not move. */
  refused: Map<NodeId, string>;
  /** Nodes that cannot be captured by themselves. */
  unusable: Map<NodeId, string>;
}

/** As many pieces as a shot holds. */
const MOST_PIECES = MAX_LAYERS * 3;

/**
 * Chooses what to capture so that `wanted` can move.
 *
 * @param drops how far below its place each wanted layer starts, frame pixels
 */
export function planCapture(
  outline: CaptureOutline,
  wanted: readonly NodeId[],
  drops: ReadonlyMap<NodeId, number>,
  { refused, unusable }: Findings = { refused: new Map(), unusable: new Map() },
): Plan {
  const merged: Merged[] = [];
  let moving = candidates(outline, wanted, new Map([...unusable, ...refused]), merged);
  for (;;) {
    const ids = new Set(moving.map(({ id }) => id));
    const all = ids.size > 0 ? piecesOf(outline, ids) : [];
    const pieces = neededPieces(all, drops);
    const blocked = blockedBy(pieces, moving, drops, unusable);
    if (blocked.size === 0 && pieces.length <= MOST_PIECES)
      return { pieces, all, moving: movingIn(pieces), merged };
    if (blocked.size === 0) {
      const last = moving.at(-1);
      if (last) blocked.set(last.id, 'there is too much around it to take apart');
    }
    moving = moving.filter((node) => {
      const reason = blocked.get(node.id);
      if (reason !== undefined) merged.push({ id: node.id, name: node.name, reason });
      return reason === undefined;
    });
  }
}

/** The same plan with some of its layers left in the picture. */
export function withoutMoving(
  plan: Plan,
  broken: ReadonlyMap<NodeId, string>,
  drops: ReadonlyMap<NodeId, number>,
): Plan {
  const all = plan.all.map((piece) => ({ ...piece, moving: piece.moving && !broken.has(piece.node.id) }));
  const pieces = neededPieces(all, drops);
  const merged = plan.all.flatMap(({ node, moving }) => {
    const reason = moving ? broken.get(node.id) : undefined;
    return reason === undefined ? [] : [{ id: node.id, name: node.name, reason }];
  });
  return { pieces, all, moving: movingIn(pieces), merged: [...plan.merged, ...merged] };
}

function movingIn(pieces: readonly Piece[]): NodeId[] {
  return pieces.flatMap(({ moving, node }) => (moving ? [node.id] : []));
}

/** The wanted nodes that can be taken out of their containers; the others go to `merged`. */
function candidates(
  outline: CaptureOutline,
  wanted: readonly NodeId[],
  refused: ReadonlyMap<NodeId, string>,
  merged: Merged[],
): CaptureNode[] {
  const asked = new Set(wanted.slice(0, MAX_LAYERS));
  const found: CaptureNode[] = [];
  const visit = (node: CaptureNode, closed: string | null, inside: boolean): void => {
    const isWanted = asked.has(node.id) && node !== outline;
    if (isWanted && !inside) {
      const reason =
        refused.get(node.id) ?? closed ?? (node.leaks ? 'it blends with what lies behind it' : null);
      if (reason === null) found.push(node);
      else merged.push({ id: node.id, name: node.name, reason });
    }
    const shut = closed ?? (node.opens ? null : `“${node.name}” cannot be taken apart exactly`);
    const moves = inside || (isWanted && closed === null && !refused.has(node.id) && !node.leaks);
    for (const child of node.children) visit(child, shut, moves);
  };
  visit(outline, null, false);
  const order = new Map(wanted.map((id, index) => [id, index]));
  return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/**
 * Moving layers with something in their way that has no pixels of its own; at least one wherever there is such. Where
 * it lies over something that moves, it is those beneath it that are in the wrong.
 */
function blockedBy(
  pieces: readonly Piece[],
  moving: readonly CaptureNode[],
  drops: ReadonlyMap<NodeId, number>,
  unusable: ReadonlyMap<NodeId, string>,
): Map<NodeId, string> {
  const blocked = new Map<NodeId, string>();
  pieces.forEach(({ node, bounds, leaks, lifted }, index) => {
    const depends = leaks && (lifted || node.blend === undefined);
    const reason =
      unusable.get(node.id) ?? (depends ? `“${node.name}” beside it blends with what lies behind it` : null);
    if (reason === null) return;
    const near = (others: readonly Piece[]): NodeId[] =>
      others.flatMap((other) =>
        other.moving && intersection(sweep(other.bounds, drops.get(other.node.id) ?? 0), bounds)
          ? [other.node.id]
          : [],
      );
    const beneath = lifted ? near(pieces.slice(0, index)) : [];
    const around = beneath.length > 0 ? beneath : near(pieces);
    for (const id of around.length > 0 ? around : moving.map((one) => one.id)) blocked.set(id, reason);
  });
  return blocked;
}
