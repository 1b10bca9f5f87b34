/** A value with its undo and redo; `tag` and `at` let a run of typing count as one step. */
export interface History<T> {
  past: T[];
  present: T;
  future: T[];
  tag: string | null;
  /** Milliseconds of the last edit. */
  at: number;
}

const DEPTH = 100;
/** Milliseconds without typing after which the next key begins a new step. */
const PAUSE = 1500;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], tag: null, at: 0 };
}

/**
 * Takes an edit up. Edits with the same tag, close after one another, are one step back.
 *
 * @example commit(history, board, 'direction:s1', event.timeStamp)
 */
export function commit<T>(history: History<T>, present: T, tag: string | null, at: number): History<T> {
  if (present === history.present) return history;
  const goesOn = tag !== null && tag === history.tag && at - history.at < PAUSE;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-DEPTH);
  return { past, present, future: [], tag, at };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    tag: null,
    at: 0,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: null, at: 0 };
}
