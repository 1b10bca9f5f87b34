import type { Sha256 } from '@animatic/schema';
import type { Db } from './connect.ts';

/**
 * Forgets what is over: stills that no revision showed for a day, answered idempotency keys, spent rate limits, sign-in
 * codes and sessions past their time. Files go afterwards, by `referencedMedia`.
 */
export async function housekeep(db: Db): Promise<{ stills: number }> {
  const sql = db.$client;
  const stills = await sql`
    delete from still s where s.seen_at < now() - interval '1 day' and not exists (
      select from storyboard_still u where u.workspace_id = s.workspace_id and u.hash = s.hash
    )`;
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
    union select hash from footage where workspace_id = ${workspaceId} and hash = any(${asked})`;
  return new Set(rows.map((row) => row.hash));
}
