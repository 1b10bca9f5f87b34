import { isFields } from '../checks.ts';

/** What version 2 did not know: every shot is made exactly, of its frame. Anything else is given back as it is. */
export function shotFromVersion2(value: unknown): unknown {
  if (!isFields(value) || 'engine' in value) return value;
  return { ...value, engine: 'motion', ask: null, scene: null, takes: [] };
}
