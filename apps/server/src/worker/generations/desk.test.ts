import { forWorkspace, tables, takeWebhook } from '@animatic/db';
import { MediaError } from '@animatic/media';
import { generationSchema, renderSchema } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import { type DeskBench, deskBench } from './testing/desk-bench.ts';
import { trouble } from './testing/memory-vendor.ts';
import { sketchTools } from './testing/sketch-tools.ts';

let bench: DeskBench;
beforeEach(async () => {
  bench = await deskBench(inject('databaseUrl'));
});
afterEach(() => bench.close());

const viewOf = async (workspaceId: string, id: string) =>
  generationSchema.parse(await forWorkspace(bench.database.db, workspaceId).generations.get(id));
const renderOf = async (studio: { id: string }, id: string) =>
  renderSchema.parse(await forWorkspace(bench.database.db, studio.id).renders.get(id));

test('what a render asks is made, copied, counted, and then the render is woken up', async () => {
  const studio = await bench.workspace();
  const { id, state } = await bench.render(studio, [[bench.row()], [bench.row()]]);
  expect(state).toBe('generating');
  const ids = (await bench.rows()).map((row) => row.id);
  const rows = await bench.untilState(bench.desk(), ids, 'done');
  expect(bench.vendor.jobs).toHaveLength(2);
  for (const row of rows) {
    expect(row).toMatchObject({ progress: 1, workerId: null, leaseUntil: null, attempts: 1 });
    const view = await viewOf(studio.id, row.id);
    expect(view).toMatchObject({
      state: 'done',
      cost: 1,
      error: null,
      result: { width: 1280, height: 720, seconds: 4, sound: false },
    });
    expect(await bench.media.stat(studio.id, view.result?.hash ?? '')).not.toBeNull();
    expect(await bench.media.stat(studio.id, row.posterHash ?? '')).not.toBeNull();
  }
  const render = await renderOf(studio, id);
  expect(render).toMatchObject({ state: 'queued', cost: 2 });
  expect(render.shots.map(({ generations }) => generations[0]?.state)).toEqual(['done', 'done']);
  expect(bench.woken).toEqual([id]);
  const usage = await studio.usage.read(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000));
  expect(usage).toMatchObject({ total: 2, reserved: 0, models: [{ model: 'test-video', count: 2 }] });
});

test('what was paid for is found, also by a render that drops and reorders shots', async () => {
  const studio = await bench.workspace();
  const [one, two, three] = [bench.row(), bench.row(), bench.row()];
  await bench.render(studio, [[one], [two], [three]]);
  const ids = (await bench.rows()).map((row) => row.id);
  await bench.untilState(bench.desk(), ids, 'done');
  const again = await bench.render(studio, [[three], [one]]);
  expect(again).toMatchObject({ state: 'queued', cost: 0 });
  expect(bench.woken).toContain(again.id);
  expect(bench.vendor.jobs).toHaveLength(3);
  expect(await bench.rows()).toHaveLength(3);
});

test('what is under way is waited for by both renders that ask it, and made once', async () => {
  const studio = await bench.workspace();
  const row = bench.row();
  const renders = await Promise.all([bench.render(studio, [[row]]), bench.render(studio, [[row]])]);
  const [made] = await bench.rows();
  await bench.untilState(bench.desk(), [made!.id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
  expect([...bench.woken].sort()).toEqual(renders.map(({ id }) => id).sort());
});

test('progress never goes back', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.6 };
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await bench.until(desk, async () => (await bench.read(id)).progress > 0.5);
  const [job] = bench.vendor.jobs;
  job!.status = { state: 'running', progress: 0.35 };
  const { looks } = bench.vendor;
  await bench.until(desk, async () => bench.vendor.looks > looks + 1);
  expect((await bench.read(id)).progress).toBeCloseTo(0.6);
});

test('a refusal fails the shot in words, and the finished neighbour stays', async () => {
  const studio = await bench.workspace();
  const [good, bad] = [bench.row(), bench.row({ prompt: 'a famous face' })];
  bench.vendor.onSubmit = ({ prompt }) => {
    if (prompt === 'a famous face') throw trouble('refused', { code: 'moderation_blocked' });
  };
  const { id } = await bench.render(studio, [[good], [bad]]);
  const ids = (await bench.rows()).map((row) => row.id);
  await bench.untilState(bench.desk(), ids, 'done', 'failed');
  const render = await renderOf(studio, id);
  expect(render.state).toBe('failed');
  expect(render.error).toEqual({
    code: 'generation_failed',
    message:
      '“Shot 2” could not be made. The vendor says moderation_blocked. Try other words. What is finished stays: retry only what failed.',
  });
  expect(render.shots[1]?.generations[0]).toMatchObject({
    state: 'failed',
    cost: 0,
    error: { code: 'moderation_blocked', advice: 'Try other words.' },
  });
  // One shot is retried, and one shot is asked for.
  bench.vendor.onSubmit = undefined;
  const enqueue = async (_tx: unknown, woken: string) => void bench.woken.push(woken);
  const retried = await forWorkspace(bench.database.db, studio.id).renders.retry(id, { enqueue });
  expect(retried).toMatchObject({ state: 'generating', error: null });
  await bench.until(bench.desk(), async () => (await renderOf(studio, id)).state === 'queued');
  expect(bench.vendor.jobs.map(({ ask }) => ask.prompt).sort()).toEqual(
    [good.intent.prompt, 'a famous face'].sort(),
  );
  expect(bench.woken).toEqual([id]);
});

test('a vendor’s failure in the middle costs nothing that it does not say', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = {
    state: 'failed',
    error: { code: 'moderation_blocked', message: 'It was blocked.', advice: 'Hide the avatars.' },
  };
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'moderation_blocked', errorAdvice: 'Hide the avatars.' });
});

test('a busy vendor is asked again no earlier than it said, by nobody', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push({ kind: 'busy', retryAfter: 60_000 });
  const [id = '', other = ''] = await bench.ask(studio, bench.row(), bench.row());
  // One call at a time, so that the second one comes after the answer.
  bench.models[0]!.runBy.limits.concurrent = 1;
  const [one, two] = [bench.desk(), bench.desk()];
  await one.tick();
  await one.idle();
  for (const desk of [one, two, one]) {
    await desk.tick();
    await desk.idle();
  }
  expect(bench.vendor.jobs).toHaveLength(0);
  const rows = await Promise.all([id, other].map(bench.read));
  expect(rows.map(({ state }) => state)).toEqual(['queued', 'queued']);
  const [busy] = rows.filter(({ faults }) => faults === 1);
  expect(busy?.stage).toContain('busy');
  expect(busy!.nextPollAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
  await bench.untilState(one, [id, other], 'done');
});

test('a vendor that is not reached is tried later, and after many tries it has failed, unpaid', async () => {
  const studio = await bench.workspace();
  bench.vendor.fates.push(...Array.from({ length: 40 }, () => ({ kind: 'unreachable' as const })));
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'unreachable', cost: '0.000000' });
  expect(row!.errorMessage).toContain('Nothing was spent');
  expect(bench.vendor.jobs).toHaveLength(0);
});

test('looks that fail are done again, and the file is copied in the end', async () => {
  const studio = await bench.workspace();
  bench.vendor.lookFaults.push(trouble('unreachable'), trouble('busy'), trouble('unclear'), trouble('gone'));
  bench.vendor.fetchFaults.push(trouble('unreachable'), trouble('busy'));
  const [id = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(bench.desk(), [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('a file that is gone fails in words, and what it cost is counted', async () => {
  const studio = await bench.workspace();
  bench.vendor.fetchFaults.push(...Array.from({ length: 9 }, () => trouble('gone')));
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'gone', cost: '1.000000' });
  const usage = await studio.usage.read(new Date(Date.now() - 60_000), new Date(Date.now() + 60_000));
  expect(usage.total).toBe(1);
});

test('a broken file is copied again; one that is not as asked is not', async () => {
  const studio = await bench.workspace();
  let checks = 0;
  const tools = sketchTools({
    checkVideo: async (path, asked) => {
      checks += 1;
      if (checks === 1) throw new MediaError('video_broken', 'The video was cut short.');
      if (checks >= 3) throw new MediaError('video_differs', 'The video is 640 × 360 pixels.');
      return sketchTools().checkVideo(path, asked);
    },
  });
  const desk = bench.desk({ tools });
  const [whole = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(desk, [whole], 'done');
  const [small = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(desk, [small], 'failed');
  expect(row).toMatchObject({ errorCode: 'not_as_asked', cost: '1.000000' });
  expect(checks).toBe(3);
});

test('what hangs is given up when its time is over, and stopped where the vendor can', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.4 };
  const desk = bench.desk();
  const [id = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(desk, [id], 'running');
  await bench.database.sql`update generation set deadline_at = now() where id = ${id}`;
  const [row] = await bench.untilState(desk, [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'timed_out', cost: '0.000000' });
  expect(bench.vendor.jobs[0]?.stopped).toBe(true);
  // Where it cannot be stopped it may have to be paid.
  bench.vendor.cancels = 'running';
  const [other = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(desk, [other], 'running');
  await bench.database.sql`update generation set deadline_at = now() where id = ${other}`;
  expect((await bench.untilState(desk, [other], 'failed'))[0]).toMatchObject({ cost: '1.000000' });
});

test('what was finished while nobody looked is copied, however late', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.4 };
  const desk = bench.desk();
  const [id = ''] = await bench.ask(studio, bench.row());
  await bench.untilState(desk, [id], 'running');
  await bench.database.sql`update generation set deadline_at = now() - interval '1 day' where id = ${id}`;
  bench.vendor.jobs[0]!.status = { state: 'completed', cost: 0.8 };
  const [row] = await bench.untilState(desk, [id], 'done');
  expect(row?.cost).toBe('0.800000');
});

test('a child waits for its parent’s file, and ends when there is none', async () => {
  const studio = await bench.workspace();
  const parent = bench.row();
  const of = { fingerprint: parent.fingerprint };
  const child = bench.row({ start: { kind: 'last-frame', of } });
  bench.vendor.status = { state: 'running', progress: 0.1 };
  const desk = bench.desk();
  const { id } = await bench.render(studio, [[parent], [child]]);
  const rows = await bench.rows();
  const [first, second] = [rows.find((r) => !r.dependsOn)!, rows.find((r) => r.dependsOn)!];
  expect(second.dependsOn).toBe(first.id);
  await bench.untilState(desk, [first.id], 'running');
  expect((await bench.read(second.id)).state).toBe('queued');
  bench.vendor.status = { state: 'completed' };
  bench.vendor.jobs[0]!.status = { state: 'completed' };
  await bench.untilState(desk, [second.id], 'done');
  const { start } = bench.vendor.jobs[1]!.ask;
  expect(start.kind).toBe('frames');
  expect((await renderOf(studio, id)).state).toBe('queued');
  // Now one whose parent is refused.
  bench.vendor.fates.push({ kind: 'refused' });
  const lost = bench.row();
  const render = await bench.render(studio, [
    [lost],
    [bench.row({ start: { kind: 'extend', of: { fingerprint: lost.fingerprint } } })],
  ]);
  await bench.until(desk, async () => (await renderOf(studio, render.id)).state === 'failed');
  const orphan = (await bench.rows()).find(({ errorCode }) => errorCode === 'missing_parent');
  expect(orphan?.attempts).toBe(0);
  // A retry makes both, the child from the new parent.
  const enqueue = async () => {};
  await studio.renders.retry(render.id, { enqueue });
  await bench.until(desk, async () => (await renderOf(studio, render.id)).state === 'queued');
  expect(bench.vendor.jobs.at(-1)?.ask.start).toEqual({
    kind: 'extend',
    vendorId: bench.vendor.jobs.at(-2)?.vendorId,
  });
});

test('a cancelled render stops what it alone waits for, at the vendor, too', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.4 };
  bench.models[0]!.runBy.limits.concurrent = 1;
  const desk = bench.desk();
  const [shared, own, waiting] = [bench.row(), bench.row(), bench.row()];
  const other = await bench.render(studio, [[shared]]);
  await bench.until(desk, async () => bench.vendor.jobs.length === 1);
  bench.models[0]!.runBy.limits.concurrent = 2;
  const { id } = await bench.render(studio, [[shared], [own], [waiting]]);
  await bench.until(desk, async () => bench.vendor.jobs.length === 2);
  expect(await studio.renders.cancel(id)).toMatchObject({ state: 'cancelled' });
  const byPrint = new Map((await bench.rows()).map((row) => [row.fingerprint, row]));
  expect(byPrint.get(waiting.fingerprint)?.state).toBe('cancelled');
  expect(byPrint.get(shared.fingerprint)?.cancelRequestedAt).toBeNull();
  await bench.untilState(desk, [byPrint.get(own.fingerprint)!.id], 'cancelled');
  expect(bench.vendor.jobs.map(({ stopped }) => stopped)).toEqual([false, true]);
  bench.vendor.jobs[0]!.status = { state: 'completed' };
  await bench.until(desk, async () => (await renderOf(studio, other.id)).state === 'queued');
});

test('what cannot be stopped goes on, is kept, and is found', async () => {
  const studio = await bench.workspace();
  bench.vendor.status = { state: 'running', progress: 0.4 };
  bench.vendor.cancels = 'running';
  const desk = bench.desk();
  const row = bench.row();
  const { id } = await bench.render(studio, [[row]]);
  const [made] = await bench.rows();
  await bench.untilState(desk, [made!.id], 'running');
  await studio.renders.cancel(id);
  await bench.until(desk, async () => (await bench.read(made!.id)).stage.includes('cannot be stopped'));
  bench.vendor.jobs[0]!.status = { state: 'completed' };
  await bench.untilState(desk, [made!.id], 'done');
  expect((await bench.render(studio, [[row]])).state).toBe('queued');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('a webhook only says when to look, and each event is taken once', async () => {
  const studio = await bench.workspace();
  const { db, sql } = bench.database;
  bench.vendor.status = { state: 'running', progress: 0.4 };
  const [id = ''] = await bench.ask(studio, bench.row());
  const desk = bench.desk();
  await bench.untilState(desk, [id], 'running');
  await sql`update generation set next_poll_at = now() + interval '1 hour'`;
  const { provider, vendorId } = await bench.read(id);
  const event = { provider, vendorId: vendorId ?? '', eventId: 'evt_1' };
  expect(await takeWebhook(db, event)).toBe('taken');
  const { looks } = bench.vendor;
  await desk.tick();
  await desk.idle();
  expect(bench.vendor.looks).toBe(looks + 1);
  // It said that it was finished; the vendor did not.
  expect((await bench.read(id)).state).toBe('running');
  await sql`update generation set next_poll_at = now() + interval '1 hour'`;
  expect(await takeWebhook(db, event)).toBe('duplicate');
  expect(await takeWebhook(db, { ...event, eventId: 'evt_2', vendorId: 'job of nobody' })).toBe('taken');
  await desk.tick();
  await desk.idle();
  expect(bench.vendor.looks).toBe(looks + 1);
});

test('without an ffmpeg, or a model, or a key, nothing is asked, and the words say why', async () => {
  const studio = await bench.workspace();
  const endOf = async (more: Parameters<DeskBench['desk']>[0]) => {
    const [id = ''] = await bench.ask(studio, bench.row());
    const [row] = await bench.untilState(bench.desk(more), [id], 'failed');
    return row?.errorCode;
  };
  expect(await endOf({ ffmpeg: { why: 'Install ffmpeg 5.' } })).toBe('no_ffmpeg');
  expect(await endOf({ reach: () => ({ why: 'Set VENDOR_KEY.' }) })).toBe('no_key');
  expect(await endOf({ engines: {} })).toBe('unknown_model');
  expect(bench.vendor.jobs).toHaveLength(0);
});

test('a desk that stops gives what is in hand a moment, and the next one goes on', async () => {
  const studio = await bench.workspace();
  let answer = () => {};
  const wait = new Promise<void>((resolve) => (answer = resolve));
  bench.vendor.fates.push({ wait });
  const [id = ''] = await bench.ask(studio, bench.row());
  const first = bench.desk();
  await first.tick();
  const stopping = first.stop();
  answer();
  await stopping;
  expect((await bench.read(id)).state).toBe('running');
  await bench.untilState(bench.desk(), [id], 'done');
  expect(bench.vendor.jobs).toHaveLength(1);
});

test('footage of what was made is kept as long as its row', async () => {
  const studio = await bench.workspace();
  const [id = ''] = await bench.ask(studio, bench.row());
  const [row] = await bench.untilState(bench.desk(), [id], 'done');
  const { referencedMedia } = await import('@animatic/db');
  const [file] = await bench.database.db
    .select()
    .from(tables.footage)
    .where(eq(tables.footage.id, row!.footageId ?? ''));
  const hashes = [file!.hash, row!.posterHash ?? ''];
  expect(await referencedMedia(bench.database.db, studio.id, hashes)).toEqual(new Set(hashes));
});
