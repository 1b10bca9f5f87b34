/**
 * Written down before a paid call, so that nothing is paid for twice. The worker hands in one that is backed by the
 * `generation` table; an engine that costs nothing never asks for it.
 */
export interface Ledger {
  /** The vendor's id of an earlier call with this fingerprint, if there was one. */
  find(fingerprint: string): Promise<{ vendorId: string } | undefined>;
  /** Commits the intent; the call is made after it returns. */
  intend(fingerprint: string, intent: Record<string, unknown>): Promise<void>;
}

/** For engines that cost nothing. */
export const noLedger: Ledger = {
  find: async () => undefined,
  intend: async () => {
    throw new Error('this engine was given no ledger, so it must not pay for anything');
  },
};
