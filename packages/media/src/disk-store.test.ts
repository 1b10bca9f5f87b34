import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskStore } from './disk-store.ts';
import type { MediaStore } from './media-store.ts';

const here = '01890a5d-ac96-774b-bcce-b302099a8057';
const elsewhere = '01890a5d-ac96-774b-bcce-b302099a8058';

let root: string;
let media: MediaStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'animatic-media-'));
  media = diskStore(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
async function* stream(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}
async function read(hash: string, range?: { start: number; end: number }) {
  const file = await media.open(here, hash, range);
  if (!file) return null;
  const chunks = [];
  for await (const chunk of file) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
const left = () => readdir(join(root, 'tmp'));
async function age(hash: string, days: number) {
  const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  await utimes((await media.path(here, hash)) ?? '', then, then);
}

test('names a file by its bytes and gives it back, whole and in part', async () => {
  const { hash, bytes } = await media.put(here, stream('hello ', 'world'));
  expect(hash).toBe(sha256('hello world'));
  expect(bytes).toBe(11);
  expect(await media.stat(here, hash)).toEqual({ bytes: 11 });
  expect(await read(hash)).toBe('hello world');
  expect(await read(hash, { start: 6, end: 8 })).toBe('wor');
  expect(await left()).toEqual([]);
});

test('keeps workspaces apart', async () => {
  const { hash } = await media.put(here, stream('ours'));
  expect(await media.stat(elsewhere, hash)).toBeNull();
  expect(await media.open(elsewhere, hash)).toBeNull();
  await media.delete(elsewhere, hash);
  expect(await read(hash)).toBe('ours');
});

test('refuses other bytes than were announced, and leaves nothing behind', async () => {
  await expect(media.put(here, stream('other'), { expected: sha256('announced') })).rejects.toMatchObject({
    code: 'hash_mismatch',
  });
  expect(await media.stat(here, sha256('other'))).toBeNull();
  expect(await left()).toEqual([]);
});

test('stops reading at the limit', async () => {
  let given = 0;
  async function* endless() {
    while (true) {
      given += 1;
      yield Buffer.alloc(1000);
    }
  }
  await expect(media.put(here, endless(), { maxBytes: 5000 })).rejects.toMatchObject({ code: 'too_large' });
  expect(given).toBe(6);
  expect(await left()).toEqual([]);
});

test('leaves nothing of an upload that breaks off or is refused by its check', async () => {
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(media.put(here, broken())).rejects.toThrow('connection lost');
  const check = () => Promise.reject(new Error('not a picture'));
  await expect(media.put(here, stream('x'), { check })).rejects.toThrow('not a picture');
  expect(await left()).toEqual([]);
});

test('lets nothing but a hash and a workspace become a path', async () => {
  await expect(media.open(here, '../../etc/passwd')).rejects.toThrow(TypeError);
  await expect(media.stat('../..', sha256('x'))).rejects.toThrow(TypeError);
});

test('collects what is old and not referred to, and nothing else', async () => {
  const old = await media.put(here, stream('old'));
  const used = await media.put(here, stream('used'));
  const fresh = await media.put(here, stream('fresh'));
  await age(old.hash, 2);
  await age(used.hash, 2);
  const asked: string[] = [];
  const gone = await media.collect({
    referenced: async (workspaceId, hashes) => {
      asked.push(workspaceId, ...hashes);
      return new Set([used.hash]);
    },
  });
  expect(gone).toEqual({ files: 1, bytes: 3 });
  expect(asked).not.toContain(fresh.hash);
  expect(await media.stat(here, old.hash)).toBeNull();
  expect(await read(used.hash)).toBe('used');
  expect(await read(fresh.hash)).toBe('fresh');
});

test('does not collect what is put again while it is looked at', async () => {
  const { hash } = await media.put(here, stream('again'));
  await age(hash, 2);
  const gone = await media.collect({
    referenced: async () => {
      await media.put(here, stream('again'));
      return new Set();
    },
  });
  expect(gone.files).toBe(0);
  expect(await read(hash)).toBe('again');
});
