import { alternatives } from '@animatic/director';
import { questionOf, type ReadInput } from './read-shot.ts';
import type { Reading } from './reading.ts';

/** Three other readings of the same words, or other choices of taste where there are none. */
export function readAlternatives(input: ReadInput): Reading[] {
  return alternatives(questionOf(input)).map(({ motion, duration, chips, notes }) => ({
    motion,
    duration: input.shot.duration ?? duration,
    chips,
    notes,
  }));
}

/** A reading that moves every layer that any of these does: what must be captured to show them all. */
export function widened(reading: Reading, others: readonly Reading[]): Reading {
  const layers = others.flatMap(({ motion }) => motion.layers);
  return { ...reading, motion: { ...reading.motion, layers: [...reading.motion.layers, ...layers] } };
}
