import { type DirectInput, direct } from '@animatic/director';
import type { Mood } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import type { Reading } from './reading.ts';

export interface ReadInput {
  shot: Pick<StoredShot, 'caption' | 'duration' | 'chips' | 'variant'>;
  frame: Pick<FrameDescription, 'outline'>;
  index: number;
  count: number;
  mood: Mood;
}

/** Asks the director what a shot does; what the designer changed by hand stands over the words. */
export function readShot(input: ReadInput): Reading {
  const { motion, duration, chips, notes } = direct({ ...questionOf(input), variant: input.shot.variant });
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
