import type { NodeId, Rect } from '@animatic/schema';
import { intersection, outward, union } from './geometry.ts';
import type { Piece } from './pieces.ts';

/** A piece with what it comes to mean for the moving ones. */
interface Role {
  piece: Piece;
  /** What its containers' clips let through; null where nothing. */
  seen: Rect | null;
  /** Moving: everywhere it comes by. Over something that moves: the part that has to be lifted with it. */
  path: Rect | null;
  /** Where the picture beneath has to be whole, since this piece is drawn apart from it. */
  hole: Rect | null;
}

/**
 * Of all pieces those that count: what moves, what lies over a path (just that part of it is lifted, too), and what
 * lies under any of these at rest. Everywhere else the still is the picture, so that as few pixels as can be are put
 * together again.
 *
 * @param pieces the whole frame, bottom to top
 * @param drops how far below its place each moving piece starts, frame pixels
 */
export function neededPieces(pieces: readonly Piece[], drops: ReadonlyMap<NodeId, number>): Piece[] {
  const roles = pieces.map((piece) => roleOf(piece, drops));
  while (lift(roles)) fill(roles);
  return roles.flatMap(({ piece, seen, path, hole }) => {
    if (!seen) return [];
    if (piece.moving) return [piece];
    if (path && hole) return [{ ...piece, clips: [...piece.clips, { box: path, corners: [0, 0, 0, 0] }] }];
    return roles.some((role) => role.hole && intersection(role.hole, seen)) ? [piece] : [];
  });
}

function roleOf(piece: Piece, drops: ReadonlyMap<NodeId, number>): Role {
  const seen = clipped(piece.bounds, piece);
  if (!piece.moving) return { piece, seen, path: null, hole: null };
  const path = clipped(sweep(piece.bounds, drops.get(piece.node.id) ?? 0), piece);
  return { piece, seen, path, hole: seen };
}

/** Lifts the parts that lie over a path; true where there were any new ones. */
function lift(roles: Role[]): boolean {
  let changed = false;
  roles.forEach((role, index) => {
    const { piece, seen } = role;
    if (piece.moving || !seen) return;
    for (const below of roles.slice(0, index)) {
      if (!below.path) continue;
      for (const place of piece.places) {
        const part = shared(place, below.path, seen);
        if (part && extend(role, part)) changed = true;
      }
    }
  });
  return changed;
}

/** A lifted part also has to be there where the picture beneath it is cut open by something above. */
function fill(roles: Role[]): void {
  for (let index = roles.length - 1; index >= 0; index -= 1) {
    const role = roles[index];
    if (!role || role.piece.moving || !role.path || !role.seen) continue;
    for (const above of roles.slice(index + 1)) {
      const part = above.hole && shared(above.hole, role.seen, role.seen);
      if (part) extend(role, part);
    }
  }
}

/** True where the part was not known yet. */
function extend(role: Role, part: Rect): boolean {
  const before = role.path;
  const whole = outward(before ? union(before, part) : part);
  if (before && before.width === whole.width && before.height === whole.height) return false;
  role.path = whole;
  role.hole = whole;
  return true;
}

function shared(a: Rect, b: Rect, c: Rect): Rect | null {
  const both = intersection(a, b);
  return both && intersection(both, c);
}

function clipped(bounds: Rect, { clips }: Piece): Rect | null {
  let seen: Rect | null = bounds;
  for (const { box } of clips) seen = seen && intersection(seen, box);
  return seen;
}

/** All that a layer comes by on its way up to its place. */
export function sweep(bounds: Rect, drop: number): Rect {
  return union(bounds, { ...bounds, y: bounds.y + drop });
}
