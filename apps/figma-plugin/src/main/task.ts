import { PluginFailure } from './failure.ts';

/** Milliseconds of work after which a long walk lets Figma draw. */
const SLICE = 12;

/** One request under way: long work passes through `breathe`, so that Figma stays quick and cancel works. */
export interface Task {
  readonly cancelled: boolean;
  /** Throws once the request was cancelled. */
  check(): void;
  /** As `check`; and, when the slice of time is used up, lets Figma do its own work first. */
  breathe(): Promise<void>;
}

export interface OwnedTask extends Task {
  cancel(): void;
}

export function createTask(now: () => number = Date.now): OwnedTask {
  let cancelled = false;
  let since = now();
  const check = (): void => {
    if (cancelled) throw new PluginFailure('cancelled', 'Cancelled.');
  };
  return {
    get cancelled() {
      return cancelled;
    },
    cancel() {
      cancelled = true;
    },
    check,
    async breathe() {
      check();
      if (now() - since < SLICE) return;
      await new Promise<void>((resume) => setTimeout(resume, 0));
      since = now();
      check();
    },
  };
}
