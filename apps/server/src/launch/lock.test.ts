import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lock.ts';
import { PlainError } from './plain-error.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const url = 'http://localhost:8787';

test('a folder is held once, and free again when it is let go of', async () => {
  const lock = await lockFolder(folder, url);
  expect(lock.afterCrash).toBe(false);
  await expect(lockFolder(folder, url)).rejects.toThrow(PlainError);
  await expect(lockFolder(folder, url)).rejects.toThrow(`process ${process.pid}, ${url}`);
  await lock.release();
  await (await lockFolder(folder, url)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock whose holder is gone is taken, also when its process number is another’s by now', async () => {
  for (const pid of [process.pid, 2 ** 22 + 1]) {
    await writeFile(join(folder, 'lock'), JSON.stringify({ pid, identity: 'an earlier boot/1', url }));
    const lock = await lockFolder(folder, url);
    expect(lock.afterCrash).toBe(true);
    await lock.release();
  }
});

test('a lock that nobody can read is taken after a moment', async () => {
  await writeFile(join(folder, 'lock'), '');
  await (await lockFolder(folder, url)).release();
});

test('of many starts at once after a crash one gets the folder', async () => {
  await writeFile(join(folder, 'lock'), JSON.stringify({ pid: 1, identity: 'gone', url }));
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, url)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
