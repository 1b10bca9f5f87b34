import { copyMotion } from '@animatic/director';
import { motionSchema } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import type { Reading } from '../derive/reading.ts';

/** A shot's motion, taken along to be given to others. */
export interface MotionCopy {
  /** What the shot is called. */
  name: string;
  frame: Pick<FrameDescription, 'outline'>;
  shot: Pick<StoredShot, 'caption' | 'chips' | 'variant' | 'carried'>;
  reading: Pick<Reading, 'motion'>;
}

/** What a shot gets, and the layers that its frame has nothing like. */
export interface CarriedMotion {
  change: Partial<StoredShot>;
  missing: string[];
}

/**
 * Gives a shot's motion to another one: its words, its changes by hand and its reading where it has words; where taste
 * decided, the motion itself, its layers found again by name and place.
 */
export function carryMotion(
  from: MotionCopy,
  to: { shot: StoredShot; frame: Pick<FrameDescription, 'outline'> },
): CarriedMotion {
  const { direction } = from.shot.caption;
  const { chips, motion, missing } = copyMotion(
    { outline: from.frame.outline, motion: from.reading.motion, direction, chips: from.shot.chips },
    to.frame.outline,
  );
  return {
    change: {
      caption: { ...to.shot.caption, direction },
      // The panel's own form of them: what is not said is left out.
      chips: chips.map(({ id, set, removed }) => ({
        id,
        ...(set && { set: { ...set } }),
        ...(removed && { removed }),
      })),
      variant: from.shot.variant,
      carried: direction.trim() ? undefined : motion,
    },
    missing,
  };
}

/** A motion that came from another shot; null where there is none, or none that can be read. */
export function carriedMotion(shot: Pick<StoredShot, 'caption' | 'carried'>) {
  if (shot.carried === undefined || shot.caption.direction.trim()) return null;
  const read = motionSchema.safeParse(shot.carried);
  return read.success ? read.data : null;
}

/** `Card 4, Badge and 3 more`. */
export function namesOf(missing: readonly string[]): string {
  const shown = missing.slice(0, 2).join(', ');
  return missing.length > 2 ? `${shown} and ${missing.length - 2} more` : shown;
}
