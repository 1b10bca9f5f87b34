import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Sends a forked process a message and waits for its answer.
 *
 * @throws Error with what it says went wrong, or where it ends before it has answered
 */
export async function ask<T extends object>(child: ChildProcess, message: object): Promise<T> {
  const stop = new AbortController();
  const { signal } = stop;
  try {
    const answered = once(child, 'message', { signal });
    const ended = once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`${child.spawnargs[1]} ended with ${code} before it had answered`);
    });
    child.send(message);
    const [answer] = (await Promise.race([answered, ended])) as [T | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  } finally {
    stop.abort();
  }
}
