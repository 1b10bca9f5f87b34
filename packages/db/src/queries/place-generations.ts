import type { GenerationRef, GenerationState } from '@animatic/schema';
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { generation, newId } from '../schema/index.ts';
import { checkBudget } from './budget.ts';
import type { GenerationRow } from './generation-row.ts';

/** A generation that stands for what was asked: made now, or found. */
export interface Placed {
  id: string;
  state: GenerationState;
}

/** Who asks for a row. */
export interface Asking {
  row: GenerationRow;
  renderId: string | null;
  shotId: string | null;
}

/** What is not there any more, so that the same may be asked again. */
const over: GenerationState[] = ['failed', 'cancelled'];

/**
 * Finds what was paid for or is under way, and inserts the rest as `queued`, each once. The budget is held
 * (`holdBudget`), so that what is found here cannot be inserted twice, and found rows are locked, so that none of them
 * settles unseen before the transaction ends.
 *
 * @param ofRender what the render that asks has spent or promised before, US dollars
 * @returns by fingerprint
 * @throws {Refusal} `over_budget`, `unknown_generation`
 */
export async function placeGenerations(
  tx: Tx,
  workspaceId: string,
  asks: readonly Asking[],
  ofRender = 0,
): Promise<Map<string, Placed>> {
  const wanted = new Map(asks.map((ask) => [ask.row.fingerprint, ask]));
  const placed = await findLive(tx, workspaceId, [...wanted.keys()]);
  // A parent may be another ask's, of an earlier render, or named by its id.
  const refs = asks.flatMap(({ row }) => referenceOf(row) ?? []);
  const prints = refs.flatMap((ref) =>
    'fingerprint' in ref && !wanted.has(ref.fingerprint) ? ref.fingerprint : [],
  );
  const parents = await findLive(tx, workspaceId, prints);
  const named = await findNamed(
    tx,
    workspaceId,
    refs.flatMap((ref) => ('generation' in ref ? ref.generation : [])),
  );
  const missing = [...wanted.values()].filter(({ row }) => !placed.has(row.fingerprint));
  await checkBudget(
    tx,
    workspaceId,
    missing.reduce((sum, { row }) => sum + (row.estimatedCost ?? 0), 0),
    ofRender,
  );
  // Ids first: a child may stand before its parent in the list.
  for (const { row } of missing) placed.set(row.fingerprint, { id: newId(), state: 'queued' });
  const values = missing.map(({ row, renderId, shotId }) => ({
    id: placed.get(row.fingerprint)?.id ?? newId(),
    workspaceId,
    provider: row.provider,
    engine: row.engine,
    model: row.model,
    kind: row.kind,
    intent: row.intent,
    fingerprint: row.fingerprint,
    askKey: row.askKey,
    variation: row.variation,
    take: row.take,
    estimatedCost: row.estimatedCost?.toFixed(6) ?? null,
    dependsOn: parentOf(row, shotId),
    renderId,
    shotId,
  }));
  if (values.length > 0) await tx.insert(generation).values(values);
  return placed;

  function parentOf(row: GenerationRow, shotId: string | null): string | null {
    const ref = referenceOf(row);
    if (!ref) return null;
    const parent =
      'generation' in ref
        ? named.get(ref.generation)
        : (placed.get(ref.fingerprint) ?? parents.get(ref.fingerprint));
    if (parent) return parent.id;
    throw new Refusal(
      'unknown_generation',
      'What this starts from was never made, or it failed. Make that first, then this.',
      [
        {
          path: shotId ? `shots.${shotId}.generation.from` : 'from',
          message: 'unknown, or without a result',
        },
      ],
    );
  }
}

/** Which other generation it starts from, if any. */
function referenceOf({ intent: { start } }: GenerationRow): GenerationRef | undefined {
  return 'of' in start ? start.of : undefined;
}

/** Those that are done, under way or in doubt, locked; one that was about to be cancelled is wanted again. */
async function findLive(tx: Tx, workspaceId: string, fingerprints: string[]): Promise<Map<string, Placed>> {
  if (fingerprints.length === 0) return new Map();
  const rows = await tx
    .select({
      id: generation.id,
      state: generation.state,
      fingerprint: generation.fingerprint,
      cancelling: generation.cancelRequestedAt,
    })
    .from(generation)
    .where(
      and(
        eq(generation.workspaceId, workspaceId),
        inArray(generation.fingerprint, fingerprints),
        notInArray(generation.state, over),
      ),
    )
    .orderBy(generation.id)
    .for('update');
  const cancelling = rows.filter((row) => row.cancelling).map(({ id }) => id);
  if (cancelling.length > 0)
    await tx
      .update(generation)
      .set({
        cancelRequestedAt: null,
        stage: sql`case when ${generation.state} = 'running' then 'Being made' else ${generation.stage} end`,
      })
      .where(inArray(generation.id, cancelling));
  return new Map(rows.map(({ id, state, fingerprint }) => [fingerprint, { id, state }]));
}

/** Those of these ids that are the workspace's, are videos, and have a result or may get one. */
async function findNamed(tx: Tx, workspaceId: string, ids: string[]): Promise<Map<string, Placed>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: generation.id, state: generation.state })
    .from(generation)
    .where(
      and(
        eq(generation.workspaceId, workspaceId),
        inArray(generation.id, ids),
        eq(generation.kind, 'video'),
        notInArray(generation.state, over),
      ),
    );
  return new Map(rows.map((row) => [row.id, row]));
}
