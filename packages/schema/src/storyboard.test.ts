import { expect, test } from 'vitest';
import { chaptersOf, linesOf } from './chapters.ts';
import { formatSize } from './format.ts';
import {
  clipSeconds,
  STORYBOARD_VERSION,
  type StoryboardInput,
  shotStarts,
  stillsOf,
  storyboardSchema,
  transitionSeconds,
} from './storyboard.ts';

const still = (letter: string) => ({
  width: 780,
  height: 1688,
  tiles: [{ still: letter.repeat(64), x: 0, y: 0, width: 780, height: 1688 }],
});

function board(): StoryboardInput {
  const shot = (id: string, letter: string) => ({
    id,
    source: { node: '1:2', name: `Frame ${id}` },
    size: { width: 390, height: 844 },
    still: still(letter),
    caption: { direction: '', line: '', title: '' },
    duration: 4,
  });
  return {
    version: STORYBOARD_VERSION,
    title: 'Checkout',
    format: { aspect: '16:9', resolution: 1080, fps: 30 },
    shots: [
      { ...shot('a', 'a'), transition: { kind: 'push', duration: 0.5 } },
      { ...shot('b', 'b'), caption: { line: 'Paid', title: 'Done' } },
    ],
  };
}

test('fills in what a plain document leaves out', () => {
  const parsed = storyboardSchema.parse(board());
  expect(parsed.shots[0]).toMatchObject({ engine: 'motion', layers: [], caption: { direction: '' } });
  expect(parsed.shots[0]?.transition).toMatchObject({ direction: 'left' });
});

test('names the place of a shot id that is used twice', () => {
  const twice = board();
  twice.shots = twice.shots.map((shot) => ({ ...shot, id: 'same' }));
  const issues = storyboardSchema.safeParse(twice).error?.issues;
  expect(issues?.[0]?.path).toEqual(['shots', 1, 'id']);
});

test('refuses 61 shots, an empty board and a clip past five minutes', () => {
  const first = board().shots[0];
  if (!first) throw new Error('no shot');
  const many = (count: number, duration = 1) => ({
    ...board(),
    shots: Array.from({ length: count }, (_, index) => ({ ...first, id: `s${index}`, duration })),
  });
  expect(storyboardSchema.safeParse(many(60)).success).toBe(true);
  expect(storyboardSchema.safeParse(many(61)).success).toBe(false);
  expect(storyboardSchema.safeParse(many(0)).success).toBe(false);
  expect(storyboardSchema.safeParse(many(8, 60)).success).toBe(false);
});

test('a transition overlaps its shots, and the last one’s counts for nothing', () => {
  const { shots } = storyboardSchema.parse(board());
  expect(clipSeconds(shots)).toBe(7.5);
  expect(shotStarts(shots)).toEqual([0, 3.5]);
  expect(transitionSeconds(shots, 1)).toBe(0);
});

test('a transition never takes more than half of the shorter shot', () => {
  const shots = storyboardSchema.parse(board()).shots.map((shot) => ({ ...shot, duration: 0.6 }));
  expect(transitionSeconds(shots, 0)).toBeCloseTo(0.3);
});

test('chapters go by the title, else by the frame’s name; lines only where one was written', () => {
  const parsed = storyboardSchema.parse(board());
  expect(chaptersOf(parsed)).toEqual([
    { start: 0, end: 3.5, text: 'Frame a' },
    { start: 3.5, end: 7.5, text: 'Done' },
  ]);
  expect(linesOf(parsed)).toEqual([{ start: 3.5, end: 7.5, text: 'Paid' }]);
});

test('lists every still once, those of image fills, too', () => {
  const input = board();
  const first = input.shots[0];
  if (!first) throw new Error('no shot');
  const box = { x: 0, y: 0, width: 10, height: 10 };
  first.layers = [
    { id: '1:3', name: 'Photo', kind: 'image', box, bounds: box, picture: still('a') },
    {
      id: '1:4',
      name: 'Card',
      kind: 'group',
      box,
      bounds: box,
      ground: {
        corners: [0, 0, 0, 0],
        fills: [{ type: 'IMAGE', still: 'c'.repeat(64), scaleMode: 'FILL' }],
        shadows: [],
      },
    },
  ];
  expect(stillsOf(storyboardSchema.parse(input)).map((hash) => hash[0])).toEqual(['a', 'c', 'b']);
});

test('gives even sizes for every format, and follows the first frame where asked', () => {
  const frame = { width: 391, height: 845 };
  expect(formatSize({ aspect: '16:9', resolution: 1080 }, frame)).toEqual({
    width: 1920,
    height: 1080,
  });
  expect(formatSize({ aspect: '4:5', resolution: 1080 }, frame)).toEqual({
    width: 1080,
    height: 1350,
  });
  expect(formatSize({ aspect: 'frame', resolution: 720 }, frame)).toEqual({
    width: 720,
    height: 1280,
  });
  expect(formatSize({ aspect: 'frame', resolution: 1080 }, { width: 1947, height: 1682 })).toEqual({
    width: 1250,
    height: 1080,
  });
});

test('mends words that nothing can hold: zero bytes and halves of emoji', () => {
  const torn = board();
  torn.title = 'Check\0out';
  torn.shots = torn.shots.map((shot) => ({
    ...shot,
    caption: { direction: 'slow \uD83D', line: '\uDE00 😀' },
  }));
  const parsed = storyboardSchema.parse(torn);
  expect(parsed.title).toBe('Checkout');
  expect(parsed.shots[0]?.caption).toMatchObject({ direction: 'slow \uFFFD', line: '\uFFFD 😀' });
});
