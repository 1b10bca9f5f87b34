import type { Motion } from '@animatic/schema';
import type { StoredShot } from '../../protocol/index.ts';
import type { Reading } from './reading.ts';

const still: Motion = { camera: [], layers: [], overlays: [], scroll: [] };

/** A shot whose motion is in its footage: ours adds none. It lasts as long as there is footage, longer only in a loop. */
export function readGenerated({ ask, duration }: Pick<StoredShot, 'ask' | 'duration'>): Reading {
  const there = ask ? Math.max(0.5, ask.seconds - ask.trimStart) : 3;
  const wanted = duration ?? there;
  return { motion: still, duration: ask?.loop ? wanted : Math.min(wanted, there), chips: [], notes: [] };
}
