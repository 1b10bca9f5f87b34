import { ModelFailure } from './call/failure.ts';
import type { LanguageModel } from './call/language-model.ts';
import { type Bill, type Ledger, openBill } from './call/spending.ts';

/** Who directs: a language model, or the rules, and why. */
export type Director = LanguageModel | { why: string };

export interface DirectorOptions {
  signal: AbortSignal;
  ledger?: Ledger;
}

/** Who directed, and what it cost, as every answer has it. */
export interface DirectedBy {
  by: 'model' | 'rules';
  why: string | null;
  model: string | null;
  cost: number;
  tokens: { input: number; output: number };
}

/**
 * The language model's answer; the rules' where there is none, or where it cannot be used, and why. Cancelling is no
 * reason for another answer.
 *
 * @throws {ModelFailure} `cancelled`
 */
export async function modelElseRules<Answer>(
  director: Director,
  { ledger }: Pick<DirectorOptions, 'ledger'>,
  byModel: (model: LanguageModel, bill: Bill) => Promise<Answer>,
  byRules: () => Answer | Promise<Answer>,
): Promise<Answer & DirectedBy> {
  if ('why' in director)
    return {
      ...(await byRules()),
      by: 'rules',
      why: director.why,
      model: null,
      cost: 0,
      tokens: { input: 0, output: 0 },
    };
  const bill = openBill(director.price, ledger);
  const paid = () => ({ model: director.model, cost: bill.cost, tokens: { ...bill.tokens } });
  try {
    const answer = await byModel(director, bill);
    return { ...answer, by: 'model', why: null, ...paid() };
  } catch (error) {
    if (!(error instanceof ModelFailure) || error.kind === 'cancelled') throw error;
    return {
      ...(await byRules()),
      by: 'rules',
      why: `${error.message} The rules read the words instead.`,
      ...paid(),
    };
  }
}
