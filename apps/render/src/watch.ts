import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds of silence after which a change counts as whole: editors write in several steps. */
const QUIET = 120;

/**
 * Waits until one of some files changes, comes or goes. Their folders are watched, because editors put a new file in the
 * old one's place.
 *
 * @returns the first name that changed
 * @throws the signal's reason
 */
export async function changeOf(files: Iterable<string>, signal: AbortSignal): Promise<string> {
  const names = new Map<string, Set<string>>();
  for (const file of files)
    names.set(dirname(file), (names.get(dirname(file)) ?? new Set()).add(basename(file)));
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      if (signal.aborted) reject(signal.reason);
      for (const [folder, wanted] of names) {
        const changed = (_: string, name: string | null) => {
          if (name === null || !wanted.has(name)) return;
          clearTimeout(timer);
          timer = setTimeout(() => resolve(name), QUIET);
        };
        try {
          watchers.push(watch(folder, changed).on('error', reject));
        } catch {
          // A folder that is not there yet cannot be watched; the storyboard's own always is.
        }
      }
    });
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
}
