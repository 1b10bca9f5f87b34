import type { Estimate, Generation } from '@animatic/schema';
import type { StoredShot, StoredTake } from '../../protocol/index.ts';
import { type Asked, type CannotAsk, currentTakes, isGenerated } from '../derive/shot-generation.ts';
import { isFailed } from '../flow/running.ts';

/** A take with what the server knows of it by now. */
export interface KnownTake {
  take: StoredTake;
  generation: Generation | undefined;
}

/** How far a generated shot is, and what a person can do about it. */
export type ShotState =
  /** It cannot be asked as it is: the board's words, or the server's. */
  | { step: 'cannot'; words: string }
  /** Nothing was asked yet; the price of asking, undefined until it is known, null where nobody knows it. */
  | { step: 'unmade'; cost: number | null | undefined }
  | { step: 'making'; words: string; progress: number | null; takes: KnownTake[] }
  | { step: 'failed'; generation: Generation; takes: KnownTake[] }
  /** It may have been made: a person decides. */
  | { step: 'review'; generation: Generation; takes: KnownTake[] }
  | { step: 'made'; takes: KnownTake[]; chosen: Generation };

interface About {
  asked: Asked | CannotAsk | null;
  generations: Readonly<Record<string, Generation>>;
  estimate: Estimate | null;
}

/** What stands of a shot that a model makes; null for one that is made exactly. */
export function shotState(shot: StoredShot, { asked, generations, estimate }: About): ShotState | null {
  if (asked && 'problem' in asked) return { step: 'cannot', words: asked.problem };
  if (!isGenerated(shot) || !asked || !shot.ask) return null;
  const { variations, chosen } = shot.ask;
  const takes = currentTakes(shot, asked.inputs)
    .filter(({ variation }) => variation < variations)
    .map((take) => ({ take, generation: generations[take.generation] }));
  const of = (want: (generation: Generation) => boolean) =>
    takes.find(({ generation }) => generation && want(generation))?.generation;
  const review = of(({ state }) => state === 'needs_review');
  if (review) return { step: 'review', generation: review, takes };
  const working = takes.filter(({ generation }) => generation && isWorking(generation));
  if (working.length > 0) return making(takes, working);
  const failed = of(isFailed);
  if (failed) return { step: 'failed', generation: failed, takes };
  const made = takes.filter(({ generation }) => generation?.state === 'done');
  const shown = made.find(({ take }) => take.variation === chosen)?.generation;
  if (shown && made.length >= variations) return { step: 'made', takes, chosen: shown };
  const priced = estimate?.shots.find(({ id }) => id === shot.id);
  if (priced?.problem) return { step: 'cannot', words: priced.problem };
  return { step: 'unmade', cost: priced?.cost };
}

export const isWorking = ({ state }: Pick<Generation, 'state'>): boolean =>
  state === 'queued' || state === 'submitting' || state === 'running' || state === 'fetching';

const said: Partial<Record<Generation['state'], string>> = {
  queued: 'Queued',
  submitting: 'Asking',
  running: 'Generating',
  fetching: 'Copying',
};

/** `Generating 40 %`, `Queued`, `2 of 4 made`. */
function making(takes: KnownTake[], working: KnownTake[]): ShotState {
  const states = working.flatMap(({ generation }) => generation ?? []);
  const furthest = ['fetching', 'running', 'submitting', 'queued'].find((state) =>
    states.some((each) => each.state === state),
  );
  const known = takes.flatMap(({ generation }) => generation ?? []);
  const share =
    known.reduce((sum, { state, progress }) => sum + (state === 'done' ? 1 : progress), 0) / known.length;
  const runs = furthest === 'running' || furthest === 'fetching' || states.length < known.length;
  const name = said[states.find(({ state }) => state === furthest)?.state ?? 'queued'] ?? 'Queued';
  const done = known.length - states.length;
  const words = [
    furthest === 'running' && share > 0 ? `${name} ${Math.round(share * 100)} %` : name,
    known.length > 1 ? `${done} of ${known.length} made` : '',
  ];
  return {
    step: 'making',
    words: words.filter((each) => each).join(' · '),
    progress: runs ? share : null,
    takes,
  };
}
