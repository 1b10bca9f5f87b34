import { finalRenderStates } from '@animatic/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { notifyGenerations, notifyRender } from '../notify.ts';
import { generation, render, renderGeneration, renderShot } from '../schema/index.ts';
import { letGoOfGenerations } from './cancel-generations.ts';

/** Cancels a render, and what models are asked for it alone. Locks generations first, then the render. */
export async function cancelRender(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const linked = await tx
    .select({ id: generation.id })
    .from(renderGeneration)
    .innerJoin(
      generation,
      and(
        eq(generation.workspaceId, renderGeneration.workspaceId),
        eq(generation.id, renderGeneration.generationId),
      ),
    )
    .where(and(eq(renderGeneration.workspaceId, workspaceId), eq(renderGeneration.renderId, id)))
    .orderBy(generation.id)
    .for('update', { of: generation });
  const ours = and(eq(render.workspaceId, workspaceId), eq(render.id, id));
  const [row] = await tx.select({ state: render.state }).from(render).where(ours).for('update');
  if (!row || finalRenderStates.includes(row.state)) return;
  const waiting = row.state !== 'rendering';
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
  const ids = linked.map((link) => link.id);
  await letGoOfGenerations(tx, workspaceId, ids);
  await notifyGenerations(tx, ids);
  await notifyRender(tx, id);
}
