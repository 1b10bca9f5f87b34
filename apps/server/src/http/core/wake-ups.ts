export interface WakeUps {
  /** Remembered when nobody waits. */
  wake(): void;
  /** Settles at the next wake-up, or when it is time to look anyway; false when it is over. */
  next(): Promise<boolean>;
  end(): void;
}

/** A bell that also rings by itself every `interval` milliseconds. */
export function wakeUps(interval: number): WakeUps {
  let rung = false;
  let over = false;
  let settle: (() => void) | undefined;
  const ring = () => {
    rung = true;
    settle?.();
  };
  return {
    wake: ring,
    async next() {
      if (!rung && !over)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, interval);
          settle = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      rung = false;
      settle = undefined;
      return !over;
    },
    end() {
      over = true;
      settle?.();
    },
  };
}
