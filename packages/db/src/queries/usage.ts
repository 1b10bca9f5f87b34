import type { Usage } from '@animatic/schema';
import type { Db, Tx } from '../connect.ts';
import { newId, usage } from '../schema/index.ts';

/** Something that was spent. */
export interface UsageEntry {
  /** `generation`, `director`, `render_seconds`. */
  kind: string;
  /** How many, or how much, of its kind. */
  amount: number;
  /** US dollars. */
  cost: number;
  renderId?: string | null;
  generationId?: string | null;
}

/** Writes down what was spent, in the transaction that spends it; gives the row's id. */
export async function addUsage(tx: Tx, workspaceId: string, entry: UsageEntry): Promise<string> {
  const id = newId();
  await tx.insert(usage).values({
    id,
    workspaceId,
    kind: entry.kind,
    amount: entry.amount.toFixed(4),
    cost: entry.cost.toFixed(6),
    renderId: entry.renderId ?? null,
    generationId: entry.generationId ?? null,
  });
  return id;
}

/** What one workspace spent. */
export function usageQueries(db: Db, workspaceId: string) {
  return {
    add: (entry: UsageEntry): Promise<string> => addUsage(db, workspaceId, entry),

    /** Adds up what was spent from `from` on and before `to`, and what is promised to what is under way now. */
    async read(from: Date, to: Date): Promise<Usage> {
      const sql = db.$client;
      const [start, end] = [from.toISOString(), to.toISOString()];
      const [kinds, models, promised] = await Promise.all([
        sql<{ kind: string; amount: string; cost: string }[]>`
          select kind, sum(amount) as amount, sum(cost) as cost from usage
          where workspace_id = ${workspaceId} and created_at >= ${start} and created_at < ${end}
          group by kind order by kind`,
        sql<{ model: string; count: number; cost: string }[]>`
          select g.model, count(*)::int as count, sum(u.cost) as cost from usage u
          join generation g on g.workspace_id = u.workspace_id and g.id = u.generation_id
          where u.workspace_id = ${workspaceId} and u.created_at >= ${start} and u.created_at < ${end}
          group by g.model order by sum(u.cost) desc, g.model`,
        sql<{ reserved: string }[]>`
          select coalesce(sum(estimated_cost), 0) as reserved from generation
          where workspace_id = ${workspaceId}
            and state in ('queued', 'submitting', 'running', 'fetching', 'needs_review')`,
      ]);
      const costs = kinds.map((row) => ({
        kind: row.kind,
        amount: Number(row.amount),
        cost: Number(row.cost),
      }));
      return {
        from: start,
        to: end,
        total: costs.reduce((sum, { cost }) => sum + cost, 0),
        reserved: Number(promised[0]?.reserved ?? 0),
        kinds: costs,
        models: models.map(({ model, count, cost }) => ({ model, count, cost: Number(cost) })),
      };
    },
  };
}
