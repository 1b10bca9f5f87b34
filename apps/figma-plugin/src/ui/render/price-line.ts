import type { Estimate } from '@animatic/schema';
import { money } from '../parts/money.ts';
import { count } from '../parts/units.ts';

/** What the bar says of money before a render. */
export interface PriceLine {
  /** `$1.20`, or empty where nothing is asked that costs. */
  total: string;
  /** `$18.80 left this month`. */
  left: string;
  /** Why it would pass the budget and what to change; null where it fits. */
  over: { title: string; detail: string } | null;
}

/** The price of a board against the workspace's budget, in plain words. */
export function priceLine(estimate: Estimate | null): PriceLine {
  if (!estimate) return { total: '', left: '', over: null };
  const { total, unknown, budget } = estimate;
  const room = budget.month === null ? null : Math.max(0, budget.month - budget.spent - budget.reserved);
  const words = unknown > 0 ? `${money(total)} and ${count(unknown, 'unknown price')}` : money(total);
  return {
    total: total > 0 || unknown > 0 ? words : '',
    left: room === null ? '' : `${money(room)} left this month`,
    over: budget.passes ? over(total, budget.render, room) : null,
  };
}

function over(total: number, render: number | null, room: number | null): PriceLine['over'] {
  const change = 'Ask for fewer takes, shorter shots or a cheaper model, or raise the budget.';
  if (render !== null && total > render)
    return {
      title: `This would cost ${money(total)}, and a render may cost ${money(render)}`,
      detail: change,
    };
  return {
    title: `This would cost ${money(total)}, and ${money(room ?? 0)} of this month’s budget are left`,
    detail: change,
  };
}
