import { clipSeconds } from '@animatic/schema';
import type { Engine } from '../engine.ts';

/** Raised when the same shots would give other pixels. */
const VERSION = 1;

/** Ours: exact, offline, free. */
export const motionEngine: Engine = {
  name: 'motion',
  takesRuns: true,
  fingerprint: ({ shots, format, size }) => JSON.stringify([VERSION, size, format.fps, shots]),
  frameCount: ({ shots, format }) => Math.round(clipSeconds(shots) * format.fps),
  // biome-ignore lint/correctness/useYield: stands in until the pipeline is there
  async *run() {
    throw new Error('not there yet');
  },
};
