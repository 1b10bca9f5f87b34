import { expect, test } from 'vitest';
import { realClock, virtualClock } from './clock.ts';

test('a virtual clock stands until it is turned', () => {
  const clock = virtualClock(1000);
  expect(clock.now()).toBe(1000);
  clock.advance(500);
  expect(clock.now()).toBe(1500);
});

test('what was to happen until then happens in order, each at its own moment', () => {
  const clock = virtualClock(0);
  const seen: [string, number][] = [];
  clock.at(300, () => seen.push(['later', clock.now()]));
  clock.at(100, () => {
    seen.push(['sooner', clock.now()]);
    clock.at(200, () => seen.push(['set on the way', clock.now()]));
  });
  clock.at(900, () => seen.push(['too late', clock.now()]));
  clock.advance(500);
  expect(seen).toEqual([
    ['sooner', 100],
    ['set on the way', 200],
    ['later', 300],
  ]);
});

test('what was taken back does not happen', () => {
  const clock = virtualClock(0);
  const seen: string[] = [];
  clock.at(100, () => seen.push('it did'))();
  clock.advance(200);
  expect(seen).toEqual([]);
});

test('a real clock runs by itself, and can be put forward', async () => {
  const clock = realClock();
  let rang = 0;
  clock.at(clock.now() + 60_000, () => (rang += 1));
  clock.advance(60_000);
  expect(rang).toBe(1);
  await clock.sleep(5);
  expect(clock.now()).toBeGreaterThan(Date.now() + 59_000);
});
