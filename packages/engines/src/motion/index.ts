import { countFrames, openFrames } from '@animatic/motion/node';
import type { EngineInput, MotionEngine } from '../engine.ts';
import { pixelsVersion } from './pixels-version.ts';
import { resolveMotion } from './resolve-motion.ts';

/** What is choreographed. */
const boardOf = ({ shots, loop, lines, mood, format }: Omit<EngineInput, 'readStill'>) => ({
  shots: resolveMotion(shots, mood),
  loop,
  lines,
  format: { ground: format.ground },
});

/** By the shot's place instead of its id. */
export function footageOf({ shots, footage }: Pick<EngineInput, 'shots' | 'footage'>) {
  return footage && ((shot: number) => footage.get(shots[shot]?.id ?? ''));
}

/**
 * Ours: exact, offline, free. What the designer drew is what moves; what a model made is drawn frame by frame in a still's
 * place, so that formats, transitions and lines are the same for both.
 */
export const motionEngine: MotionEngine = {
  name: 'motion',
  kind: 'drawn',

  fingerprint(input) {
    const { format, size, footage, pixels = 'i420' } = input;
    const { shots, loop, lines } = boardOf(input);
    // What is said and shown beside the picture changes no pixel; the mood is in the motion that came of it.
    const drawn = shots.map(({ caption, source, generation, scene, ...rest }) => {
      const made = footage?.get(rest.id);
      if (!made) return rest;
      // Footage moves by itself: what would move its still changes nothing.
      const { still, layers, motion, viewport, ...place } = rest;
      return [place, made.hash, made.treatment];
    });
    const burnt = lines.burnIn && [lines.font ?? null, shots.map(({ caption }) => caption.line)];
    const look = [format.ground, loop, burnt];
    return JSON.stringify([pixelsVersion(), size, format.fps, pixels, look, drawn]);
  },

  frameCount(input) {
    return countFrames({ board: input, fps: input.format.fps });
  },

  run(input, { signal }) {
    return openFrames({
      board: boardOf(input),
      size: input.size,
      fps: input.format.fps,
      pixels: input.pixels,
      loadStill: input.readStill,
      footage: footageOf(input),
      signal,
    });
  },
};
