/** Runs at most so many at a time; the others wait in their order. */
export interface Pool {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How many more could begin now. */
  free(): number;
}

/** @example const looks = openPool(16); await Promise.all(rows.map((row) => looks.run(() => look(row)))); */
export function openPool(size: number): Pool {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (busy >= size) await new Promise<void>((begin) => waiting.push(begin));
      else busy += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else busy -= 1;
      }
    },
    free: () => Math.max(0, size - busy - waiting.length),
  };
}
