import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type FromRole, isFromRole, type ToRole } from './messages.ts';
import type { Role } from './roles.ts';

export interface Supervised {
  role: Role;
  /** Settles when the process said for the first time that it is ready; rejects when it ended before that. */
  ready: Promise<void>;
  pid(): number | undefined;
  /** Ends the process in good order and starts it again, with what is on the disk now. */
  restart(): Promise<void>;
  /** Tells the process to end, waits, and after `patienceMs` ends it. It is not started again. */
  stop(patienceMs: number): Promise<void>;
}

export interface SuperviseOptions {
  role: Role;
  /** The bundle that runs a role by `--role`. */
  script: string;
  env: NodeJS.ProcessEnv;
  /** Where its output goes. */
  log: string;
  onCrash(role: Role, how: string, againInMs: number): void;
  onMessage?(message: FromRole, answer: (message: ToRole) => void): void;
}

/** Milliseconds; doubled at each crash that follows soon after the last one. */
const FIRST_BACKOFF = 250;
const LAST_BACKOFF = 15_000;
/** A process that lived this long had a good start: the backoff begins anew. */
const GOOD_LIFE = 30_000;

/**
 * Keeps a role's process running: one that crashes is started again, later and later. Each is the leader of a process
 * group of its own, so that Ctrl-C reaches the launcher alone and the order of ending is ours; it ends itself when the
 * launcher is gone.
 */
export function supervise(options: SuperviseOptions): Supervised {
  let child: ChildProcess | undefined;
  let gone: Promise<void> = Promise.resolve();
  let ended = false;
  let restarting = false;
  let backoff = FIRST_BACKOFF;
  let sayReady = () => {};
  let sayFailed = (_error: Error) => {};
  const ready = new Promise<void>((resolve, reject) => {
    sayReady = resolve;
    sayFailed = reject;
  });
  let wasReady = false;
  ready.then(
    () => {
      wasReady = true;
    },
    () => {},
  );

  const begin = () => {
    const log = openSync(options.log, 'a', 0o600);
    const born = Date.now();
    const process = fork(options.script, ['--role', options.role], {
      env: options.env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    child = process;
    process.on('message', (message) => {
      if (!isFromRole(message)) return;
      if (message.type === 'ready') sayReady();
      options.onMessage?.(message, (answer) => {
        if (process.connected) process.send(answer);
      });
    });
    // A message to a process that is just ending is nobody's problem.
    process.on('error', () => {});
    gone = new Promise((resolve) => {
      process.once('exit', (code, signal) => {
        resolve();
        if (ended || restarting) return;
        const how = signal ? `ended by ${signal}` : `ended with code ${code}`;
        if (!wasReady) {
          ended = true;
          sayFailed(new Error(how));
          return;
        }
        if (Date.now() - born > GOOD_LIFE) backoff = FIRST_BACKOFF;
        options.onCrash(options.role, how, backoff);
        setTimeout(() => {
          if (!ended) begin();
        }, backoff).unref();
        backoff = Math.min(LAST_BACKOFF, backoff * 2);
      });
    });
  };

  const end = async (patienceMs: number) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    if (child.connected) child.send('stop' satisfies ToRole);
    else child.kill('SIGTERM');
    if (await Promise.race([gone.then(() => true), delay(patienceMs, false, { ref: false })])) return;
    child.kill('SIGKILL');
    await gone;
  };

  begin();
  return {
    role: options.role,
    ready,
    pid: () => child?.pid,
    async restart() {
      restarting = true;
      await end(4_000);
      restarting = false;
      backoff = FIRST_BACKOFF;
      if (!ended) begin();
    },
    async stop(patienceMs) {
      ended = true;
      await end(patienceMs);
    },
  };
}
