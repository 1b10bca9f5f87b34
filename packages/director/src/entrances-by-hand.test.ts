import { expect, test } from 'vitest';
import { entrancesByHand } from './entrances-by-hand.ts';
import { checkout, frame, node } from './testing.ts';

const layersOf = (outline: Parameters<typeof entrancesByHand>[0]) =>
  entrancesByHand(outline, 'rise').entrances.flatMap((one) => one.layers);

test('an effect chosen by hand moves what “everything” means, in reading order', () => {
  expect(layersOf(checkout())).toEqual(['Card 1', 'Card 2', 'Card 3']);
  const { entrances, seconds } = entrancesByHand(checkout(), 'fade');
  expect(entrances).toMatchObject([{ effect: 'fade' }]);
  expect(seconds).toBeGreaterThan(1);
});

test('at most twelve layers enter, the first ones', () => {
  const many = Array.from({ length: 20 }, (_, index) => node(`Row ${index}`, [24, 20 + index * 40, 342, 32]));
  expect(layersOf(frame('List', 390, 844, many))).toEqual(many.slice(0, 12).map(({ id }) => id));
});

test('what stands while the frame scrolls stays', () => {
  const bar = node('Tab bar', [0, 770, 390, 74], { fixed: true });
  const title = node('Title', [24, 60, 300, 34]);
  expect(layersOf(frame('Home', 390, 844, [bar, title]))).toEqual(['Title']);
});

test('a frame that cannot be taken apart has none', () => {
  const closed = { ...frame('Flat', 390, 844, [node('Title', [24, 60, 300, 34])]), opens: false };
  expect(entrancesByHand(closed, 'rise')).toEqual({ entrances: [], seconds: 0 });
});
