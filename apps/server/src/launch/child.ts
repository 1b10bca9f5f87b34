import type { FromRole } from './messages.ts';
import { type Role, roleSignals } from './roles.ts';

/** What a role's process does, whether the launcher started it or a person did. */
export interface Running {
  /** Ends the work in good order; the process exits when it settles. */
  stop(): Promise<void>;
  /** What the launcher asks for once: see `FromRole`. */
  welcome?(tell: (message: FromRole) => void): Promise<void>;
}

/** Milliseconds that a process has for ending in good order. */
const PATIENCE = 3_500;

/**
 * Runs one role until it is told to stop: by a signal, by the launcher's word, or by the launcher's death.
 *
 * @throws what `start` throws
 * @example await runRole('worker', () => startWorker(options));
 */
export async function runRole(role: Role, start: () => Promise<Running>): Promise<void> {
  let stopping: Promise<void> | undefined;
  const running = start();
  const tell = (message: FromRole) => {
    if (process.connected) process.send?.(message);
  };
  const stop = () => {
    stopping ??= (async () => {
      // Nothing may keep a process that was told to go.
      setTimeout(() => process.exit(1), PATIENCE).unref();
      const code = await running
        .then((it) => it.stop())
        .then(
          () => 0,
          () => 1,
        );
      process.exit(code);
    })();
  };
  for (const signal of roleSignals) process.on(signal, stop);
  process.on('disconnect', stop);
  process.on('message', (message) => {
    if (message === 'stop') stop();
    if (message === 'welcome') void running.then((it) => it.welcome?.(tell));
  });
  // The launcher may have died before we listened.
  if (process.send && !process.connected) stop();
  await running;
  if (!stopping) tell({ type: 'ready', role });
}
