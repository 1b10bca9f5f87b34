/** What the desk's work is timed and bounded by. */
export interface DeskSettings {
  /** Milliseconds between two looks at the table, where nothing hurries. */
  tickMs: number;
  /** Milliseconds between two rounds of upkeep: dead workers, lost parents, forgotten renders. */
  upkeepMs: number;
  /** Milliseconds that a worker may be silent before another one takes its rows up. */
  leaseMs: number;
  /** Rows that are looked at for one claim. */
  batch: number;
  /** Looks at vendors, submits and copies at a time, in this process. */
  looks: number;
  submits: number;
  fetches: number;
  /** Milliseconds after which a call is given up. */
  submitTimeoutMs: number;
  imageTimeoutMs: number;
  lookTimeoutMs: number;
  fetchTimeoutMs: number;
  posterTimeoutMs: number;
  /** Milliseconds that a vendor is given to show in its list what it took, between two looks in vain. */
  settleMs: number;
  /** Looks in vain after which it was not taken. */
  vainLooks: number;
  /** Generations of one workspace that may be under way at one provider. */
  perWorkspace: number;
  /** The first and the longest wait after a fault, milliseconds. */
  faultMs: number;
  longestFaultMs: number;
  /** Milliseconds that calls under way are given when the worker ends. */
  graceMs: number;
}

export const defaultSettings: DeskSettings = {
  tickMs: 500,
  upkeepMs: 3_000,
  leaseMs: 20_000,
  batch: 256,
  looks: 16,
  submits: 32,
  fetches: 3,
  submitTimeoutMs: 90_000,
  imageTimeoutMs: 360_000,
  lookTimeoutMs: 30_000,
  fetchTimeoutMs: 900_000,
  posterTimeoutMs: 60_000,
  settleMs: 15_000,
  vainLooks: 2,
  perWorkspace: 64,
  faultMs: 1_000,
  longestFaultMs: 300_000,
  graceMs: 3_000,
};
