import type { ListedJob } from '@animatic/engines';
import type { Row } from './desk-context.ts';

/** Milliseconds by which a vendor's clock may be behind ours. */
export const SKEW_MS = 60_000;

/** What was asked, as a list may show it. */
export interface Asked {
  row: Pick<Row, 'intent'>;
  /** The model's name on the wire. */
  model: string;
  /** Milliseconds since 1970. */
  askedAt: number;
  /** The vendor's id of what it was made from. */
  remixed: string | null;
}

/**
 * Whether an entry of a vendor's list may be what was asked: `clear` where all that tells it apart is the same,
 * `perhaps` where the list leaves some of it out.
 */
export function couldBe(job: ListedJob, { row, model, askedAt, remixed }: Asked): 'clear' | 'perhaps' | null {
  const { intent } = row;
  if (job.createdAt.getTime() < askedAt - SKEW_MS) return null;
  if (job.model !== model) return null;
  if (job.prompt !== null && job.prompt !== intent.prompt) return null;
  if (job.size !== null && job.size !== `${intent.size.width}x${intent.size.height}`) return null;
  if (job.seconds !== null && intent.seconds !== null && Number(job.seconds) !== intent.seconds) return null;
  if (job.remixedFrom !== null && job.remixedFrom !== remixed) return null;
  return job.prompt === null ? 'perhaps' : 'clear';
}
