import type { Budget } from '@animatic/schema';
import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { budget } from '../schema/index.ts';

/** What a workspace may spend, and what it has: US dollars. */
export interface BudgetStanding extends Budget {
  /** Spent since this month began (UTC). */
  spent: number;
  /** Promised to what is under way or in doubt. */
  reserved: number;
}

/** The budget of one workspace. */
export function budgetQueries(db: Db, workspaceId: string) {
  return {
    /** Null is no limit; a workspace that never set one has none. */
    async get(): Promise<Budget> {
      const [row] = await db.select().from(budget).where(eq(budget.workspaceId, workspaceId));
      return { month: dollars(row?.month), render: dollars(row?.render) };
    },

    async set(limits: Budget): Promise<Budget> {
      const values = { month: limits.month?.toFixed(6) ?? null, render: limits.render?.toFixed(6) ?? null };
      await db
        .insert(budget)
        .values({ workspaceId, ...values })
        .onConflictDoUpdate({ target: budget.workspaceId, set: { ...values, updatedAt: sql`now()` } });
      return limits;
    },

    /** With what was spent and promised: what an estimate is held against. */
    async standing(): Promise<BudgetStanding> {
      return standingOf(db, workspaceId);
    },
  };
}

const dollars = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

async function standingOf(tx: Tx, workspaceId: string): Promise<BudgetStanding> {
  const [row] = await tx.execute<{
    month: string | null;
    render: string | null;
    spent: string;
    reserved: string;
  }>(
    sql`select b.month, b.render,
      (select coalesce(sum(u.cost), 0) from usage u where u.workspace_id = w.id
        and u.created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc') as spent,
      (select coalesce(sum(g.estimated_cost), 0) from generation g where g.workspace_id = w.id
        and g.state in ('queued', 'submitting', 'running', 'fetching', 'needs_review')) as reserved
    from (select ${workspaceId}::uuid as id) w left join budget b on b.workspace_id = w.id`,
  );
  return {
    month: dollars(row?.month),
    render: dollars(row?.render),
    spent: Number(row?.spent ?? 0),
    reserved: Number(row?.reserved ?? 0),
  };
}

/**
 * Holds the workspace's budget until the transaction ends: whoever is going to spend waits here for who came first, so
 * that ten at once are counted one after the other. Take it before any generation's row.
 */
export async function holdBudget(tx: Tx, workspaceId: string): Promise<void> {
  await tx.insert(budget).values({ workspaceId }).onConflictDoNothing();
  await tx
    .select({ workspaceId: budget.workspaceId })
    .from(budget)
    .where(eq(budget.workspaceId, workspaceId))
    .for('update');
}

const money = (value: number): string => `$${(Math.round(value * 100) / 100).toFixed(2)}`;

/**
 * Refuses what would pass the budget. The budget is held.
 *
 * @param more what is going to be spent, US dollars
 * @param ofRender what the same render has spent or promised before; null for what is no render's
 * @throws {Refusal} `over_budget`, which says what it would cost and what is left
 */
export async function checkBudget(
  tx: Tx,
  workspaceId: string,
  more: number,
  ofRender: number | null = 0,
): Promise<void> {
  if (more <= 0) return;
  const { month, render, spent, reserved } = await standingOf(tx, workspaceId);
  const refuse = (path: string, limit: number, left: number, per: string) => {
    throw new Refusal(
      'over_budget',
      `This would cost ${money(more)}, and ${money(Math.max(0, left))} is left of the ${money(limit)} ${per}. Ask for less, or raise the budget.`,
      [{ path, message: `${money(more)} more`, allowed: `${money(Math.max(0, left))} is left.` }],
    );
  };
  // A cent's millionth of rounding is nobody's overspending.
  const EPSILON = 1e-6;
  if (render !== null && ofRender !== null && ofRender + more > render + EPSILON)
    refuse('budget.render', render, render - ofRender, 'that a render may cost');
  if (month !== null && spent + reserved + more > month + EPSILON)
    refuse('budget.month', month, month - spent - reserved, 'of this month');
}
