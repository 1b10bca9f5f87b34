import { BridgeError } from '../bridge/bridge-error.ts';
import { type State, toStored } from '../store/state.ts';
import type { Session } from './session.ts';

/** Milliseconds without an edit until the board is written. */
const PAUSE = 150;

export interface BoardKeeper {
  /** Writes what is not written yet, at once. */
  flush(): Promise<void>;
}

/**
 * Writes the board through the main thread after each edit, one write at a time, the newest last.
 * A board that nobody has edited is never written.
 */
export function keepBoard({ bridge, store }: Pick<Session, 'bridge' | 'store'>): BoardKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = false;
  let writing: Promise<void> = Promise.resolve();

  const write = async () => {
    pending = false;
    try {
      const { place } = await bridge.ask('save-board', {
        board: toStored(store.get()),
        page: store.get().pageId,
      });
      store.dispatch({ type: 'set', values: { place, saveProblem: null } });
    } catch (error) {
      const detail = error instanceof BridgeError ? error.message : 'Figma did not take the storyboard.';
      store.dispatch({ type: 'set', values: { saveProblem: { title: 'Not saved', detail } } });
    }
  };
  const flush = () => {
    clearTimeout(timer);
    if (pending) writing = writing.then(write);
    return writing;
  };
  store.subscribe((state, before) => {
    if (!state.touched || !differs(state, before)) return;
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  });
  return { flush };
}

function differs(a: State, b: State): boolean {
  return a.history.present !== b.history.present || a.sent !== b.sent || a.touched !== b.touched;
}
