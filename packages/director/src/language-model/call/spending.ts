import { type CallUsage, costOf, mostOf, type Tokens } from './cost.ts';
import { ModelFailure } from './failure.ts';
import type { DirectorPrice } from './prices.ts';

/** One call on the books: its most at first, what it came to once that is known. */
export interface Entry {
  close(cost: number, tokens: Tokens): Promise<void>;
}

/** Where calls are put down before they are made; handed in, because the director knows no database. */
export interface Ledger {
  /** Sets aside the most that a call can cost, or says why it may not be made. */
  open(most: number): Promise<Entry | { why: string }>;
}

/** What one question to the director came to: every call counts, those that gave nothing too. */
export interface Bill {
  readonly cost: number;
  readonly tokens: Tokens;
  /** @throws {ModelFailure} `budget` where the call may not be made */
  open(ask: { characters: number; pictures: number; maxOutput: number }): Promise<OpenCall>;
}

export interface OpenCall {
  /** What the wire said that it took; null where the call was refused, which costs nothing. */
  took(usage: CallUsage | null): Promise<void>;
  /** Nobody knows whether it was made: it counts as the most that it can have been. */
  unclear(): Promise<void>;
}

/** @example const bill = openBill(directorPrice('gpt-6-sol'), ledger); */
export function openBill(price: DirectorPrice, ledger?: Ledger): Bill {
  let cost = 0;
  const tokens = { input: 0, output: 0 };
  return {
    get cost() {
      return Math.round(cost * 1e6) / 1e6;
    },
    tokens,
    async open(ask) {
      const most = mostOf(ask);
      const entry = await ledger?.open(costOf(most, price));
      if (entry && 'why' in entry) throw new ModelFailure('budget', entry.why);
      const close = async (usage: CallUsage | null) => {
        const own = usage ? costOf(usage, price) : 0;
        cost += own;
        tokens.input += usage?.input ?? 0;
        tokens.output += usage?.output ?? 0;
        await entry?.close(own, { input: usage?.input ?? 0, output: usage?.output ?? 0 });
      };
      return { took: close, unclear: () => close(most) };
    },
  };
}
