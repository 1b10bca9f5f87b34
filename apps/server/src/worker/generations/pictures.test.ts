import { housekeep, referencedMedia, tables } from '@animatic/db';
import { type Ask, type Ledger, type ModelEngine, modelEntrySchema } from '@animatic/engines';
import { MediaError } from '@animatic/media';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type {} from '../../../../../test/support/postgres.ts';
import type { Desk } from './desk.ts';
import { type DeskBench, deskBench } from './testing/desk-bench.ts';
import { trouble } from './testing/memory-vendor.ts';
import { sketchTools } from './testing/sketch-tools.ts';

let bench: DeskBench;
beforeEach(async () => {
  bench = await deskBench(inject('databaseUrl'));
});
afterEach(() => bench.close());

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** A desk whose image model answers as it is told. */
function imageDesk(submit: (ask: Ask, ledger: Ledger) => Promise<void>, more = {}): Desk {
  const [video] = bench.models;
  const { fps: _, ...entry } = modelEntrySchema.parse({
    id: 'test-image',
    name: 'Test image',
    provider: video!.runBy.id,
    model: 'test-image-1',
    kind: 'image',
    anySize: { multiple: 16, max: 2048 },
  });
  bench.models.push({ ...entry, fps: null, engine: 'images', runBy: video!.runBy });
  const images: ModelEngine = { name: 'images', kind: 'model', submit };
  return bench.desk({ engines: { images }, ...more });
}
const imageRow = () => {
  const row = bench.row({ engine: 'images', kind: 'image', model: 'test-image', estimatedCost: 0.04 });
  return { ...row, intent: { ...row.intent, seconds: null } };
};

test('a picture comes with the answer, is a still of the workspace, and is kept with its row', async () => {
  const studio = await bench.workspace();
  const seen: (string | null)[] = [];
  let id = '';
  const desk = imageDesk(async (ask, ledger) => {
    await ledger.intent({ prompt: ask.prompt });
    await ledger.partial(new TextEncoder().encode('half of it'), 'image/png');
    seen.push((await studio.generations.get(id))?.partial ?? null);
    await ledger.cost(0.037);
    await ledger.made({ type: 'image/png', bytes: bytesOf('a picture') });
  });
  [id = ''] = await bench.ask(studio, imageRow());
  const [row] = await bench.untilState(desk, [id], 'done');
  expect(seen).toEqual([expect.stringContaining(`/v1/generations/${id}/partial?of=`)]);
  expect(row).toMatchObject({ cost: '0.037000', partialHash: null });
  const view = await studio.generations.get(id);
  expect(view?.result).toMatchObject({ hash: row!.stillHash, width: 16, height: 9, seconds: null });
  expect(await studio.generations.file(id, 'media')).toEqual({ hash: row!.stillHash, type: 'image/png' });
  // A day later no board shows it, and it is still there.
  const { db, sql } = bench.database;
  await sql`update still set seen_at = now() - interval '2 days'`;
  await housekeep(db);
  expect(await studio.stills.known([row!.stillHash ?? ''])).toHaveLength(1);
  expect(await referencedMedia(db, studio.id, [row!.stillHash ?? ''])).toEqual(new Set([row!.stillHash]));
});

test('a picture is kept where the connection broke off behind it', async () => {
  const studio = await bench.workspace();
  const desk = imageDesk(async (_, ledger) => {
    await ledger.intent({});
    await ledger.made({ type: 'image/png', bytes: bytesOf('a picture') });
    throw trouble('unclear');
  });
  const [id = ''] = await bench.ask(studio, imageRow());
  await bench.untilState(desk, [id], 'done');
});

test('a worker that is killed between the file and the end leaves a picture that is finished', async () => {
  const studio = await bench.workspace();
  let calls = 0;
  const desk = imageDesk(async () => void (calls += 1));
  const [id = ''] = await bench.ask(studio, imageRow());
  const hash = 'e'.repeat(64);
  await studio.stills.insert({ hash, type: 'image/png', width: 16, height: 9, bytes: 9 });
  await bench.database.db
    .update(tables.generation)
    .set({ state: 'fetching', stillHash: hash, workerId: 'elsewhere/dead', leaseUntil: new Date(0) })
    .where(eq(tables.generation.id, id));
  await bench.untilState(desk, [id], 'done');
  expect(calls).toBe(0);
});

test('a call that broke off is for a person, and making it again is one call more', async () => {
  const studio = await bench.workspace();
  let calls = 0;
  const desk = imageDesk(async (_, ledger) => {
    calls += 1;
    await ledger.intent({});
    if (calls === 1) throw trouble('unclear');
    await ledger.made({ type: 'image/png', bytes: bytesOf('a picture') });
  });
  const [id = ''] = await bench.ask(studio, imageRow());
  await bench.untilState(desk, [id], 'needs_review');
  for (let turn = 0; turn < 3; turn += 1) {
    await desk.tick();
    await desk.idle();
  }
  expect(calls).toBe(1);
  const enqueue = async () => {};
  const view = await studio.generations.review(id, { decision: 'again' }, { enqueue });
  expect(view?.estimatedCost).toBe(0.04);
  await bench.untilState(desk, [id], 'done');
  expect(calls).toBe(2);
});

test('a picture that cannot be read fails in words, and is counted as paid', async () => {
  const studio = await bench.workspace();
  const tools = sketchTools({
    toStill: async () => {
      throw new MediaError('not_an_image', 'The bytes are not a picture that is known here.');
    },
  });
  const desk = imageDesk(
    async (_, ledger) => {
      await ledger.intent({});
      await ledger.made({ type: 'image/png', bytes: bytesOf('no picture') });
    },
    { tools },
  );
  const [id = ''] = await bench.ask(studio, imageRow());
  const [row] = await bench.untilState(desk, [id], 'failed');
  expect(row).toMatchObject({ errorCode: 'broken_file', cost: '0.040000' });
  const { db } = bench.database;
  const [used] = await db
    .select({ cost: tables.usage.cost })
    .from(tables.usage)
    .where(and(eq(tables.usage.workspaceId, studio.id), eq(tables.usage.generationId, id)));
  expect(Number(used?.cost)).toBeCloseTo(0.04);
});
