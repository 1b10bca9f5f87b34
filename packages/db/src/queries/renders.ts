import { type Render, type RenderOutputs, readStoryboard, type Shot } from '@animatic/schema';
import { and, eq } from 'drizzle-orm';
import type { Db, Tx } from '../connect.ts';
import { notifyRender } from '../notify.ts';
import { Refusal } from '../refusal.ts';
import {
  idempotencyKey,
  newId,
  render,
  renderGeneration,
  renderShot,
  storyboard,
  storyboardRevision,
} from '../schema/index.ts';
import { holdBudget } from './budget.ts';
import { cancelRender } from './cancel-render.ts';
import { claimKey } from './claim-key.ts';
import type { GenerationRow, RenderAsks } from './generation-row.ts';
import { placeGenerations } from './place-generations.ts';
import { listRenders, readRender } from './render-view.ts';
import type { Enqueue } from './restate-renders.ts';
import { retryRender } from './retry-generations.ts';

export interface RenderInput {
  storyboardId: string;
  revision?: number;
  /** What to make besides the board's own format. */
  outputs?: RenderOutputs;
  /** What is asked of models, planned from this very revision: each shot that is not of the motion engine is in it. */
  asks?: RenderAsks;
  /** The revision that `asks` were planned from, where none is named: it is rendered, whatever was saved since. */
  planned?: number | undefined;
  userId?: string | null;
  /** The `Idempotency-Key`: the same one gives the same render. */
  key?: string;
  enqueue: Enqueue;
}

/** What a request asks for, as a text that is the same for the same. */
function requestOf({
  storyboardId,
  revision,
  outputs,
}: Pick<RenderInput, 'storyboardId' | 'revision' | 'outputs'>): string {
  const board = `${storyboardId}@${revision ?? 'newest'}`;
  const more = [...(outputs?.aspects ?? []), ...(outputs?.files ?? [])];
  return more.length > 0 ? `${board}+${more.join('+')}` : board;
}

interface ShotAsk {
  shotId: string;
  row: GenerationRow;
}

/** What the shots ask, in their order. A generated shot that nothing was planned for is a fault of the caller's. */
function asksOf(shots: readonly Shot[], asks: RenderAsks | undefined): ShotAsk[] {
  return shots.flatMap((shot) => {
    if (shot.engine === 'motion') return [];
    const rows = asks?.get(shot.id);
    if (!rows?.length) throw new Error(`nothing was planned for the shot ${shot.id}, which asks a model`);
    return rows.map((row) => ({ shotId: shot.id, row }));
  });
}

/** The renders of one workspace. */
export function renderQueries(db: Db, workspaceId: string) {
  const get = (id: string): Promise<Render | null> => readRender(db.$client, workspaceId, id);

  /** Finds or inserts what a new render asks for. The budget is held until the transaction ends. */
  async function placeAll(tx: Tx, asks: readonly ShotAsk[], renderId: string) {
    await holdBudget(tx, workspaceId);
    const placed = await placeGenerations(
      tx,
      workspaceId,
      asks.map((ask) => ({ ...ask, renderId })),
    );
    const links = asks.flatMap(({ shotId, row }) => {
      const found = placed.get(row.fingerprint);
      return found
        ? [{ workspaceId, renderId, shotId, variation: row.variation, generationId: found.id }]
        : [];
    });
    return { links, open: [...placed.values()].some(({ state }) => state !== 'done') };
  }

  return {
    get,

    /**
     * The render that an earlier request of the same contents made under this key, so that it is answered without
     * planning anything; null where there is none. `create` has the last word.
     */
    async earlier(input: Pick<RenderInput, 'storyboardId' | 'revision' | 'outputs'> & { key: string }) {
      const [row] = await db
        .select({ id: idempotencyKey.resourceId })
        .from(idempotencyKey)
        .where(
          and(
            eq(idempotencyKey.workspaceId, workspaceId),
            eq(idempotencyKey.key, input.key),
            eq(idempotencyKey.requestHash, requestOf(input)),
          ),
        );
      return row ? get(row.id) : null;
    },

    /**
     * Row, shots, what is asked of models and the wake-up in one transaction. With anything left for a model to make
     * the render is `generating`, and is woken up when that is there.
     *
     * @throws {Refusal} `unknown_storyboard`, `unknown_revision`, `idempotency_key_reused`, `over_budget`,
     *   `unknown_generation`
     * @throws {StoryboardVersionError} where a newer version of Animatic stored the document
     */
    async create(input: RenderInput): Promise<{ render: Render; created: boolean }> {
      const id = newId();
      const madeBefore = await db.transaction(async (tx) => {
        if (input.key) {
          const earlier = await claimKey(tx, workspaceId, input.key, requestOf(input), id);
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
        const revision = input.revision ?? input.planned ?? board.revision;
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
        const { shots } = readStoryboard(found.document);
        const asks = asksOf(shots, input.asks);
        const waits = asks.length > 0 ? await placeAll(tx, asks, id) : undefined;
        await tx.insert(render).values({
          id,
          workspaceId,
          storyboardId: input.storyboardId,
          revision,
          outputs: input.outputs ?? null,
          createdBy: input.userId ?? null,
          ...(waits?.open ? { state: 'generating' as const, stage: 'Waiting for models' } : {}),
        });
        await tx.insert(renderShot).values(
          shots.map((shot, position) => ({
            workspaceId,
            renderId: id,
            shotId: shot.id,
            position,
            title: shot.caption.title || shot.source.name,
            engine: shot.engine,
          })),
        );
        if (waits) await tx.insert(renderGeneration).values(waits.links);
        if (!waits?.open) await input.enqueue(tx, id);
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
     * Asks anew for what failed, and for nothing else; a render that failed in the drawing is drawn again. Null for an
     * unknown one.
     *
     * @throws {Refusal} `not_failed`, `over_budget`, `unknown_generation`
     */
    async retry(id: string, { enqueue }: { enqueue: Enqueue }): Promise<Render | null> {
      await db.transaction((tx) => retryRender(tx, workspaceId, id, enqueue));
      return get(id);
    },

    /**
     * Cancels: at once where it still waits, for its turn or for models, else the worker is asked to stop. Of its
     * generations those are let go of that nobody else waits for. What is final stays as it is. Null for an unknown
     * render.
     */
    async cancel(id: string): Promise<Render | null> {
      await db.transaction((tx) => cancelRender(tx, workspaceId, id));
      return get(id);
    },
  };
}
