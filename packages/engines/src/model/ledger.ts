import type { Job, MadeFile } from './model-engine.ts';

/**
 * Where an engine that pays writes down what it does, around each step. The worker hands in one that is backed by the
 * `generation` table. Every call has committed when it returns.
 */
export interface Ledger {
  /** Just before the call; `request` is what is going to be sent, without files and keys. */
  intent(request: Record<string, unknown>): Promise<void>;
  /** The vendor has taken it: from here on it is asked after, never asked again. */
  submitted(job: Job): Promise<void>;
  /** US dollars, where the vendor says so. */
  cost(dollars: number): Promise<void>;
  /** A picture on the way. */
  partial(image: Uint8Array, type: 'image/png' | 'image/jpeg' | 'image/webp'): Promise<void>;
  /** The file itself, where it comes with the answer. */
  made(file: MadeFile): Promise<void>;
}
