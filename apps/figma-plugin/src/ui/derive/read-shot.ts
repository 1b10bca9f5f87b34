import { direct } from '@animatic/director';
import type { Mood } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import type { Chip, Note, Span } from './direction.ts';
import type { Reading } from './reading.ts';

export interface ReadInput {
  shot: Pick<StoredShot, 'caption' | 'duration' | 'chips' | 'variant'>;
  frame: FrameDescription;
  index: number;
  count: number;
  mood: Mood;
}

/** Asks the director what a shot does; what the designer changed by hand stands over the words. */
export function readShot({ shot, frame, index, count }: ReadInput): Reading {
  const { direction } = shot.caption;
  const { motion, duration, readings, notUnderstood } = direct({
    outline: frame.outline,
    direction,
    shotIndex: index,
    shotCount: count,
    ...(shot.duration !== null && { duration: shot.duration }),
  });
  const spanOf = (words: string): Span => {
    const from = Math.max(0, direction.indexOf(words));
    return { from, to: direction.includes(words) ? from + words.length : from };
  };
  return {
    motion,
    duration,
    chips: readings.map(
      ({ words, meaning }): Chip => ({
        id: meaning,
        kind: 'camera',
        words: spanOf(words),
        label: meaning,
        options: [],
        state: words ? 'read' : 'taste',
      }),
    ),
    notes: notUnderstood.map(
      (words): Note => ({ kind: 'not-understood', words: spanOf(words), text: `Not understood: “${words}”` }),
    ),
  };
}
