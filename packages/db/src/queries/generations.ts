import { createHash } from 'node:crypto';
import type { Generation, GenerationState } from '@animatic/schema';
import { and, sql as drizzleSql, eq, inArray } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { notifyGenerations } from '../notify.ts';
import { Refusal } from '../refusal.ts';
import { generation, newId } from '../schema/index.ts';
import { holdBudget } from './budget.ts';
import { endQueued, letGoOfGenerations } from './cancel-generations.ts';
import { claimKey } from './claim-key.ts';
import type { GenerationRow } from './generation-row.ts';
import { type GenerationJson, generationJoins, generationJson, generationView } from './generation-view.ts';
import { type MadeBefore, madeBefore } from './made-before.ts';
import { placeGenerations } from './place-generations.ts';
import { type Enqueue, settleRenders } from './restate-renders.ts';
import { retryGeneration } from './retry-generations.ts';
import { type Review, reviewGeneration } from './review-generation.ts';

/** Lists no more than this many at once. */
const MAX_LISTED = 240;

/** A render that lost one of its generations is not woken up. */
const nothingToDraw: Enqueue = async () => {};

/** A file of a generation, in the media store. */
export interface GenerationFile {
  hash: string;
  /** The media type. */
  type: string;
}

/** The generations of one workspace. */
export function generationQueries(db: Db, workspaceId: string) {
  const sql = db.$client;

  async function read(ids: readonly string[]): Promise<Generation[]> {
    if (ids.length === 0) return [];
    const rows = await sql<{ generation: GenerationJson }[]>`
      select ${generationJson(sql)} as generation from generation g ${generationJoins(sql)}
      where g.workspace_id = ${workspaceId} and g.id = any(${[...ids]}::uuid[])
      order by g.id`;
    return rows.map((row) => generationView(row.generation));
  }
  const get = async (id: string): Promise<Generation | null> => (await read([id]))[0] ?? null;

  return {
    get,

    /** By their ids, or those that were ever asked for a shot, the newest first. At most 240. */
    async list(filter: { ids: readonly string[] } | { shot: string }): Promise<Generation[]> {
      if ('ids' in filter) return read([...new Set(filter.ids)].slice(0, MAX_LISTED));
      const rows = await sql<{ generation: GenerationJson }[]>`
        select ${generationJson(sql)} as generation from generation g ${generationJoins(sql)}
        where g.workspace_id = ${workspaceId} and g.shot_id = ${filter.shot}
        order by g.id desc limit ${MAX_LISTED}`;
      return rows.map((row) => generationView(row.generation));
    },

    /** What those were that shots start from, by their ids; what is not this workspace's is not in it. */
    before: (ids: readonly string[]): Promise<Map<string, MadeBefore>> => madeBefore(db, workspaceId, ids),

    /** How those stand that were asked for before and are not lost: what an estimate need not count. By fingerprint. */
    async found(
      fingerprints: readonly string[],
    ): Promise<Map<string, { id: string; state: GenerationState }>> {
      if (fingerprints.length === 0) return new Map();
      const rows = await sql<{ id: string; fingerprint: string; state: GenerationState }[]>`
        select id, fingerprint, state from generation where workspace_id = ${workspaceId}
          and fingerprint = any(${[...fingerprints]}) and state not in ('failed', 'cancelled')`;
      return new Map(rows.map(({ id, fingerprint, state }) => [fingerprint, { id, state }]));
    },

    /**
     * Asks for images, a row for each; what was paid for is found.
     *
     * @param input.key the `Idempotency-Key`: the same one gives the same generations, also where they failed since
     * @throws {Refusal} `over_budget`, `missing_stills`, `idempotency_key_reused`
     */
    async createImages(input: {
      rows: readonly GenerationRow[];
      shotId?: string | undefined;
      key?: string | undefined;
    }): Promise<{ generations: Generation[]; created: boolean }> {
      const { rows, shotId = null, key } = input;
      const prints = rows.map((row) => row.fingerprint);
      const { ids, created } = await db.transaction(async (tx) => {
        await holdBudget(tx, workspaceId);
        if (key) {
          const asked = createHash('sha256')
            .update(JSON.stringify(['images', prints]))
            .digest('hex');
          if (await claimKey(tx, workspaceId, key, asked, newId()))
            return { ids: await newestOf(prints), created: false };
        }
        const asks = rows.map((row) => ({ row, shotId, renderId: null }));
        const placed = await placeGenerations(tx, workspaceId, asks);
        const ids = prints.flatMap((print) => placed.get(print)?.id ?? []);
        await notifyGenerations(tx, ids);
        return { ids, created: true };
      });
      const found = new Map((await read(ids)).map((made) => [made.id, made]));
      return { generations: ids.flatMap((id) => found.get(id) ?? []), created };
    },

    /**
     * Does what a person decided on one that may have been made: `made` (asked after by the vendor's id, or let go as
     * paid), or `again`. Null for an unknown one.
     *
     * @throws {Refusal} `not_in_review`, `over_budget` (says what the second try costs), `vendor_id_taken`
     */
    async review(id: string, review: Review, { enqueue }: { enqueue: Enqueue }): Promise<Generation | null> {
      await db.transaction((tx) => reviewGeneration(tx, workspaceId, id, review, enqueue));
      return get(id);
    },

    /**
     * Asks anew for one that failed; gives the new one, or the one that is under way meanwhile. Null for an unknown one.
     *
     * @throws {Refusal} `not_failed`, `over_budget`, `unknown_generation`
     */
    async retry(id: string, { enqueue }: { enqueue: Enqueue }): Promise<Generation | null> {
      const next = await db.transaction((tx) => retryGeneration(tx, workspaceId, id, enqueue));
      return next ? get(next) : null;
    },

    /**
     * Cancels: at once where it waits or is in doubt, else the worker asks the vendor to stop; what cannot be stopped
     * goes on and is kept. What is over stays as it is. Null for an unknown one.
     *
     * @throws {Refusal} `still_wanted` where several renders wait for it
     */
    async cancel(id: string): Promise<Generation | null> {
      await db.transaction(async (tx) => {
        const [row] = await tx
          .select({ state: generation.state })
          .from(generation)
          .where(and(eq(generation.workspaceId, workspaceId), eq(generation.id, id)))
          .for('update');
        if (!row || row.state === 'done' || row.state === 'failed' || row.state === 'cancelled') return;
        const waiting = await tx.execute(drizzleSql`
          select 1 from render_generation l join render r on r.workspace_id = l.workspace_id and r.id = l.render_id
          where l.generation_id = ${id} and r.state in ('queued', 'generating', 'rendering') group by r.id`);
        if (waiting.length > 1)
          throw new Refusal(
            'still_wanted',
            `${waiting.length} renders wait for this one. Cancel the others first.`,
            [{ path: 'id', message: 'wanted by several renders' }],
          );
        if (row.state === 'queued' || row.state === 'needs_review') {
          await endQueued(tx, [id]);
          await settleRenders(tx, [id], nothingToDraw);
        } else
          await tx
            .update(generation)
            .set({
              cancelRequestedAt: drizzleSql`coalesce(${generation.cancelRequestedAt}, now())`,
              stage: 'Cancelling',
              nextPollAt: drizzleSql`case when ${generation.state} = 'running' then now() else ${generation.nextPollAt} end`,
            })
            .where(eq(generation.id, id));
        await notifyGenerations(tx, [id]);
      });
      return get(id);
    },

    /** One of its files: what was made, a video's poster, or the newest picture on the way. Null where there is none. */
    async file(id: string, which: 'media' | 'poster' | 'partial'): Promise<GenerationFile | null> {
      const [row] = await sql<
        {
          hash: string | null;
          type: string | null;
          poster: string | null;
          partial: string | null;
          partial_type: string | null;
        }[]
      >`
        select coalesce(f.hash, s.hash) as hash, coalesce(f.type, s.type) as type, g.poster_hash as poster,
          g.partial_hash as partial, g.partial_type
        from generation g ${generationJoins(sql)}
        where g.workspace_id = ${workspaceId} and g.id = ${id}`;
      if (!row) return null;
      if (which === 'poster') return row.poster ? { hash: row.poster, type: 'image/png' } : null;
      if (which === 'partial')
        return row.partial ? { hash: row.partial, type: row.partial_type ?? 'image/png' } : null;
      return row.hash ? { hash: row.hash, type: row.type ?? 'application/octet-stream' } : null;
    },

    /** Cancels those of these that nobody waits for any more. */
    async letGo(ids: readonly string[]): Promise<void> {
      await db.transaction(async (tx) => {
        await letGoOfGenerations(tx, workspaceId, ids);
        await notifyGenerations(tx, ids);
      });
    },
  };

  /** The newest of each of these fingerprints, also one that failed. */
  async function newestOf(prints: readonly string[]): Promise<string[]> {
    const rows = await db
      .selectDistinctOn([generation.fingerprint], { id: generation.id, fingerprint: generation.fingerprint })
      .from(generation)
      .where(and(eq(generation.workspaceId, workspaceId), inArray(generation.fingerprint, [...prints])))
      .orderBy(generation.fingerprint, drizzleSql`${generation.id} desc`);
    const byPrint = new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]));
    return prints.flatMap((print) => byPrint.get(print) ?? []);
  }
}
