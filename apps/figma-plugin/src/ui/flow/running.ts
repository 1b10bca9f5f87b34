import type { Generation, Render } from '@animatic/schema';
import type { StoredTake } from '../../protocol/index.ts';
import { nameOf } from '../board/board.ts';
import type { Derived } from '../derive/derived.ts';
import type { Job, Problem, State } from '../store/state.ts';

/** A render's state as the bar tells it. */
export function jobOf(render: Render): Job {
  if (render.state === 'queued') return { step: 'queued', render: render.id, place: render.place };
  if (render.state === 'generating') {
    const all = render.shots.flatMap(({ generations }) => generations);
    return {
      step: 'generating',
      render: render.id,
      done: all.filter(({ state }) => state === 'done').length,
      total: all.length,
      progress:
        all.reduce((sum, { state, progress }) => sum + (state === 'done' ? 1 : progress), 0) /
        (all.length || 1),
      decide: all.filter(({ state }) => state === 'needs_review').length,
    };
  }
  return { step: 'rendering', render: render.id, progress: render.progress, stage: render.stage };
}

/** Why a render ended without a clip; where models failed, another try of just their shots is offered. */
export function failedJob(render: Render): Job {
  const failed = render.shots.filter((shot) => shot.generations.some(isFailed));
  const detail = render.error?.message ?? 'The server gave no reason.';
  const [first] = failed;
  if (!first)
    return { step: 'failed', render: null, problem: { title: 'The render failed', detail, remedy: 'retry' } };
  const one = failed.length === 1;
  const problem: Problem = {
    title: one ? `“${first.title}” could not be made` : `${failed.length} shots could not be made`,
    detail: `${one ? 'Its card says' : 'Their cards say'} why. What was made stays.`,
    remedy: 'retry',
  };
  return {
    step: 'failed',
    render: null,
    problem,
    again: {
      render: render.id,
      shots: failed.length,
      cost: sum(failed.flatMap(({ generations }) => generations.filter(isFailed))),
    },
  };
}

export const isFailed = ({ state }: Pick<Generation, 'state'>): boolean =>
  state === 'failed' || state === 'cancelled';

/** US dollars of these again; null where nobody knows one of them. */
export function sum(generations: readonly Generation[]): number | null {
  let total = 0;
  for (const { estimatedCost } of generations) {
    if (estimatedCost === null) return null;
    total += estimatedCost;
  }
  return total;
}

/** Each shot's new takes, with all that would ask for them again, from the board that was sent. */
export function takesOf(
  render: Render,
  board: State['history']['present'],
  { asked }: Pick<Derived, 'asked'>,
): Record<string, StoredTake[]> {
  return Object.fromEntries(
    render.shots.flatMap(({ id, generations }) => {
      const index = board.shots.findIndex((shot) => shot.id === id);
      const [shot, ask] = [board.shots[index], asked[index]];
      if (!shot?.ask || shot.engine === 'motion' || !ask || !('generation' in ask)) return [];
      const about = {
        engine: shot.engine,
        ask: shot.ask,
        words: shot.caption.direction,
        inputs: ask.inputs,
      };
      const takes = generations.map(
        (generation): StoredTake => ({
          generation: generation.id,
          variation: generation.variation,
          ...about,
        }),
      );
      return takes.length > 0 ? [[id, takes]] : [];
    }),
  );
}

/** The first shot that cannot be made as the board stands, in words. */
export function blocker(
  board: State['history']['present'],
  { asked }: Pick<Derived, 'asked'>,
): Problem | null {
  for (const [index, ask] of asked.entries()) {
    const shot = board.shots[index];
    if (shot && ask && 'problem' in ask)
      return { title: `Shot ${index + 1}, “${nameOf(shot)}”, cannot be made yet`, detail: ask.problem };
  }
  return null;
}
