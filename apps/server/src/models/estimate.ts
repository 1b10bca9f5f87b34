import type { Budget, Estimate } from '@animatic/schema';
import type { ShotAsks } from './plan-board.ts';

/** A workspace's budget, and what of it is spent and promised: US dollars. */
export interface Standing extends Budget {
  spent: number;
  reserved: number;
}

/** Sums of decimal prices are kept to a millionth, as the database keeps them. */
const round = (dollars: number): number => Math.round(dollars * 1e6) / 1e6;

/**
 * What a board would cost, shot by shot. What was paid for before is found, and so is what an earlier shot of the same
 * board asks already.
 *
 * @param found fingerprints of what is there or under way
 * @example estimateBoard(planBoard(document, context), await generations.found(fingerprints), await budget.standing())
 */
export function estimateBoard(
  asks: readonly ShotAsks[],
  found: ReadonlySet<string>,
  standing: Standing,
): Estimate {
  const there = new Set(found);
  const shots = asks.map(({ shot, plans, refusal }): Estimate['shots'][number] => {
    let cost: number | null = 0;
    let paid = 0;
    for (const { fingerprint, estimatedCost } of plans) {
      if (there.has(fingerprint)) {
        paid += 1;
        continue;
      }
      there.add(fingerprint);
      cost = cost === null || estimatedCost === null ? null : cost + estimatedCost;
    }
    return {
      id: shot.id,
      engine: shot.engine,
      model: shot.generation?.model ?? null,
      cost: refusal || cost === null ? null : round(cost),
      found: paid,
      problem: refusal ? sentence(refusal) : null,
    };
  });
  const total = round(shots.reduce((sum, { cost }) => sum + (cost ?? 0), 0));
  return {
    shots,
    total,
    unknown: shots.filter(({ cost, problem }) => cost === null && problem === null).length,
    budget: { ...standing, passes: passesBudget(total, standing) },
  };
}

/** Whether this much more would pass the budget. */
export const passesBudget = (more: number, { month, render, spent, reserved }: Standing): boolean =>
  more > 0 &&
  ((render !== null && more > render + 1e-6) || (month !== null && spent + reserved + more > month + 1e-6));

/** A refusal as one text for people. */
function sentence({ message, allowed }: { message: string; allowed?: string }): string {
  const text = `${message[0]?.toUpperCase() ?? ''}${message.slice(1)}`;
  const whole = /[.!?]$/.test(text) ? text : `${text}.`;
  return allowed ? `${whole} Allowed: ${allowed}${/[.!?]$/.test(allowed) ? '' : '.'}` : whole;
}
