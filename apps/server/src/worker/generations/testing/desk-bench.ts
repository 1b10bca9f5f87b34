import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forWorkspace, type GenerationRow, tables } from '@animatic/db';
import { type FreshDatabase, freshDatabase, makeBoard, makeWorkspace } from '@animatic/db/testing';
import { type CatalogueModel, modelEntrySchema, type Provider, providerSchema } from '@animatic/engines';
import { diskStore, type MediaStore } from '@animatic/media';
import type { GenerationIntent, Render } from '@animatic/schema';
import { asc, eq } from 'drizzle-orm';
import { type Desk, type DeskOptions, openDesk } from '../desk.ts';
import type { DeskContext, DeskParts, Row } from '../desk-context.ts';
import { defaultSettings } from '../settings.ts';
import { type MemoryVendor, memoryVendor } from './memory-vendor.ts';
import { sketchTools } from './sketch-tools.ts';

type Studio = ReturnType<typeof forWorkspace>;

export interface DeskBench {
  database: FreshDatabase;
  media: MediaStore;
  /** Renders that were woken up. */
  woken: string[];
  /** The engine and the catalogue are the bench's own. */
  vendor: MemoryVendor;
  models: CatalogueModel[];
  workspace(): Promise<Studio>;
  /** A row of a video that nobody asked for before. */
  row(more?: Partial<GenerationRow> & { prompt?: string; start?: GenerationIntent['start'] }): GenerationRow;
  /** A render whose shots ask these; a shot for each list. */
  render(studio: Studio, shots: readonly (readonly GenerationRow[])[]): Promise<Render>;
  /** An image or a video that no render waits for. */
  ask(studio: Studio, ...rows: GenerationRow[]): Promise<string[]>;
  read(id: string): Promise<Row>;
  rows(): Promise<Row[]>;
  /** A desk that looks when it is told; stopped at the end. */
  desk(more?: Partial<DeskOptions>): Desk;
  /** What a desk of this bench works with, to try a part of it. */
  context(): DeskContext;
  /** Ticks, as if all that waits were due at once, until it holds. */
  until(desk: Desk, holds: () => Promise<boolean>, patience?: number): Promise<void>;
  /** Ticks until these are in one of the states. */
  untilState(desk: Desk, ids: readonly string[], ...states: string[]): Promise<Row[]>;
  close(): Promise<void>;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** @example const bench = await deskBench(inject('databaseUrl')); */
export async function deskBench(
  serverUrl: string,
  options: { provider?: Partial<Provider>; vendor?: MemoryVendor } = {},
): Promise<DeskBench> {
  const database = await freshDatabase(serverUrl);
  const folder = await mkdtemp(join(tmpdir(), 'animatic-desk-'));
  const media = diskStore(join(folder, 'media'));
  const vendor = options.vendor ?? memoryVendor();
  const { db, sql } = database;
  const provider = providerSchema.parse({
    id: `vendor-${randomUUID().slice(0, 8)}`,
    name: 'Vendor',
    wire: 'videos',
    keyVariable: 'VENDOR_KEY',
    keyOptional: true,
    lists: true,
    limits: { concurrent: 100, perMinute: 1000 },
    pollSeconds: 0.05,
    ...options.provider,
  });
  const entry = modelEntrySchema.parse({
    id: 'test-video',
    name: 'Test video',
    provider: provider.id,
    model: 'test-video-1',
    kind: 'video',
    sizes: [{ width: 1280, height: 720 }],
    durations: [4, 8],
  });
  const model: CatalogueModel = { ...entry, engine: 'videos', runBy: provider };
  const models = [model];
  const woken: string[] = [];
  const desks: Desk[] = [];
  const enqueue = async (_tx: unknown, id: string) => void woken.push(id);

  const quick = { settleMs: 20, faultMs: 10, longestFaultMs: 50, upkeepMs: 0, graceMs: 200 };
  const parts = (): DeskParts => ({
    db,
    media,
    queue: { enqueue },
    engines: { videos: vendor.engine },
    catalogue: { providers: [provider], find: (id) => models.find((known) => known.id === id) },
    reach: () => ({ key: 'key', baseUrl: undefined }),
    tools: sketchTools(),
    ffmpeg: { command: 'ffmpeg' },
    workerId: `elsewhere/${randomUUID()}`,
    log: { info() {}, warn() {}, error() {} },
  });

  const bench: DeskBench = {
    database,
    media,
    woken,
    vendor,
    models,
    async workspace() {
      return forWorkspace(db, (await makeWorkspace(db)).workspaceId);
    },
    row({ prompt = randomUUID(), start = { kind: 'words' as const }, ...more } = {}) {
      const intent: GenerationIntent = {
        prompt,
        start,
        size: { width: 1280, height: 720 },
        seconds: 4,
        sound: false,
        transparent: false,
        characters: [],
      };
      const of = [prompt, start, more.variation ?? 0, more.take ?? 0];
      return {
        provider: provider.id,
        engine: 'videos',
        model: model.id,
        kind: 'video',
        intent,
        fingerprint: digest(JSON.stringify(of)),
        askKey: digest(prompt),
        variation: 0,
        take: 0,
        estimatedCost: 1,
        ...more,
      };
    },
    async render(studio, shots) {
      const document = makeBoard([], {
        shots: shots.map((rows, index) => ({
          id: `shot-${index + 1}`,
          source: { node: `1:${index + 1}`, name: `Shot ${index + 1}` },
          size: { width: 1280, height: 720 },
          caption: { direction: rows[0]?.intent.prompt ?? '' },
          duration: 2,
          engine: 'videos' as const,
          generation: { model: model.id, from: { kind: 'words' as const }, seconds: 4 },
        })),
      });
      const board = await studio.storyboards.create({ document });
      const asks = new Map(shots.map((rows, index) => [`shot-${index + 1}`, rows]));
      return (await studio.renders.create({ storyboardId: board.id, asks, enqueue })).render;
    },
    async ask(studio, ...rows) {
      return (await studio.generations.createImages({ rows })).generations.map(({ id }) => id);
    },
    async read(id) {
      const [row] = await db.select().from(tables.generation).where(eq(tables.generation.id, id));
      if (!row) throw new Error(`no generation ${id}`);
      return row;
    },
    rows: () => db.select().from(tables.generation).orderBy(asc(tables.generation.id)),
    context: () => ({
      ...parts(),
      settings: { ...defaultSettings, ...quick },
      shutdown: new AbortController().signal,
    }),
    desk({ settings, ...more } = {}) {
      const desk = openDesk({ ...parts(), ...more, settings: { ...quick, ...settings } });
      desks.push(desk);
      return desk;
    },
    async until(desk, holds, patience = 15_000) {
      const end = performance.now() + patience;
      while (!(await holds())) {
        if (performance.now() > end) {
          const states = (await bench.rows()).map(({ state, stage }) => `${state}: ${stage}`);
          throw new Error(`it did not come to that; the generations are ${states.join('; ')}`);
        }
        await desk.tick();
        await desk.idle();
        // Paces and pauses are not what is tried here.
        await sql`update generation set next_poll_at = now()
          where state in ('queued', 'running', 'fetching', 'submitting') and next_poll_at > now()`;
        await sql`delete from rate_limit`;
      }
    },
    async untilState(desk, ids, ...states) {
      const all = async () => Promise.all(ids.map(bench.read));
      await bench.until(desk, async () => (await all()).every(({ state }) => states.includes(state)));
      return all();
    },
    async close() {
      await Promise.all(desks.map((desk) => desk.stop()));
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return bench;
}
