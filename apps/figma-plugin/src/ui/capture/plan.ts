import { MAX_LAYERS, type NodeId } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { intersection } from './geometry.ts';
import { neededPieces, sweepOf } from './needed.ts';
import type { Needs } from './needs.ts';
import { type Piece, piecesOf } from './pieces.ts';
import type { Reaches } from './reaches.ts';

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
 * @param reaches where wanted layers come by, if not only where they lie
 */
export function planCapture(
  outline: CaptureOutline,
  wanted: Needs,
  reaches: Reaches,
  { refused, unusable }: Findings = { refused: new Map(), unusable: new Map() },
): Plan {
  const merged: Merged[] = [];
  let moving = candidates(outline, wanted, new Map([...unusable, ...refused]), merged);
  for (;;) {
    const all = moving.length > 0 ? piecesOf(outline, needsOf(moving, wanted)) : [];
    const pieces = neededPieces(all, reaches);
    const blocked = blockedBy(pieces, moving, reaches, unusable);
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
export function withoutMoving(plan: Plan, broken: ReadonlyMap<NodeId, string>, reaches: Reaches): Plan {
  const all = plan.all.map((piece) => ({ ...piece, moving: piece.moving && !broken.has(piece.node.id) }));
  const pieces = neededPieces(all, reaches);
  const merged = plan.all.flatMap(({ what, node, moving }) => {
    const reason = moving && what !== 'stroke' ? broken.get(node.id) : undefined;
    return reason === undefined ? [] : [{ id: node.id, name: node.name, reason }];
  });
  return { pieces, all, moving: movingIn(pieces), merged: [...plan.merged, ...merged] };
}

function movingIn(pieces: readonly Piece[]): NodeId[] {
  return [...new Set(pieces.flatMap(({ moving, node }) => (moving ? [node.id] : [])))];
}

/** What is wanted of the nodes that can move. */
function needsOf(moving: readonly CaptureNode[], { grounds }: Needs): Needs {
  const ids = moving.map(({ id }) => id);
  return {
    whole: ids.filter((id) => !grounds.has(id)),
    grounds: new Set(ids.filter((id) => grounds.has(id))),
  };
}

/** The wanted nodes that can be taken out of their containers; the others go to `merged`. */
function candidates(
  outline: CaptureOutline,
  { whole, grounds }: Needs,
  refused: ReadonlyMap<NodeId, string>,
  merged: Merged[],
): CaptureNode[] {
  const wanted = [...whole, ...grounds];
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
    const moves =
      inside ||
      (isWanted && !grounds.has(node.id) && closed === null && !refused.has(node.id) && !node.leaks);
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
  reaches: Reaches,
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
        other.moving && intersection(sweepOf(other, reaches), bounds) ? [other.node.id] : [],
      );
    const beneath = lifted ? near(pieces.slice(0, index)) : [];
    const around = beneath.length > 0 ? beneath : near(pieces);
    for (const id of around.length > 0 ? around : moving.map((one) => one.id)) blocked.set(id, reason);
  });
  return blocked;
}
