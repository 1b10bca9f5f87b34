import { watch } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds of silence after which a build counts as over. */
const QUIET = 300;

/** Calls back whenever the folder of the bundle was written and has come to rest. */
export function watchBundle(script: string, signal: AbortSignal, changed: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  watch(dirname(script), { signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!signal.aborted) void changed();
    }, QUIET);
  });
}
