import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { notifyGenerations } from '../notify.ts';
import { Refusal } from '../refusal.ts';
import { generation, render, renderGeneration } from '../schema/index.ts';
import { holdBudget } from './budget.ts';
import type { GenerationRow } from './generation-row.ts';
import { placeGenerations } from './place-generations.ts';
import { type Enqueue, restateRenders } from './restate-renders.ts';

type Row = typeof generation.$inferSelect;
const lost = ['failed', 'cancelled'] as const;

/**
 * Asks anew for what failed of a render, and for nothing else. One that failed in the drawing is drawn again.
 *
 * @returns false for an unknown render
 * @throws {Refusal} `not_failed`, `over_budget`, `unknown_generation`
 */
export async function retryRender(
  tx: Tx,
  workspaceId: string,
  renderId: string,
  enqueue: Enqueue,
): Promise<boolean> {
  await holdBudget(tx, workspaceId);
  const [found] = await tx
    .select({ state: render.state })
    .from(render)
    .where(and(eq(render.workspaceId, workspaceId), eq(render.id, renderId)));
  if (!found) return false;
  const rows = await tx
    .select({ generation })
    .from(renderGeneration)
    .innerJoin(
      generation,
      and(
        eq(generation.workspaceId, renderGeneration.workspaceId),
        eq(generation.id, renderGeneration.generationId),
      ),
    )
    .where(
      and(
        eq(renderGeneration.workspaceId, workspaceId),
        eq(renderGeneration.renderId, renderId),
        inArray(generation.state, [...lost]),
      ),
    )
    .orderBy(generation.id);
  if (found.state !== 'failed' && !(found.state === 'generating' && rows.length > 0))
    throw new Refusal('not_failed', 'Nothing of this render failed. Ask for a new render instead.', [
      { path: 'id', message: `it is ${found.state}` },
    ]);
  const spent = await spentBy(tx, workspaceId, renderId);
  await askAnew(
    tx,
    workspaceId,
    rows.map((row) => row.generation),
    { renderId, spent },
  );
  await tx
    .update(render)
    .set({ failures: 0, attempts: 0, cancelRequestedAt: null })
    .where(eq(render.id, renderId));
  await restateRenders(tx, [renderId], enqueue, ['generating', 'failed']);
  return true;
}

/**
 * Asks anew for one generation that failed; the renders that failed for it wait again.
 *
 * @returns the id of the one that is made in its place, or null for an unknown one
 * @throws {Refusal} `not_failed`, `over_budget`, `unknown_generation`
 */
export async function retryGeneration(
  tx: Tx,
  workspaceId: string,
  id: string,
  enqueue: Enqueue,
): Promise<string | null> {
  await holdBudget(tx, workspaceId);
  const [row] = await tx
    .select()
    .from(generation)
    .where(and(eq(generation.workspaceId, workspaceId), eq(generation.id, id)));
  if (!row) return null;
  if (row.state !== 'failed' && row.state !== 'cancelled')
    throw new Refusal(
      'not_failed',
      'It did not fail. For another one of the same words, ask for a new take.',
      [{ path: 'id', message: `it is ${row.state}` }],
    );
  const links = await tx
    .select({ renderId: renderGeneration.renderId })
    .from(renderGeneration)
    .innerJoin(
      render,
      and(eq(render.workspaceId, renderGeneration.workspaceId), eq(render.id, renderGeneration.renderId)),
    )
    .where(
      and(
        eq(renderGeneration.workspaceId, workspaceId),
        eq(renderGeneration.generationId, id),
        inArray(render.state, ['failed', 'generating']),
      ),
    );
  const spent = row.renderId ? await spentBy(tx, workspaceId, row.renderId) : 0;
  const placed = await askAnew(tx, workspaceId, [row], { renderId: row.renderId, spent });
  await restateRenders(tx, links.map((link) => link.renderId).sort(), enqueue, ['generating', 'failed']);
  return placed.get(row.fingerprint)?.id ?? null;
}

/** Places rows like these, and links to them whoever is linked to these and is not over with success. */
async function askAnew(
  tx: Tx,
  workspaceId: string,
  rows: readonly Row[],
  asking: { renderId: string | null; spent: number },
) {
  const placed = await placeGenerations(
    tx,
    workspaceId,
    rows.map((row) => ({ row: rowOf(row), renderId: asking.renderId, shotId: row.shotId })),
    asking.spent,
  );
  for (const row of rows) {
    const next = placed.get(row.fingerprint);
    if (!next) continue;
    await tx.execute(sql`
      update render_generation l set generation_id = ${next.id} from render r
      where l.workspace_id = ${workspaceId} and l.generation_id = ${row.id}
        and r.workspace_id = l.workspace_id and r.id = l.render_id and r.state in ('failed', 'generating')`);
  }
  await notifyGenerations(
    tx,
    [...placed.values()].map(({ id }) => id),
  );
  return placed;
}

/** What a render has spent on what it asked for, or promised. US dollars. */
async function spentBy(tx: Tx, workspaceId: string, renderId: string): Promise<number> {
  const [row] = await tx.execute<{ spent: string }>(sql`
    select coalesce(sum(case when state in ('failed', 'cancelled') then coalesce(cost, 0)
      else coalesce(cost, estimated_cost, 0) end), 0) as spent
    from generation where workspace_id = ${workspaceId} and render_id = ${renderId}`);
  return Number(row?.spent ?? 0);
}

/** What a row asks, to be asked again. */
function rowOf(row: Row): GenerationRow {
  const { engine } = row;
  if (engine !== 'videos' && engine !== 'images' && engine !== 'vendors')
    throw new Error(`generation ${row.id} names no engine that asks: ${engine}`);
  const { provider, model, kind, intent, fingerprint, askKey, variation, take } = row;
  const estimatedCost = row.estimatedCost === null ? null : Number(row.estimatedCost);
  return { provider, engine, model, kind, intent, fingerprint, askKey, variation, take, estimatedCost };
}
