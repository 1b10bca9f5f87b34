import type { Shot } from '@animatic/schema';
import type { Clip } from './playback.ts';

type Seen = Pick<Clip, 'shots' | 'starts' | 'size' | 'format' | 'loop' | 'lines' | 'footage'>;

/**
 * True where two clips look alike around a shot: itself, the one before and the one after. A player of the first
 * then shows the second rightly, for now.
 *
 * @example sameNear(before, after, 3)
 */
export function sameNear(before: Seen, after: Seen, index: number): boolean {
  if (before.format !== after.format || before.loop !== after.loop || before.lines !== after.lines)
    return false;
  if (!sameSize(before.size, after.size)) return false;
  return [index - 1, index, index + 1].every((at) => {
    const [a, b] = [before.shots[at], after.shots[at]];
    if (!a || !b) return a === b;
    return (
      before.starts[at] === after.starts[at] &&
      sameShot(a, b) &&
      JSON.stringify(before.footage[a.id]) === JSON.stringify(after.footage[b.id])
    );
  });
}

function sameShot(a: Shot, b: Shot): boolean {
  return (
    a.id === b.id &&
    sameSize(a.size, b.size) &&
    tilesOf(a) === tilesOf(b) &&
    sameLayers(a.layers, b.layers) &&
    a.motion === b.motion &&
    a.duration === b.duration &&
    a.transition === b.transition &&
    a.background === b.background
  );
}

/** A shot that was not captured yet has an empty list of its own each time. */
function sameLayers(a: Shot['layers'], b: Shot['layers']): boolean {
  return a === b || (a.length === 0 && b.length === 0);
}

function tilesOf({ still }: Shot): string {
  return still.tiles.map((tile) => tile.still).join();
}

function sameSize(a: Shot['size'], b: Shot['size']): boolean {
  return a.width === b.width && a.height === b.height;
}
