import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FakeModels } from '../../fake-models/start.ts';
import type { Sql } from './db.ts';

/** What a run of faults came to; charges as the vendor's own book has them. */
export interface Verdict {
  generations: number;
  kills: number;
  /** Creates that the vendor accepted. */
  charged: number;
  /** Of those, what was asked for more often than by as many generations. */
  charged_twice: number;
  /** Generations without an end or without their file, and accepted creates that no generation knows of. */
  lost: number;
  needs_review: number;
  succeeded: number;
  failed: number;
}

interface Row {
  id: string;
  workspace_id: string;
  model: string;
  prompt: string;
  state: string;
  vendor_id: string | null;
  reason: string | null;
  hash: string | null;
  poster: string | null;
}

/** Holds the table against the vendor's book. `told` says for people what is not as it should be. */
export async function judge(
  sql: Sql,
  models: FakeModels,
  mediaDir: string,
  kills: number,
): Promise<{ verdict: Verdict; told: string[] }> {
  const rows = await sql<Row[]>`
    select g.id, g.workspace_id, g.model, g.intent->>'prompt' as prompt, g.state, g.vendor_id,
      coalesce(g.error_code, g.review_reason) as reason, f.hash, g.poster_hash as poster
    from generation g left join footage f on f.workspace_id = g.workspace_id and f.id = g.footage_id`;
  const { charges } = models.control.ledger();
  const told: string[] = [];
  const of = (state: string) => rows.filter((row) => row.state === state);

  const wire: Record<string, string> = { listed: 'wan-2.2', unlisted: 'ltx-2' };
  const group = (model: string, prompt: string) => `${model}\n${prompt}`;
  const asked = countBy(rows.map((row) => group(wire[row.model] ?? '', row.prompt)));
  const accepted = countBy(charges.map(({ model, prompt }) => group(model, prompt)));
  let twice = 0;
  for (const [key, times] of accepted) {
    const more = times - (asked.get(key) ?? 0);
    if (more <= 0) continue;
    twice += more;
    told.push(`charged ${times} times for ${asked.get(key) ?? 0}: ${key.replace('\n', ', ')}`);
  }

  const isKept = (row: Row, hash: string | null) =>
    hash !== null && existsSync(join(mediaDir, row.workspace_id, hash.slice(0, 2), hash));
  let lost = 0;
  const lose = (what: string) => {
    lost += 1;
    told.push(what);
  };
  for (const row of rows) {
    if (!['done', 'failed', 'cancelled', 'needs_review'].includes(row.state))
      lose(`${row.id} is still ${row.state}`);
    else if (row.state !== 'done' && !row.reason) lose(`${row.id} is ${row.state} without a reason`);
    if (row.state !== 'done') continue;
    if (!isKept(row, row.hash)) lose(`${row.id} is done, and its footage is missing`);
    if (row.poster && !isKept(row, row.poster)) lose(`${row.id} is done, and its poster is missing`);
    if (!row.poster) told.push(`${row.id} is done without a poster`);
  }
  const known = new Set(rows.map((row) => row.vendor_id));
  const inDoubt = countBy(of('needs_review').map((row) => group(wire[row.model] ?? '', row.prompt)));
  for (const { id, model, prompt } of charges) {
    if (known.has(id)) continue;
    const key = group(model, prompt);
    const left = inDoubt.get(key) ?? 0;
    // What waits for a person's word is not lost: the word is asked for because of it.
    if (left > 0) inDoubt.set(key, left - 1);
    else lose(`${id} was charged, and no generation knows of it: ${prompt}`);
  }
  const reviewed = of('needs_review');
  const listed = reviewed.filter(({ model }) => model === 'listed');
  told.push(
    `needs_review: ${listed.length} of ${rows.filter(({ model }) => model === 'listed').length} with a list, ${reviewed.length - listed.length} of ${rows.filter(({ model }) => model === 'unlisted').length} without one`,
  );
  told.push(
    `reasons: ${JSON.stringify(Object.fromEntries(countBy(of('failed').map(({ reason }) => reason ?? '?'))))}`,
  );
  for (const { id, reason } of listed) told.push(`in doubt with a list: ${id}: ${reason}`);
  return {
    verdict: {
      generations: rows.length,
      kills,
      charged: charges.length,
      charged_twice: twice,
      lost,
      needs_review: reviewed.length,
      succeeded: of('done').length,
      failed: of('failed').length + of('cancelled').length,
    },
    told,
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
