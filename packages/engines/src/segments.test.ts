import { expect, test } from 'vitest';
import { engines } from './registry.ts';
import { planSegments } from './segments.ts';

const motion = { engine: 'motion' } as const;

test('neighbours of an engine that takes runs render together', () => {
  expect(planSegments([motion, motion, motion], engines)).toEqual([
    { engine: 'motion', firstShot: 0, lastShot: 2 },
  ]);
});

test('an engine that takes one shot at a time gets a segment for each', () => {
  const single = { motion: { ...engines.motion, takesRuns: false } };
  expect(planSegments([motion, motion], single)).toEqual([
    { engine: 'motion', firstShot: 0, lastShot: 0 },
    { engine: 'motion', firstShot: 1, lastShot: 1 },
  ]);
});
