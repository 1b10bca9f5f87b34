import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MemorySample, watchMemory } from '../memory.ts';
import type { Job, Turn } from './turn.ts';

export interface WatchedTurn extends Turn {
  /** Of the process and its ffmpeg. */
  memory: readonly MemorySample[];
}

/** Our renderer in a process of its own. */
export interface Renderer {
  run(job: Job): Promise<WatchedTurn>;
  close(): Promise<void>;
}

/** Starts the process. */
export function startRenderer(): Renderer {
  const child = fork(fileURLToPath(new URL('./render-process.ts', import.meta.url)), { stdio: 'inherit' });
  return {
    async run(job) {
      const memory = watchMemory(child.pid ?? 0);
      try {
        const answer = await ask(child, job);
        if ('error' in answer) throw new Error(answer.error);
        return { ...answer, memory: memory.samples };
      } finally {
        memory.stop();
      }
    },
    async close() {
      const closed = once(child, 'exit');
      child.disconnect();
      await closed;
    },
  };
}

async function ask(child: ChildProcess, job: Job): Promise<Turn | { error: string }> {
  const answered = new Promise<Turn | { error: string }>((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as Turn | { error: string }));
    child.once('exit', (code) => reject(new Error(`the rendering process ended with ${code}`)));
  });
  child.send(job);
  return answered;
}
