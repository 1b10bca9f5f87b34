import { and, eq } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { usage } from '../schema/index.ts';
import { checkBudget, holdBudget } from './budget.ts';
import { addUsage } from './usage.ts';

/** What of `usage` is the director's: its amount is tokens, read and written. */
const KIND = 'director';

/**
 * What the director of one workspace spends. A call is put down at the most that it can cost before it is made, so that
 * ten at once cannot pass the budget together, and put right when it is over; of a process that died in between the
 * most stays.
 */
export function directorSpending(db: Db, workspaceId: string) {
  return {
    /**
     * Sets money aside for one call.
     *
     * @param most US dollars
     * @returns what to settle it by
     * @throws {Refusal} `over_budget`
     */
    async setAside(most: number): Promise<string> {
      return db.transaction(async (tx) => {
        await holdBudget(tx, workspaceId);
        await checkBudget(tx, workspaceId, most, null);
        return addUsage(tx, workspaceId, { kind: KIND, amount: 0, cost: most });
      });
    },

    /** Puts a call right: what it came to. */
    async settle(id: string, { cost, tokens }: { cost: number; tokens: number }): Promise<void> {
      await db
        .update(usage)
        .set({ cost: cost.toFixed(6), amount: tokens.toFixed(4) })
        .where(and(eq(usage.workspaceId, workspaceId), eq(usage.id, id), eq(usage.kind, KIND)));
    },
  };
}
