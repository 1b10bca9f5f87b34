import { Refusal } from '@animatic/db';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import { type DeskBench, deskBench } from './testing/desk-bench.ts';
import { trouble } from './testing/memory-vendor.ts';

let bench: DeskBench;
beforeEach(async () => {
  bench = await deskBench(inject('databaseUrl'));
});
afterEach(() => bench.close());

const enqueue = async () => {};

/** As a worker leaves a row that is killed during its call. */
async function killedWhileAsking(id: string, sent = true): Promise<void> {
  await bench.database.sql`
    update generation set state = 'submitting', attempts = 1, worker_id = 'elsewhere/dead', submitted_at = now(),
      lease_until = now() - interval '1 second', request = ${sent ? '{"prompt":"…"}' : null}::jsonb
    where id = ${id}`;
}

test('what was taken although the answer was cut is found in the list, and asked for once', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push('taken-and-cut');
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'done');
  expect(row?.attempts).toBe(1);
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('what was not taken is asked for again, after the list was looked at twice', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push('cut');
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await desk.tick();
  await desk.idle();
  expect(await bench.read(id)).toMatchObject({ state: 'submitting', matches: 0, workerId: null });
  const [row] = await bench.untilState(desk, [id], 'done');
  expect(row?.attempts).toBe(2);
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('a list that shows it late is waited for', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push('taken-and-cut');
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await desk.tick();
  await desk.idle();
  bench.vendor.unlisted.add(bench.vendor.jobs[0]!.vendorId);
  await bench.until(desk, async () => (await bench.read(id)).matches === 1);
  bench.vendor.unlisted.clear();
  await bench.untilState(desk, [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('several that it may be are for a person, and so is a list that leaves out the words', async () => {
  const studio = await bench.workspace();
  const row = bench.row();
  bench.vendor.fates.push('taken-and-cut');
  const [id = ''] = await bench.ask(studio, row);
  const desk = bench.desk();
  await desk.tick();
  await desk.idle();
  // Somebody else asked the same of this account.
  const [job] = bench.vendor.jobs;
  bench.vendor.jobs.push({ ...job!, vendorId: `${job!.vendorId}-twin` });
  const [doubtful] = await bench.untilState(desk, [id], 'needs_review');
  expect(doubtful?.reviewReason).toContain(job!.vendorId);
  expect(doubtful?.reviewReason).toContain('2 entries');
});

test('an entry that is another generation’s is not taken for this one', async () => {
  const studio = await bench.workspace();
  const row = bench.row();
  const desk = bench.desk();
  const [first = ''] = await bench.ask(studio, row);
  await bench.untilState(desk, [first], 'done');
  // The same words once more, and this call does not get through.
  bench.vendor.fates.push('cut');
  const [second = ''] = await bench.ask(studio, { ...row, take: 1, fingerprint: 'f'.repeat(64) });
  await bench.untilState(desk, [second], 'done');
  expect(bench.vendor.jobs).toHaveLength(2);
});

test('a list that cannot be read is read later; nothing is asked meanwhile', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push('taken-and-cut');
  bench.vendor.listFaults.push(...Array.from({ length: 5 }, () => trouble('unreachable')));
  const [id = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(bench.desk(), [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('after eight calls that broke off and were not taken it has failed, unpaid', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push(...Array.from({ length: 20 }, () => 'cut' as const));
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'not_taken', attempts: 8, cost: '0.000000' });
});

test('a worker killed before its call leaves nothing in doubt; one killed during it is looked for', async () => {
  const studio = await bench.workspace();
  const [before = '', during = ''] = await bench.ask(studio, bench.row(), bench.row());
  await killedWhileAsking(before, false);
  await killedWhileAsking(during);
  const desk = bench.desk();
  await desk.tick();
  await desk.idle();
  expect((await bench.read(before)).attempts).toBe(2);
  expect(await bench.read(during)).toMatchObject({ state: 'submitting', attempts: 1, matches: 1 });
  await bench.untilState(desk, [before, during], 'done');
  expect(bench.vendor.jobs).toHaveLength(2);
});

test('a worker killed while it waits, looks or copies leaves nothing lost', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.5 };
  const desk = bench.desk();
  const [looked = '', copied = ''] = await bench.ask(studio, bench.row(), bench.row());
  await bench.untilState(desk, [looked, copied], 'running');
  const { sql } = bench.database;
  const held = 'elsewhere/dead';
  await sql`update generation set worker_id = ${held}, lease_until = now() + interval '1 hour' where id = ${looked}`;
  await sql`update generation set worker_id = ${held}, lease_until = now() + interval '1 hour', state = 'fetching'
    where id = ${copied}`;
  for (const job of bench.vendor.jobs) job.status = { state: 'completed' };
  await desk.tick();
  await desk.idle();
  expect((await bench.read(looked)).state).toBe('running');
  await sql`update generation set lease_until = now()`;
  await bench.untilState(desk, [looked, copied], 'done');
  expect(bench.vendor.jobs).toHaveLength(2);
});

test('a call that is answered after its worker was given up is believed', async () => {
  const studio = await bench.workspace();
  let answer = () => {};
  const wait = new Promise<void>((resolve) => (answer = resolve));
  bench.vendor.fates.push({ wait });
  const [id = ''] = await bench.ask(studio, bench.row());
  const slow = bench.desk({ settings: { leaseMs: 3_600_000 } });
  await slow.tick();
  await bench.until(bench.desk(), async () => bench.vendor.jobs.length === 1);
  bench.vendor.unlisted.add(bench.vendor.jobs[0]!.vendorId);
  // Its lease runs out, another worker looks at the list in vain and puts it back: then the answer comes.
  const { sql } = bench.database;
  await sql`update generation set lease_until = now(), next_poll_at = now()`;
  bench.models[0]!.runBy.limits.concurrent = 1;
  bench.models[0]!.runBy.limits.perMinute = 1;
  const other = bench.desk();
  await bench.until(other, async () => (await bench.read(id)).state === 'queued');
  answer();
  await slow.idle();
  expect(await bench.read(id)).toMatchObject({ state: 'running', vendorId: bench.vendor.jobs[0]!.vendorId });
  await bench.untilState(other, [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('a call whose row is another worker’s by now is not made', async () => {
  const studio = await bench.workspace();
  const [id = ''] = await bench.ask(studio, bench.row());
  const { sql } = bench.database;
  const { submit } = await import('./submit.ts');
  const row = { ...(await bench.read(id)), state: 'submitting' as const, attempts: 1 };
  await sql`update generation set state = 'submitting', attempts = 2, worker_id = 'elsewhere/other' where id = ${id}`;
  await submit(bench.context(), row);
  expect(bench.vendor.jobs).toHaveLength(0);
});

test('where there is no list a person decides: it was made, by the vendor’s id', async () => {
  const studio = await bench.workspace();
  bench.models[0]!.runBy.lists = false;
  bench.vendor.fates.push('taken-and-cut');
  const { id } = await bench.render(studio, [[bench.row()]]);
  const desk = bench.desk();
  const [made] = await bench.rows();
  await bench.untilState(desk, [made!.id], 'needs_review');
  const render = await studio.renders.get(id);
  expect(render).toMatchObject({ state: 'generating', stage: 'Needs your decision' });
  expect(render?.shots[0]?.generations[0]?.review).toEqual({
    reason: expect.stringContaining('keeps no list'),
    again: 1,
  });
  const { vendorId } = bench.vendor.jobs[0]!;
  const reviewed = await studio.generations.review(made!.id, { decision: 'made', vendorId }, { enqueue });
  expect(reviewed).toMatchObject({ state: 'running', review: null });
  await bench.untilState(desk, [made!.id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
  expect((await studio.renders.get(id))?.state).toBe('queued');
  const again = studio.generations.review(made!.id, { decision: 'again' }, { enqueue });
  await expect(again).rejects.toThrow(Refusal);
});

test('a person decides: it was made elsewhere and is let go as paid, and a retry makes it anew', async () => {
  const studio = await bench.workspace();
  bench.models[0]!.runBy.lists = false;
  bench.vendor.fates.push('taken-and-cut');
  const { id } = await bench.render(studio, [[bench.row()]]);
  const desk = bench.desk();
  const [made] = await bench.rows();
  await bench.untilState(desk, [made!.id], 'needs_review');
  const paid = await studio.generations.review(made!.id, { decision: 'made' }, { enqueue });
  expect(paid).toMatchObject({ state: 'failed', cost: 1, error: { code: 'made_elsewhere' } });
  expect((await studio.renders.get(id))?.state).toBe('failed');
  const retried = await studio.generations.retry(made!.id, { enqueue });
  await bench.untilState(desk, [retried!.id], 'done');
  expect((await studio.renders.get(id))?.state).toBe('queued');
  expect(bench.vendor.jobs).toHaveLength(2);
});

test('a person decides: make it again, and the budget is asked first', async () => {
  const studio = await bench.workspace();
  bench.models[0]!.runBy.lists = false;
  bench.vendor.fates.push('cut');
  await studio.budget.set({ month: 1.5, render: null });
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await bench.untilState(desk, [id], 'needs_review');
  const again = () => studio.generations.review(id, { decision: 'again' }, { enqueue });
  await expect(again()).rejects.toMatchObject({
    code: 'over_budget',
    message: expect.stringContaining('$0.50 is left'),
  });
  await studio.budget.set({ month: 2, render: null });
  expect(await again()).toMatchObject({ state: 'queued' });
  await bench.untilState(desk, [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('one that is cancelled while nobody knows whether it was taken is stopped when it is found', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push('taken-and-cut');
  bench.vendor.status = { state: 'running', progress: 0.2 };
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await desk.tick();
  await desk.idle();
  await studio.generations.cancel(id);
  await bench.untilState(desk, [id], 'cancelled');
  expect(bench.vendor.jobs[0]?.stopped).toBe(true);
  // And one that was not taken is not asked for again.
  bench.vendor.fates.push('cut');
  const [other = ''] = await bench.ask(studio, bench.row());
  await desk.tick();
  await desk.idle();
  await studio.generations.cancel(other);
  await bench.untilState(desk, [other], 'cancelled');
  expect(bench.vendor.jobs).toHaveLength(1);
});
