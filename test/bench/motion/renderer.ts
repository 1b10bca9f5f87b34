import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type MemorySample, watchMemory } from '../memory.ts';
import { ask } from './ask.ts';
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
        const turn = await ask<Turn>(child, job);
        return { ...turn, memory: memory.samples };
      } finally {
        memory.stop();
      }
    },
    async close() {
      if (!child.connected) return;
      const closed = once(child, 'exit');
      child.disconnect();
      await closed;
    },
  };
}
