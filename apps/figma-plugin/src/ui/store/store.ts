import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Action } from './actions.ts';
import { reducer } from './reducer.ts';
import { initialState, type State } from './state.ts';

export interface Store {
  get(): State;
  dispatch(action: Action): void;
  /** Calls back after every change until the returned function is called. */
  subscribe(listener: (state: State, before: State) => void): () => void;
}

/**
 * Holds the panel's state.
 *
 * @example
 * const store = createStore();
 * store.dispatch({ type: 'set', values: { screen: 'renders' } });
 */
export function createStore(initial: State = initialState): Store {
  let state = initial;
  const listeners = new Set<(state: State, before: State) => void>();
  return {
    get: () => state,
    dispatch(action) {
      const before = state;
      state = reducer(before, action);
      if (state !== before) for (const listener of [...listeners]) listener(state, before);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('A screen stands outside the StoreContext.');
  return store;
}

/** A part of the state; draws again only when that part is another value. */
export function useSelect<T>(select: (state: State) => T): T {
  const store = useStore();
  const latest = useRef(select);
  latest.current = select;
  const value = select(store.get());
  const shown = useRef(value);
  shown.current = value;
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const check = () => {
      if (!Object.is(latest.current(store.get()), shown.current)) redraw((count) => count + 1);
    };
    check();
    return store.subscribe(check);
  }, [store]);
  return value;
}
