import { Refusal, type WorkspaceQueries } from '@animatic/db';
import type { Ledger } from '@animatic/director/language-model';

/** The director's calls in the workspace's books; what would pass its budget is not made, and said. */
export function directorLedger({ director }: WorkspaceQueries): Ledger {
  return {
    async open(most) {
      try {
        const id = await director.setAside(most);
        return {
          close: (cost, { input, output }) => director.settle(id, { cost, tokens: input + output }),
        };
      } catch (error) {
        if (error instanceof Refusal && error.code === 'over_budget')
          return { why: `A language model is not asked, because of the budget. ${error.message}` };
        throw error;
      }
    },
  };
}
