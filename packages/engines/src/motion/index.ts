import { countFrames, openFrames } from '@animatic/motion/node';
import type { Engine, EngineInput } from '../engine.ts';
import { pixelsVersion } from './pixels-version.ts';
import { resolveMotion } from './resolve-motion.ts';

/** What the motion engine choreographs: the whole storyboard, whichever run of it is drawn. */
const boardOf = ({ shots, loop, lines, mood, format }: Omit<EngineInput, 'readStill'>) => ({
  shots: resolveMotion(shots, mood),
  loop,
  lines,
  format: { ground: format.ground },
});

const segment = ({ firstShot, lastShot }: Pick<EngineInput, 'firstShot' | 'lastShot'>) => ({
  first: firstShot,
  last: lastShot,
});

/** Ours: exact, offline, free. What the designer drew is what moves. */
export const motionEngine: Engine = {
  name: 'motion',
  takesRuns: true,

  fingerprint(input) {
    const { format, size, firstShot, lastShot, pixels = 'i420' } = input;
    const { shots, loop, lines } = boardOf(input);
    // What is said and shown beside the picture changes no pixel; the mood is in the motion that came of it.
    const drawn = shots.map(({ caption, source, ...rest }) => rest);
    const burnt = lines.burnIn && [lines.font ?? null, shots.map(({ caption }) => caption.line)];
    const look = [format.ground, loop, burnt];
    return JSON.stringify([pixelsVersion(), size, format.fps, pixels, firstShot, lastShot, look, drawn]);
  },

  frameCount(input) {
    return countFrames({ board: input, segment: segment(input), fps: input.format.fps });
  },

  run(input, { signal }) {
    return openFrames({
      board: boardOf(input),
      segment: segment(input),
      size: input.size,
      fps: input.format.fps,
      pixels: input.pixels,
      loadStill: input.readStill,
      signal,
    });
  },
};
