import type { Generation } from '@animatic/schema';
import { expect, test } from 'vitest';
import { newShot } from '../board/board.ts';
import { ask, generation, generationId, takeOf, under } from '../testing/generation-facts.ts';
import { shotState } from './shot-state.ts';

const shot = (generations: Generation[], variations = generations.length || 1) => ({
  ...newShot({ id: '1:1', name: 'Home' }),
  engine: 'videos' as const,
  ask: { ...ask, variations },
  takes: generations.map((_, index) =>
    takeOf(index, 'still', { variation: index, ask: { ...ask, variations } }),
  ),
});
const { from: _, ...rest } = ask;
const asked = { generation: { ...rest, from: { kind: 'words' as const } }, inputs: 'still' };
const stateOf = (generations: Generation[], variations?: number) =>
  shotState(shot(generations, variations), {
    asked,
    estimate: null,
    generations: Object.fromEntries(generations.map((each) => [each.id, each])),
  });

test('while takes are made it says how many, and how far the others are', () => {
  const running = under(1, { state: 'running', progress: 0.5, variation: 1 });
  expect(stateOf([generation(0), running])).toMatchObject({
    step: 'making',
    words: 'Generating 75 % · 1 of 2 made',
    progress: 0.75,
  });
  expect(stateOf([under(0, { state: 'queued', progress: 0 })])).toMatchObject({
    words: 'Queued',
    progress: null,
  });
});

test('a decision goes before everything else, a failure after what still runs', () => {
  const review = under(0, { state: 'needs_review' });
  const failed = under(1, { state: 'failed', variation: 1 });
  const running = under(2, { state: 'running', variation: 2 });
  expect(stateOf([review, failed, running])?.step).toBe('review');
  expect(stateOf([generation(0), failed, running])?.step).toBe('making');
  expect(stateOf([generation(0), failed])?.step).toBe('failed');
});

test('one more take than was made is not made', () => {
  expect(stateOf([generation(0)], 1)).toMatchObject({ step: 'made', chosen: { id: generationId(0) } });
  expect(stateOf([generation(0)], 2)?.step).toBe('unmade');
});

test('a shot that is made exactly has no such state; one that cannot be asked says why', () => {
  const exact = newShot({ id: '1:1', name: 'Home' });
  expect(shotState(exact, { asked: null, generations: {}, estimate: null })).toBeNull();
  expect(shotState(exact, { asked: { problem: 'No.' }, generations: {}, estimate: null })).toEqual({
    step: 'cannot',
    words: 'No.',
  });
});
