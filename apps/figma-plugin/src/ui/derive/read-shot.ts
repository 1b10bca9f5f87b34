import { type Chip, type DirectInput, direct } from '@animatic/director';
import type { Mood } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import { carriedMotion } from '../board/carry-motion.ts';
import { directedReading } from './directed-motion.ts';
import type { Reading } from './reading.ts';

export interface ReadInput {
  shot: Pick<StoredShot, 'caption' | 'duration' | 'chips' | 'variant' | 'carried' | 'directed'>;
  frame: Pick<FrameDescription, 'outline'>;
  index: number;
  count: number;
  mood: Mood;
}

/** Stands for a motion that came from another shot; taken out, taste decides again. */
export const carriedChip: Chip = {
  id: 'carried',
  kind: 'layers',
  words: { from: 0, to: 0 },
  label: 'Motion from another shot',
  options: [],
  state: 'edited',
};

/** Asks the director what a shot does; what the designer changed by hand stands over the words. */
export function readShot(input: ReadInput): Reading {
  const directed = directedReading(input.shot, input.frame);
  if (directed) return { ...directed, duration: input.shot.duration ?? directed.duration };
  const { motion, duration, chips, notes } = direct({ ...questionOf(input), variant: input.shot.variant });
  const carried = carriedMotion(input.shot);
  if (carried) return { motion: carried, duration, chips: [carriedChip], notes: [] };
  return { motion, duration, chips, notes };
}

/** What the director is asked about a shot, whichever reading of it is wanted. */
export function questionOf({ shot, frame, index, count, mood }: ReadInput): Omit<DirectInput, 'variant'> {
  return {
    outline: frame.outline,
    direction: shot.caption.direction,
    shotIndex: index,
    shotCount: count,
    mood,
    chips: shot.chips,
    ...(shot.duration !== null && { duration: shot.duration }),
  };
}
