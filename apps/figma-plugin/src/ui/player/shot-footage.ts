import type { Size } from '@animatic/schema';
import type { Derived } from '../derive/derived.ts';
import { currentTakes } from '../derive/shot-generation.ts';
import type { State } from '../store/state.ts';

/** What the player shows in the place of a shot's still. */
export interface ShotFootage {
  /** The take's clip and its poster, blob URLs; the poster stands until the clip is there. */
  clip: string | null;
  poster: string | null;
  /** Seconds passed over at its beginning, and its length. */
  trimStart: number;
  seconds: number;
  loop: boolean;
  /** The frame's shape. */
  size: Size;
}

/** The chosen take of each shot that has one, by the shot's id. */
export function footageOf(
  state: Pick<State, 'history' | 'footage' | 'generations'>,
  { asked, shots }: Derived,
): Record<string, ShotFootage> {
  const found: Record<string, ShotFootage> = {};
  for (const [index, shot] of state.history.present.shots.entries()) {
    const ask = asked[index];
    if (!shot.ask || !ask || !('generation' in ask)) continue;
    const { chosen, trimStart, loop } = shot.ask;
    const take = currentTakes(shot, ask.inputs).find(({ variation }) => variation === chosen);
    const view = take && state.footage[take.generation];
    const size = shots[index]?.size;
    if (!view || !size || (!view.clip && !view.poster)) continue;
    const seconds = state.generations[take.generation]?.result?.seconds ?? shot.ask.seconds;
    found[shot.id] = { ...view, trimStart, seconds, loop, size };
  }
  return found;
}
