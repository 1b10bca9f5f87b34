import type { Rect } from '@animatic/schema';
import { intersection, outward, union } from './geometry.ts';
import type { Piece } from './pieces.ts';
import type { Reaches } from './reaches.ts';

/** A piece with what it comes to mean for the moving ones. */
interface Role {
  piece: Piece;
  /** What its containers' clips let through; null where nothing. */
  seen: Rect | null;
  /** Moving: everywhere it comes by. Else the parts that lie over something that moves: they are lifted with it. */
  paths: Rect[];
  /** Where the picture beneath has to be whole, since this piece is drawn apart from it. */
  holes: Rect[];
}

/**
 * Of all pieces those that count: what moves, what lies over a path (just that part of it is lifted, too), and what
 * lies under any of these at rest. Everywhere else the still is the picture, so that as few pixels as can be are put
 * together again.
 *
 * @param pieces the whole frame, bottom to top
 * @param reaches where moving pieces come by, if not only where they lie
 */
export function neededPieces(pieces: readonly Piece[], reaches: Reaches): Piece[] {
  const roles = pieces.map((piece) => roleOf(piece, reaches));
  // Parts only grow, so this ends; the limit is for documents made to be slow.
  for (let round = 0; round < 64 && lift(roles); round += 1);
  return roles.flatMap((role, index) => {
    const { piece, seen, paths } = role;
    if (!seen) return [];
    if (piece.moving) return [piece];
    const above = roles.slice(index + 1).flatMap(({ holes }) => holes);
    const open = above.flatMap((hole) => intersection(hole, seen) ?? []);
    if (paths.length === 0) return open.length > 0 ? [piece] : [];
    return apart([...paths, ...open.map(outward)]).map((part) => clippedTo(piece, part, paths));
  });
}

function roleOf(piece: Piece, reaches: Reaches): Role {
  const seen = clipped(piece.bounds, piece);
  if (!piece.moving || !seen) return { piece, seen, paths: [], holes: [] };
  const path = clipped(sweepOf(piece, reaches), piece);
  return { piece, seen, paths: path ? [path] : [], holes: [seen] };
}

/** Lifts the parts that lie over a path, from bottom to top; true where there were any new ones. */
function lift(roles: readonly Role[]): boolean {
  let changed = false;
  const paths: Rect[] = [];
  roles.forEach((role, index) => {
    const { piece, seen } = role;
    if (!piece.moving && seen) {
      const parts = overlaps(piece.places, paths, seen);
      // A lifted part is cut open by what lies over it, too: there it has to reach as far as the hole does.
      const above = roles.slice(index + 1).flatMap(({ holes }) => holes);
      const open = overlaps([seen], above, seen);
      const lifted = apart([...parts, ...open]).filter((part) =>
        parts.some((one) => intersection(one, part)),
      );
      if (!same(lifted, role.holes)) {
        role.paths = lifted;
        role.holes = lifted;
        changed = true;
      }
    }
    paths.push(...role.paths);
  });
  return changed;
}

function overlaps(places: readonly Rect[], others: readonly Rect[], seen: Rect): Rect[] {
  return places.flatMap((place) =>
    others.flatMap((other) => {
      const both = intersection(place, other);
      const part = both && intersection(both, seen);
      return part ? [outward(part)] : [];
    }),
  );
}

/** Boxes that overlap become one, until all lie apart. */
function apart(boxes: readonly Rect[]): Rect[] {
  const separate: Rect[] = [];
  for (const box of boxes) {
    let grown = box;
    for (let index = 0; index < separate.length; ) {
      const other = separate[index];
      if (other && intersection(other, grown)) {
        grown = union(other, grown);
        separate.splice(index, 1);
        index = 0;
      } else index += 1;
    }
    separate.push(grown);
  }
  return separate;
}

function same(a: readonly Rect[], b: readonly Rect[]): boolean {
  const key = ({ x, y, width, height }: Rect): string => `${x} ${y} ${width} ${height}`;
  const keys = new Set(b.map(key));
  return a.length === b.length && a.every((box) => keys.has(key(box)));
}

function clippedTo(piece: Piece, part: Rect, paths: readonly Rect[]): Piece {
  const lifted = paths.some((path) => intersection(path, part));
  return { ...piece, lifted, clips: [...piece.clips, { box: part, corners: [0, 0, 0, 0] }] };
}

function clipped(bounds: Rect, { clips }: Piece): Rect | null {
  let seen: Rect | null = bounds;
  for (const { box } of clips) seen = seen && intersection(seen, box);
  return seen;
}

/** All that a moving piece comes by, its place included. */
export function sweepOf({ node, bounds }: Piece, reaches: Reaches): Rect {
  const reach = reaches.get(node.id);
  return reach ? union(bounds, reach) : bounds;
}
