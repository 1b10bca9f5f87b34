import { finalRenderStates, type Render, type RenderOutputs, readStoryboard } from '@animatic/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../connect.ts';
import { notifyRender } from '../notify.ts';
import { Refusal } from '../refusal.ts';
import {
  idempotencyKey,
  newId,
  render,
  renderShot,
  storyboard,
  storyboardRevision,
} from '../schema/index.ts';
import { listRenders, readRender } from './render-view.ts';

/** Sends the wake-up for a render inside the transaction that writes its row. */
export type Enqueue = (tx: Tx, renderId: string) => Promise<void>;

export interface RenderInput {
  storyboardId: string;
  revision?: number;
  /** What to make besides the board's own format. */
  outputs?: RenderOutputs;
  userId?: string | null;
  /** The `Idempotency-Key`: the same one gives the same render. */
  key?: string;
  enqueue: Enqueue;
}

/** What a request asks for, as a text that is the same for the same. */
function requestOf({ storyboardId, revision, outputs }: RenderInput): string {
  const board = `${storyboardId}@${revision ?? 'newest'}`;
  const more = [...(outputs?.aspects ?? []), ...(outputs?.files ?? [])];
  return more.length > 0 ? `${board}+${more.join('+')}` : board;
}

/** The renders of one workspace. */
export function renderQueries(db: Db, workspaceId: string) {
  const get = (id: string): Promise<Render | null> => readRender(db.$client, workspaceId, id);

  /** The id that an earlier request with this key made, or null for the first one, whose id it keeps. */
  async function claimKey(tx: Tx, key: string, requestHash: string, id: string): Promise<string | null> {
    const claimed = await tx
      .insert(idempotencyKey)
      .values({ workspaceId, key, requestHash, resourceId: id })
      .onConflictDoNothing()
      .returning({ key: idempotencyKey.key });
    if (claimed.length > 0) return null;
    const [earlier] = await tx
      .select()
      .from(idempotencyKey)
      .where(and(eq(idempotencyKey.workspaceId, workspaceId), eq(idempotencyKey.key, key)));
    if (!earlier || earlier.requestHash !== requestHash)
      throw new Refusal(
        'idempotency_key_reused',
        'This Idempotency-Key was used for another request. Use a new key for a new render.',
        [{ path: 'Idempotency-Key', message: 'already used with other contents' }],
      );
    return earlier.resourceId;
  }

  return {
    get,

    /**
     * Row, shots and wake-up in one transaction.
     *
     * @throws {Refusal} `unknown_storyboard`, `unknown_revision`, `idempotency_key_reused`
     * @throws {StoryboardVersionError} where a newer version of Animatic stored the document
     */
    async create(input: RenderInput): Promise<{ render: Render; created: boolean }> {
      const id = newId();
      const madeBefore = await db.transaction(async (tx) => {
        if (input.key) {
          const earlier = await claimKey(tx, input.key, requestOf(input), id);
          if (earlier) return earlier;
        }
        const [board] = await tx
          .select({ revision: storyboard.revision })
          .from(storyboard)
          .where(and(eq(storyboard.workspaceId, workspaceId), eq(storyboard.id, input.storyboardId)))
          .for('share');
        if (!board)
          throw new Refusal('unknown_storyboard', 'There is no such storyboard in this workspace.', [
            { path: 'storyboardId', message: 'unknown' },
          ]);
        const revision = input.revision ?? board.revision;
        const [found] = await tx
          .select({ document: storyboardRevision.document })
          .from(storyboardRevision)
          .where(
            and(
              eq(storyboardRevision.workspaceId, workspaceId),
              eq(storyboardRevision.storyboardId, input.storyboardId),
              eq(storyboardRevision.revision, revision),
            ),
          );
        if (!found)
          throw new Refusal('unknown_revision', `The storyboard has no revision ${revision}.`, [
            { path: 'revision', message: 'unknown', allowed: `1 to ${board.revision}` },
          ]);
        await tx.insert(render).values({
          id,
          workspaceId,
          storyboardId: input.storyboardId,
          revision,
          outputs: input.outputs ?? null,
          createdBy: input.userId ?? null,
        });
        await tx.insert(renderShot).values(
          readStoryboard(found.document).shots.map((shot, position) => ({
            workspaceId,
            renderId: id,
            shotId: shot.id,
            position,
            title: shot.caption.title || shot.source.name,
            engine: shot.engine,
          })),
        );
        await input.enqueue(tx, id);
        await notifyRender(tx, id);
        return null;
      });
      const made = await get(madeBefore ?? id);
      if (!made)
        throw new Refusal('unknown_storyboard', 'The render of this Idempotency-Key was deleted since.');
      return { render: made, created: madeBefore === null };
    },

    /** Newest first. `next` goes into `before` for the page after this one. */
    async list(filter: {
      source?: string;
      storyboardId?: string;
      before?: string;
      limit?: number;
    }): Promise<{ renders: Render[]; next: string | null }> {
      const limit = filter.limit ?? 20;
      const rows = await listRenders(db.$client, workspaceId, { ...filter, limit: limit + 1 });
      const renders = rows.slice(0, limit);
      return { renders, next: rows.length > limit ? (renders.at(-1)?.id ?? null) : null };
    },

    /**
     * Cancels: at once where it still waits, else the worker is asked to stop. What is final stays as it is.
     * Null for an unknown render.
     */
    async cancel(id: string): Promise<Render | null> {
      const ours = and(eq(render.workspaceId, workspaceId), eq(render.id, id));
      await db.transaction(async (tx) => {
        const [row] = await tx.select({ state: render.state }).from(render).where(ours).for('update');
        if (!row || finalRenderStates.includes(row.state)) return;
        const waiting = row.state === 'queued';
        await tx
          .update(render)
          .set({
            cancelRequestedAt: sql`coalesce(${render.cancelRequestedAt}, now())`,
            ...(waiting
              ? { state: 'cancelled' as const, stage: 'Cancelled', finishedAt: sql`now()` }
              : { stage: 'Cancelling' }),
          })
          .where(ours);
        if (waiting)
          await tx
            .update(renderShot)
            .set({ state: 'cancelled' })
            .where(and(eq(renderShot.renderId, id), inArray(renderShot.state, ['waiting', 'rendering'])));
        await notifyRender(tx, id);
      });
      return get(id);
    },
  };
}
