import { countFrames, openFrames } from '@animatic/motion/node';
import type { Engine, EngineInput } from '../engine.ts';
import { pixelsVersion } from './pixels-version.ts';
import { resolveMotion } from './resolve-motion.ts';

const segment = ({ firstShot, lastShot }: Pick<EngineInput, 'firstShot' | 'lastShot'>) => ({
  first: firstShot,
  last: lastShot,
});

/** Ours: exact, offline, free. What the designer drew is what moves. */
export const motionEngine: Engine = {
  name: 'motion',
  takesRuns: true,

  fingerprint({ shots, format, size, firstShot, lastShot }) {
    // What is said and shown beside the picture changes no pixel.
    const drawn = resolveMotion(shots).map(({ caption, source, ...rest }) => rest);
    return JSON.stringify([pixelsVersion(), size, format.fps, firstShot, lastShot, drawn]);
  },

  frameCount(input) {
    return countFrames({ board: input, segment: segment(input), fps: input.format.fps });
  },

  run(input, { signal }) {
    return openFrames({
      board: { shots: resolveMotion(input.shots) },
      segment: segment(input),
      size: input.size,
      fps: input.format.fps,
      loadStill: input.readStill,
      signal,
    });
  },
};
