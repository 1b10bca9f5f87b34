import { expect, test } from 'vitest';
import { newShot, newWordsShot } from '../board/board.ts';
import { kling, veo, wan } from '../testing/generation-facts.ts';
import { askFor, newAsk, sidesOf, startsOf } from './new-ask.ts';

const framed = newShot({ id: '1:1', name: 'Home' });
const words = newWordsShot('A cup');

test('a shot starts only from what its model takes and the board has', () => {
  expect(startsOf(framed, wan, false, true)).toEqual(['still', 'words']);
  expect(startsOf(framed, kling, true, true)).toEqual(['still', 'between', 'words', 'extend']);
  expect(startsOf(framed, kling, false, false)).toEqual(['still', 'words']);
  expect(startsOf(words, kling, false, true)).toEqual(['words']);
});

test('a take can be remixed once there is one', () => {
  const take = { generation: 'g', variation: 0, engine: 'videos', words: '', inputs: '' } as const;
  const made = { ...framed, takes: [{ ...take, ask: newAsk(framed, wan) }] };
  expect(startsOf(made, wan, false, false)).toContain('remix');
  expect(startsOf(made, kling, false, false)).not.toContain('remix');
});

test('at first it is asked from its frame, for a length that the model has', () => {
  expect(newAsk(framed, veo)).toMatchObject({ from: { kind: 'still', fit: 'letterbox' }, seconds: 4 });
  expect(newAsk(words, wan)).toMatchObject({ from: { kind: 'words' }, seconds: 5 });
});

test('another model keeps what it takes of the wish, and nothing else', () => {
  const wish = {
    ...newAsk(framed, veo),
    seconds: 8,
    sound: true,
    seed: 7,
    characters: ['mara'],
    resolution: 1080,
    from: { kind: 'between', fit: 'crop' },
  } as const;
  expect(askFor({ ...wish, characters: [...wish.characters] }, wan, ['still', 'words'])).toMatchObject({
    model: 'wan-2.2',
    from: { kind: 'still', fit: 'crop' },
    seconds: 8,
    sound: false,
    seed: 7,
    characters: [],
    resolution: 1080,
  });
});

test('sizes are told by their shorter sides', () => {
  expect(sidesOf(wan)).toEqual([720, 1080]);
});
