import { direct } from '@animatic/director';
import type { Mood } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import type { Reading } from './reading.ts';

export interface ReadInput {
  shot: Pick<StoredShot, 'caption' | 'duration' | 'chips' | 'variant'>;
  frame: FrameDescription;
  index: number;
  count: number;
  mood: Mood;
}

/** Asks the director what a shot does; what the designer changed by hand stands over the words. */
export function readShot({ shot, frame, index, count, mood }: ReadInput): Reading {
  const { motion, duration, chips, notes } = direct({
    outline: frame.outline,
    direction: shot.caption.direction,
    shotIndex: index,
    shotCount: count,
    mood,
    chips: shot.chips,
    variant: shot.variant,
    ...(shot.duration !== null && { duration: shot.duration }),
  });
  return { motion, duration, chips, notes };
}
