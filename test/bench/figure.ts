/** One measured figure of the bench. */
export interface Figure {
  /** Its name in the JSON object. */
  key: string;
  /** Its row in the table. */
  what: string;
  aim: string;
  value: number | boolean;
  unit: string;
  /** Nothing to meet without it. */
  met?: boolean;
}

/** A figure whose aim is an upper bound. */
export function atMost(key: string, what: string, value: number, limit: number, unit: string): Figure {
  return { key, what, aim: `at most ${limit} ${unit}`, value: round(value), unit, met: value <= limit };
}

/** A figure whose aim is a lower bound. */
export function atLeast(key: string, what: string, value: number, limit: number, unit: string): Figure {
  return { key, what, aim: `at least ${limit} ${unit}`, value: round(value), unit, met: value >= limit };
}

/** A figure without an aim. */
export function told(key: string, what: string, value: number, unit: string): Figure {
  return { key, what, aim: '', value: round(value), unit };
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, aim, met }) => [
    what,
    `${value} ${unit}`,
    aim,
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
