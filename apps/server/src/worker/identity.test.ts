import { expect, test } from 'vitest';
import { folderOf, isDeadHere, newWorkerId, workerOf } from './identity.ts';

test('a worker of a living process is not dead, one of an earlier process with its number is', async () => {
  const id = await newWorkerId();
  expect(await isDeadHere(id)).toBe(false);
  const [host, pid, , end] = id.split('/');
  expect(await isDeadHere([host, pid, 'earlier:1', end].join('/'))).toBe(true);
});

test('nothing is said about the workers of another machine', async () => {
  expect(await isDeadHere('another-machine/1/earlier:1/ab')).toBe(false);
});

test('a worker is known by its folder’s name', async () => {
  const ids = [await newWorkerId(), 'my_host/12/4e662dab-79e5-4723:247351/bb669b9a'];
  for (const id of ids) expect(workerOf(folderOf(id))).toBe(id);
  for (const id of ids) expect(folderOf(id)).toMatch(/^[\w.-]+$/);
});
