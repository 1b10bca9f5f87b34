import { ApiError } from '@animatic/client';
import type { Generation } from '@animatic/schema';
import type { ConnectFlow } from './connect.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

export interface GenerationsFlow {
  /** A person's word on what may have been made. */
  review(shot: string, generation: string, decision: 'made' | 'again', vendorId?: string): Promise<void>;
  cancel(shot: string, generation: string): Promise<void>;
  /** Asks for one failed take again: another generation, in its place among the shot's takes. */
  retry(shot: string, generation: string): Promise<void>;
}

/**
 * What a person decides about single generations; what the server refuses is said on the shot's card.
 *
 * @param settled called when prices may be others
 */
export function generationsFlow(
  { store, api, origin }: Session,
  connect: Pick<ConnectFlow, 'expire'>,
  settled: () => void,
): GenerationsFlow {
  const put = (generations: Generation[]) => store.dispatch({ type: 'generations', generations });
  const wish = async (shot: string, before: string, ask: () => Promise<Generation>) => {
    store.dispatch({ type: 'refused', shot, words: null });
    try {
      const generation = await ask();
      remember(shot, before, generation.id);
      put([generation]);
      settled();
      await follow(generation.id);
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      const { title, detail } = problemOf(error, origin);
      store.dispatch({ type: 'refused', shot, words: detail ?? title });
    }
  };
  /** A render that goes on tells of its own; one that failed does not. */
  const follow = async (id: string) => {
    if (store.get().running?.state === 'generating') return;
    for await (const generations of api.watchGenerations([id])) put(generations);
    settled();
  };
  /** Another generation that came of a wish stands for the one that it was asked in place of. */
  const remember = (id: string, before: string, generation: string) => {
    const shot = store.get().history.present.shots.find((each) => each.id === id);
    const take = shot?.takes.find((each) => each.generation === before);
    if (take && generation !== before)
      store.dispatch({ type: 'asked', takes: { [id]: [{ ...take, generation }] } });
  };
  return {
    review: (shot, id, decision, vendorId) =>
      wish(shot, id, () => api.reviewGeneration(id, decision, vendorId || undefined)),
    cancel: (shot, id) => wish(shot, id, () => api.cancelGeneration(id)),
    retry: (shot, id) => wish(shot, id, () => api.retryGeneration(id)),
  };
}
