import { tables } from '@animatic/db';
import { type MadeFile, ModelError } from '@animatic/engines';
import { MediaError } from '@animatic/media';
import { eq, sql } from 'drizzle-orm';
import { chunks } from './bytes.ts';
import { faultDelay } from './delays.ts';
import { type DeskContext, deskOf, type Row } from './desk-context.ts';
import { costOf, count, fail, putOff, write } from './endings.ts';
import type { CheckedVideo } from './footage-tools.ts';
import { finishPicture } from './pictures.ts';

const { footage, generation } = tables;

/** Bytes of the largest video that is copied. */
const MAX_VIDEO_BYTES = 1024 ** 3;
/** Copies that broke off or came broken, after which it is lost. */
const MAX_FAULTS = 6;

/** Copies a finished generation's file into the store, checks it, and ends the generation. */
export async function copyFile(context: DeskContext, row: Row): Promise<void> {
  // A picture came with the answer and is here.
  if (row.stillHash) return finishPicture(context, row);
  const desk = deskOf(context, row);
  try {
    if ('why' in desk) throw new Error(desk.why);
    const { engine, model } = desk;
    if (!engine.fetch || !row.vendorId) throw new Error(`${engine.name} has no file to copy`);
    const job = { vendorId: row.vendorId, ...(row.operation === null ? {} : { operation: row.operation }) };
    await desk.call(context.settings.fetchTimeoutMs, async (call) => {
      const file = await engine.fetch?.(model, job, call);
      if (!file) return;
      const kept = await keepVideo(context, row, file);
      const posterHash = await keepPoster(context, row, kept.hash, call.signal);
      await finishVideo(context, row, kept, posterHash);
    });
  } catch (error) {
    await endCopy(context, row, error);
  }
}

interface KeptVideo {
  hash: string;
  bytes: number;
  facts: CheckedVideo;
}

async function keepVideo(context: DeskContext, row: Row, file: MadeFile): Promise<KeptVideo> {
  const { media, tools } = context;
  const { size, start, seconds } = row.intent;
  // A model's own remix or edit keeps the size and the length of what it was made from.
  const free = start.kind === 'remix' || start.kind === 'edit';
  let facts: CheckedVideo | undefined;
  const stored = await media.put(row.workspaceId, file.bytes, {
    maxBytes: MAX_VIDEO_BYTES,
    check: async (path) => {
      facts = await tools.checkVideo(path, free ? { size: null, seconds: null } : { size, seconds });
    },
  });
  if (!facts) throw new Error('a store that does not check what it keeps');
  return { ...stored, facts };
}

/** Without a poster it is as good: it is shown without one. */
async function keepPoster(
  context: DeskContext,
  row: Row,
  hash: string,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const path = await context.media.path(row.workspaceId, hash);
    if (!path) return null;
    const png = await context.tools.posterOf(path, signal);
    return (await context.media.put(row.workspaceId, chunks(png))).hash;
  } catch (error) {
    context.log.warn({ err: error, generation: row.id }, 'its poster could not be made');
    return null;
  }
}

async function finishVideo(
  context: DeskContext,
  row: Row,
  { hash, bytes, facts }: KeptVideo,
  posterHash: string | null,
): Promise<void> {
  const made = await write(
    context,
    row,
    {
      state: 'done',
      stage: 'Done',
      progress: 1,
      posterHash,
      finishedAt: sql`now()`,
      workerId: null,
      leaseUntil: null,
      faults: 0,
      cancelRequestedAt: null,
      cost: sql`coalesce(${generation.cost}, ${generation.estimatedCost})`,
    },
    async (tx, written) => {
      const file = {
        engine: row.engine,
        hash,
        bytes,
        type: facts.type,
        width: facts.width,
        height: facts.height,
        fps: facts.fps,
        frames: facts.frames,
        sound: facts.sound,
        usedAt: sql`now()`,
      };
      const [kept] = await tx
        .insert(footage)
        .values({ ...file, workspaceId: row.workspaceId, fingerprint: row.fingerprint })
        .onConflictDoUpdate({ target: [footage.workspaceId, footage.fingerprint], set: file })
        .returning({ id: footage.id });
      await tx
        .update(generation)
        .set({ footageId: kept?.id ?? null })
        .where(eq(generation.id, row.id));
      await count(tx, written, costOf(written) ?? 0);
    },
  );
  if (made) context.log.info({ generation: row.id, bytes }, 'a generation is done');
}

async function endCopy(context: DeskContext, row: Row, error: unknown): Promise<void> {
  const { log, settings } = context;
  const model = error instanceof ModelError ? error : undefined;
  const broken = error instanceof MediaError && error.code !== 'disk_full' ? error : undefined;
  const faults = row.faults + 1;
  log.info({ err: error, generation: row.id, faults }, 'a copy failed');
  // Another copy of what is not as asked would be the same.
  if (broken && (broken.code === 'video_differs' || faults >= MAX_FAULTS / 2))
    return fail(
      context,
      row,
      {
        code: broken.code === 'video_differs' ? 'not_as_asked' : 'broken_file',
        message: `It was made, and its file cannot be used. ${broken.message}`,
        advice: 'Retry to have it made again, or choose another model.',
      },
      costOf(row),
    );
  if (model?.kind === 'gone' && faults >= 2) return fail(context, row, model.failure, costOf(row));
  if (model?.kind === 'refused' && faults >= MAX_FAULTS)
    return fail(context, row, model.failure, costOf(row));
  if (faults >= MAX_FAULTS * 3)
    return fail(
      context,
      row,
      {
        code: 'not_copied',
        message: 'It was made, and its file could not be copied from the vendor.',
        advice: 'Look whether the vendor can be reached, then retry.',
      },
      costOf(row),
    );
  await putOff(context, row, faultDelay(faults, settings, model?.retryAfter), { faults });
}
