import { ApiError } from '@animatic/client';
import { isCancelled } from '../bridge/bridge-error.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

export interface ConnectFlow {
  /** Signs in, and then does what it was wanted for. */
  connect(then?: () => void): void;
  cancel(): void;
  signOut(): Promise<void>;
  /** The token no longer works: forget it, the board stays. */
  expire(): void;
  /** Reads who is signed in, for the account menu. */
  readMe(): Promise<void>;
}

/** Device sign-in (RFC 8628): a code, a browser window, polling. */
export function connectFlow({ bridge, store, api, signIn, origin }: Session): ConnectFlow {
  let stop: AbortController | undefined;
  let wanted: (() => void) | undefined;

  const keepToken = async (token: string | null) => {
    store.dispatch({ type: 'set', values: { token, ...(token === null ? { me: null } : {}) } });
    await bridge.ask('save-token', { origin, token }).catch(() => undefined);
  };
  const readMe = async () => {
    if (store.get().token === null) return;
    try {
      store.dispatch({ type: 'set', values: { me: await api.me() } });
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'signed-out') await keepToken(null);
    }
  };
  const run = async (signal: AbortSignal) => {
    store.dispatch({ type: 'set', values: { connecting: { step: 'asking' } } });
    try {
      const code = await signIn.start(signal);
      store.dispatch({ type: 'set', values: { connecting: { step: 'waiting', code } } });
      const token = await signIn.wait(code, signal);
      await keepToken(token);
      store.dispatch({ type: 'set', values: { connecting: null, rendersProblem: null } });
      void readMe();
      const next = wanted;
      wanted = undefined;
      next?.();
    } catch (error) {
      if (isCancelled(error)) return;
      const refused = error instanceof ApiError && error.kind === 'refused';
      const problem = refused ? { title: 'Not connected', detail: error.message } : problemOf(error, origin);
      store.dispatch({ type: 'set', values: { connecting: { step: 'failed', problem } } });
    }
  };
  return {
    connect(then) {
      if (then) wanted = then;
      stop?.abort();
      stop = new AbortController();
      void run(stop.signal);
    },
    cancel() {
      stop?.abort();
      wanted = undefined;
      store.dispatch({ type: 'set', values: { connecting: null } });
    },
    async signOut() {
      await api.signOut().catch(() => undefined);
      await keepToken(null);
      store.dispatch({ type: 'set', values: { renders: null, rendersProblem: null } });
    },
    expire: () => void keepToken(null),
    readMe,
  };
}
