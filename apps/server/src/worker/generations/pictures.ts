import { notifyGenerations, tables } from '@animatic/db';
import type { MadeFile } from '@animatic/engines';
import { MediaError } from '@animatic/media';
import { sql } from 'drizzle-orm';
import { chunks, collect } from './bytes.ts';
import type { DeskContext, Row } from './desk-context.ts';
import { costOf, count, held, write } from './endings.ts';
import { LostError } from './lost-error.ts';

const { generation, still } = tables;

/** Bytes of the largest picture that is taken from a vendor. */
const MAX_PICTURE_BYTES = 64 * 1024 * 1024;

/** Keeps a picture on the way, to be shown until the next one. A picture that cannot be kept is no harm. */
export async function keepPartial(
  context: DeskContext,
  row: Row,
  image: Uint8Array,
  type: string,
): Promise<void> {
  const { db, log, media } = context;
  try {
    const { hash } = await media.put(row.workspaceId, chunks(image));
    await db.transaction(async (tx) => {
      const rows = await tx
        .update(generation)
        .set({
          partialHash: hash,
          partialType: type,
          stage: sql`case when ${generation.cancelRequestedAt} is null then 'Taking shape' else ${generation.stage} end`,
          progress: sql`greatest(${generation.progress}, (1 + ${generation.progress}) / 2)`,
        })
        .where(held(context, row, ['submitting']))
        .returning({ id: generation.id });
      if (rows.length > 0) await notifyGenerations(tx, [row.id]);
    });
  } catch (error) {
    log.warn({ err: error, generation: row.id }, 'a picture on the way could not be kept');
  }
}

/**
 * Keeps a picture that came with the answer: as a still of the workspace, file first, then the rows. From here on it is
 * finished by whoever finds it.
 *
 * @throws {MediaError} where it is no picture
 * @throws {LostError} where the row was given up meanwhile
 */
export async function keepMade(context: DeskContext, row: Row, file: MadeFile): Promise<void> {
  const { db, media, tools } = context;
  const bytes = await collect(file.bytes, MAX_PICTURE_BYTES);
  if (!bytes) throw new MediaError('too_large', 'The picture is larger than 64 MB.');
  const made = await tools.toStill(bytes);
  const { hash } = await media.put(row.workspaceId, chunks(made.bytes));
  await db.transaction(async (tx) => {
    await tx
      .insert(still)
      .values({
        workspaceId: row.workspaceId,
        hash,
        type: made.type,
        width: made.width,
        height: made.height,
        bytes: made.bytes.byteLength,
      })
      .onConflictDoUpdate({ target: [still.workspaceId, still.hash], set: { seenAt: sql`now()` } });
    const rows = await tx
      .update(generation)
      .set({ state: 'fetching', stage: 'Keeping it', stillHash: hash, progress: 1 })
      // It was paid for: also where it was thought to be in doubt meanwhile.
      .where(
        sql`${generation.id} = ${row.id} and ${generation.attempts} = ${row.attempts}
          and ${generation.state} in ('submitting', 'needs_review', 'queued')`,
      )
      .returning({ id: generation.id });
    if (rows.length === 0) throw new LostError(`generation ${row.id} was given up`);
  });
}

/** Ends a picture that is kept. */
export async function finishPicture(context: DeskContext, row: Row): Promise<void> {
  await write(
    context,
    row,
    {
      state: 'done',
      stage: 'Done',
      progress: 1,
      finishedAt: sql`now()`,
      partialHash: null,
      partialType: null,
      workerId: null,
      leaseUntil: null,
      cost: sql`coalesce(${generation.cost}, ${generation.estimatedCost})`,
    },
    (tx, written) => count(tx, written, costOf(written) ?? 0),
  );
}
