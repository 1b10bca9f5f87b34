import { ApiError } from '@animatic/client';
import { documentToPrice } from './board-document.ts';
import type { ConnectFlow } from './connect.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

/** Milliseconds without an edit until the server is asked what the board costs. */
const PAUSE = 500;

/**
 * Keeps the price of the board at hand while a model makes one of its shots: asked anew after each change that a price
 * depends on, and after each generation that ended.
 */
export function watchPrice(
  { store, api, derive, origin }: Session,
  connect: Pick<ConnectFlow, 'expire'>,
): { again(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: AbortController | undefined;
  let priced = '';

  const ask = async () => {
    const state = store.get();
    if (state.token === null || !derive(state).shots.some(({ generation }) => generation)) {
      priced = '';
      if (state.estimate || state.estimateProblem)
        store.dispatch({ type: 'set', values: { estimate: null, estimateProblem: null } });
      return;
    }
    const document = documentToPrice(state, derive);
    const key = JSON.stringify(document);
    if (key === priced) return;
    priced = key;
    stop?.abort();
    stop = new AbortController();
    const { signal } = stop;
    try {
      const estimate = await api.estimate(document, signal);
      if (!signal.aborted) store.dispatch({ type: 'set', values: { estimate, estimateProblem: null } });
    } catch (error) {
      if (signal.aborted) return;
      priced = '';
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      store.dispatch({
        type: 'set',
        values: { estimate: null, estimateProblem: problemOf(error, origin) },
      });
    }
  };
  const mark = (pricing: boolean) => {
    if (store.get().pricing !== pricing) store.dispatch({ type: 'set', values: { pricing } });
  };
  const soon = () => {
    clearTimeout(timer);
    const waited = setTimeout(async () => {
      await ask();
      // Another change may have come meanwhile: its own price is waited for.
      if (timer === waited) mark(false);
    }, PAUSE);
    timer = waited;
    const state = store.get();
    mark(state.token !== null && state.history.present.shots.some(({ engine }) => engine !== 'motion'));
  };
  store.subscribe((state, before) => {
    if (state.phase !== 'ready') return;
    if (
      state.history.present !== before.history.present ||
      state.captures !== before.captures ||
      state.token !== before.token ||
      state.phase !== before.phase
    )
      soon();
  });
  return {
    again() {
      priced = '';
      soon();
    },
  };
}
