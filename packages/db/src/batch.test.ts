import { expect, test } from 'vitest';
import { batched } from './batch.ts';

function recorded(answer: (keys: string[]) => Promise<Map<string, string>>) {
  const asked: string[][] = [];
  const read = batched((keys) => {
    asked.push(keys);
    return answer(keys);
  });
  return { asked, read };
}
const upper = async (keys: string[]) =>
  new Map(keys.filter((k) => k !== 'none').map((k) => [k, k.toUpperCase()]));

test('reads what is asked for at once in one go, equal things once', async () => {
  const { asked, read } = recorded(upper);
  expect(await Promise.all([read('a'), read('b'), read('a'), read('none')])).toEqual(['A', 'B', 'A', null]);
  expect(asked).toEqual([['a', 'b', 'none']]);
});

test('never answers with what was read before it was asked', async () => {
  const { asked, read } = recorded(upper);
  await read('a');
  await read('a');
  expect(asked).toEqual([['a'], ['a']]);
  // Asked while a read is under way: that one may have seen less.
  let later: Promise<string | null> | undefined;
  const slow = recorded(async (keys) => {
    later ??= slow.read('a');
    return upper(keys);
  });
  expect(await slow.read('a')).toBe('A');
  expect(await later).toBe('A');
  expect(slow.asked).toHaveLength(2);
});

test('a read that fails fails for all who asked, and only for them', async () => {
  let broken = true;
  const { read } = recorded((keys) => (broken ? Promise.reject(new Error('down')) : upper(keys)));
  const answers = await Promise.allSettled([read('a'), read('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await read('a')).toBe('A');
});
