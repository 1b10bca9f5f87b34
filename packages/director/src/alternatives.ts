import type { Directed, DirectInput } from './api.ts';
import { direct } from './direct.ts';

/**
 * Three other readings of the same words, or other defaults where there are none: each with different but tasteful
 * choices. The same input gives the same three.
 *
 * @example alternatives(input).map(({ chips }) => chips.map(({ label }) => label))
 */
export function alternatives(input: Omit<DirectInput, 'variant'>): [Directed, Directed, Directed] {
  return [
    direct({ ...input, variant: 1 }),
    direct({ ...input, variant: 2 }),
    direct({ ...input, variant: 3 }),
  ];
}
