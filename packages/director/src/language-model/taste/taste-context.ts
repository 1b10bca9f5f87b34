import type { Outline } from '@animatic/schema';
import type { Placed } from '../../find/outline.ts';
import type { Notes } from '../notes.ts';

/** What a motion is measured by: the frame, its shot, and who asked. */
export interface TasteContext {
  outline: Outline;
  byHandle: ReadonlyMap<string, Placed>;
  /** Seconds; fixed where the designer has set them or said them. */
  duration: number;
  fixed: boolean;
  /** The longest that it may become where it is not fixed. */
  longest: number;
  /** A caption asked for it: then taste's do-nothing rules do not hold, its limits still do. */
  directed: boolean;
  /** Whether layers may come in where nobody asked: one shot in three. */
  mayEnter: boolean;
  loop: boolean;
  /** The largest zoom that the captured pixels allow. */
  sharpest: number;
  notes: Notes;
}

export const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n));
/** What is no number is as good as the least. */
export const within = (n: number | null | undefined, least: number, most: number): number =>
  typeof n === 'number' && Number.isFinite(n) ? clamp(n, least, most) : least;
export const hundredth = (n: number): number => Math.round(n * 100) / 100;
