import type { Sha256 } from '@animatic/schema';
import type { Db } from './connect.ts';

/**
 * Forgets what is over: stills that no revision showed for a day, that no model made or is about to be given, and that no
 * look refers to; answered idempotency keys, spent rate limits, sign-in
 * codes and sessions past their time. Files go afterwards, by `referencedMedia`.
 */
export async function housekeep(db: Db): Promise<{ stills: number }> {
  const sql = db.$client;
  const stills = await sql`
    delete from still s where s.seen_at < now() - interval '1 day' and not exists (
      select from storyboard_still u where u.workspace_id = s.workspace_id and u.hash = s.hash
    ) and not exists (
      select from generation g where g.workspace_id = s.workspace_id and (g.still_hash = s.hash
        or (g.state not in ('done', 'failed', 'cancelled') and position(s.hash in g.intent::text) > 0))
    ) and not exists (
      select from style l where l.workspace_id = s.workspace_id and s.hash = any(l.stills)
    )`;
  await sql`delete from generation_call where created_at < now() - interval '1 day'`;
  // Vendors send an event again for three days at most.
  await sql`delete from webhook_event where created_at < now() - interval '30 days'`;
  await sql`delete from idempotency_key where created_at < now() - interval '7 days'`;
  await sql`delete from rate_limit where resets_at < now()`;
  await sql`delete from device_code where expires_at < now() - interval '1 hour'`;
  await sql`delete from verification where expires_at < now()`;
  await sql`delete from session where expires_at < now()`;
  return { stills: stills.count };
}

/** Which of these files some row of the workspace still refers to. */
export async function referencedMedia(
  db: Db,
  workspaceId: string,
  hashes: readonly Sha256[],
): Promise<Set<Sha256>> {
  const sql = db.$client;
  const asked = [...hashes];
  const rows = await sql<{ hash: Sha256 }[]>`
    select hash from still where workspace_id = ${workspaceId} and hash = any(${asked})
    union select clip_hash from take where workspace_id = ${workspaceId} and clip_hash = any(${asked})
    union select poster_hash from take where workspace_id = ${workspaceId} and poster_hash = any(${asked})
    union select hash from take_file where workspace_id = ${workspaceId} and hash = any(${asked})
    union select hash from footage where workspace_id = ${workspaceId} and hash = any(${asked})
    union select file from generation, unnest(array[still_hash, poster_hash, partial_hash]) as file
      where workspace_id = ${workspaceId} and file = any(${asked})
        and (still_hash = any(${asked}) or poster_hash = any(${asked}) or partial_hash = any(${asked}))`;
  return new Set(rows.map((row) => row.hash));
}
