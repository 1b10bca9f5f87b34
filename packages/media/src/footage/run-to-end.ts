import { type ChildLimits, lastWords, spawnLimited } from './limited-child.ts';
import { unreadable } from './open-video.ts';

export interface RunOptions extends ChildLimits {
  signal?: AbortSignal | undefined;
  /** Milliseconds that all of it may take. */
  patience?: number;
}

const PATIENCE = 10 * 60_000;

/**
 * Runs a limited child that writes nothing to its standard output, to its end.
 *
 * @returns the end of what it said
 * @throws {MediaError} `video_unreadable` where it fails or takes too long; the signal's reason
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { signal, patience = PATIENCE, ...limits }: RunOptions = {},
): Promise<string> {
  signal?.throwIfAborted();
  const child = spawnLimited(command, args, limits);
  child.stdout.resume();
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    child.stop();
  }, patience);
  signal?.addEventListener('abort', child.stop);
  try {
    const code = await child.ended;
    signal?.throwIfAborted();
    if (late) throw unreadable(`not done after ${patience / 1000} s`);
    if (code !== 0) throw unreadable(`${code}: ${lastWords(child.words())}`);
    return child.words();
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', child.stop);
    child.stop();
  }
}
