import { connect, newId } from '@animatic/db';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import type {} from '../../../../test/support/postgres.ts';
import { openQueue, type Queue } from './queue.ts';

const name = `queue_${process.pid}_${Date.now()}`;
const server = postgres(inject('databaseUrl'), { max: 1, onnotice: () => {} });
const url = inject('databaseUrl').replace(/\/[^/]+$/, `/${name}`);
let sender: Queue;
let worker: Queue;
const { db, sql, end } = connect(url);
const handled: string[] = [];
const handlers = new Map<string, () => Promise<void>>();

beforeAll(async () => {
  await server.unsafe(`create database ${name}`);
  [sender, worker] = await Promise.all([openQueue(url), openQueue(url, { worker: true })]);
  await worker.work(async (renderId) => {
    handled.push(renderId);
    await handlers.get(renderId)?.();
  });
});
afterAll(async () => {
  await Promise.all([sender.stop(), worker.stop(), end()]);
  await server.unsafe(`drop database ${name} with (force)`);
  await server.end();
});

const waiting = async (id: string) =>
  (await sql`select 1 from pgboss.job where singleton_key = ${id} and state in ('created', 'retry')`).length;

test('a wake-up sent in a transaction reaches the worker once it commits', async () => {
  const id = newId();
  await db.transaction(async (tx) => {
    await sender.enqueue(tx, id);
    expect(handled).not.toContain(id);
  });
  await vi.waitFor(() => expect(handled).toContain(id), { timeout: 5000 });
});

test('a wake-up goes away with the transaction that sent it', async () => {
  const lost = newId();
  const marker = newId();
  await expect(
    db.transaction(async (tx) => {
      await sender.enqueue(tx, lost);
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  await db.transaction((tx) => sender.enqueue(tx, marker));
  await vi.waitFor(() => expect(handled).toContain(marker), { timeout: 5000 });
  expect(handled).not.toContain(lost);
});

test('one waiting wake-up a render is enough, and one more may wait while the first is handled', async () => {
  const id = newId();
  let letGo = () => {};
  handlers.set(id, () => new Promise((resolve) => (letGo = resolve)));
  await db.transaction((tx) => sender.enqueue(tx, id));
  await vi.waitFor(() => expect(handled).toContain(id), { timeout: 5000 });
  for (let n = 0; n < 3; n++) await db.transaction((tx) => sender.enqueue(tx, id));
  expect(await waiting(id)).toBe(1);
  handlers.delete(id);
  letGo();
  await vi.waitFor(() => expect(handled.filter((done) => done === id)).toHaveLength(2), { timeout: 5000 });
  expect(await waiting(id)).toBe(0);
});
