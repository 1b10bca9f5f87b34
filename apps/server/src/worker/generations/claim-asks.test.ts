import { afterEach, expect, inject, test } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import { type DeskBench, deskBench } from './testing/desk-bench.ts';

let bench: DeskBench;
afterEach(() => bench.close());

/** A vendor that notes how many calls and jobs there are at a time, and whose jobs never end by themselves. */
async function watched(limits: { concurrent: number; perMinute: number }) {
  bench = await deskBench(inject('databaseUrl'), { provider: { limits } });
  bench.vendor.status = { state: 'running', progress: 0.1 };
  const desks = [bench.desk(), bench.desk(), bench.desk()];
  const round = async () => {
    await Promise.all(desks.map((desk) => desk.tick()));
    await Promise.all(desks.map((desk) => desk.idle()));
  };
  return { desks, round };
}

test('three desks at once never have more under way than the provider takes', async () => {
  const { round } = await watched({ concurrent: 4, perMinute: 1000 });
  const studio = await bench.workspace();
  await bench.ask(studio, ...Array.from({ length: 20 }, () => bench.row()));
  for (let turn = 0; turn < 3; turn += 1) await round();
  expect(bench.vendor.jobs).toHaveLength(4);
  bench.vendor.jobs[0]!.status = { state: 'completed' };
  await bench.until(bench.desk(), async () => (await bench.rows()).some(({ state }) => state === 'done'));
  await round();
  expect(bench.vendor.jobs).toHaveLength(5);
});

test('three desks at once never call more often in a minute than the provider takes', async () => {
  const { round } = await watched({ concurrent: 100, perMinute: 5 });
  const studio = await bench.workspace();
  bench.vendor.fates.push({ kind: 'busy', retryAfter: 0 }, { kind: 'unreachable' });
  await bench.ask(studio, ...Array.from({ length: 20 }, () => bench.row()));
  let calls = 0;
  bench.vendor.onSubmit = () => void (calls += 1);
  for (let turn = 0; turn < 4; turn += 1) {
    await round();
    await bench.database.sql`delete from rate_limit`;
  }
  // Calls that were not taken are calls, too.
  expect(calls).toBe(5);
  await bench.database.sql`update generation_call set created_at = created_at - interval '1 minute'`;
  await round();
  await bench.database.sql`delete from rate_limit`;
  await round();
  expect(calls).toBe(10);
});

test('one workspace’s hundred do not starve another’s one', async () => {
  const { round } = await watched({ concurrent: 6, perMinute: 1000 });
  const [many, few] = [await bench.workspace(), await bench.workspace()];
  await bench.ask(many, ...Array.from({ length: 100 }, () => bench.row()));
  const [one] = await bench.ask(few, bench.row());
  await round();
  const running = (await bench.rows()).filter(({ state }) => state === 'running');
  expect(running).toHaveLength(6);
  expect(running.map(({ id }) => id)).toContain(one);
});

test('a workspace has no more under way than is its share, however many are free', async () => {
  await watched({ concurrent: 50, perMinute: 1000 });
  const studio = await bench.workspace();
  await bench.ask(studio, ...Array.from({ length: 20 }, () => bench.row()));
  const desks = [
    bench.desk({ settings: { perWorkspace: 3 } }),
    bench.desk({ settings: { perWorkspace: 3 } }),
  ];
  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.all(desks.map((desk) => desk.tick()));
    await Promise.all(desks.map((desk) => desk.idle()));
  }
  expect(bench.vendor.jobs).toHaveLength(3);
});

test('equal asks are made one at a time, also of two workspaces, also while one is in doubt', async () => {
  const { round } = await watched({ concurrent: 50, perMinute: 1000 });
  const [one, two] = [await bench.workspace(), await bench.workspace()];
  const row = bench.row();
  const takes = [0, 1, 2].map((take) => ({ ...row, take, fingerprint: `${take}`.repeat(64) }));
  await bench.ask(one, ...takes);
  await bench.ask(two, row);
  let asking = 0;
  let most = 0;
  bench.vendor.onSubmit = async () => {
    asking += 1;
    most = Math.max(most, asking);
    // Long enough for the other desks to look.
    await round1();
    asking -= 1;
  };
  const other = bench.desk();
  const round1 = () => other.tick();
  bench.vendor.fates.push('cut');
  await round();
  // The first one broke off: while it is looked for, none of its equals is asked for.
  expect(bench.vendor.jobs).toHaveLength(0);
  const states = (await bench.rows()).map(({ state }) => state);
  expect(states.filter((state) => state === 'queued')).toHaveLength(3);
  await bench.until(bench.desk(), async () => bench.vendor.jobs.length === 4);
  expect(most).toBe(1);
});
