import { type Db, housekeep, referencedMedia } from '@animatic/db';
import type { MediaStore } from '@animatic/media';

/** One worker at a time does it; the number is ours alone. */
const COLLECT_LOCK = 0x616e_6d63;

/**
 * Forgets rows that are over and deletes files that nothing has referred to for a day. Returns at once where another
 * worker is at it.
 */
export async function collect(db: Db, media: MediaStore): Promise<{ files: number; bytes: number }> {
  const connection = await db.$client.reserve();
  try {
    const [row] = await connection<{ ours: boolean }[]>`select pg_try_advisory_lock(${COLLECT_LOCK}) as ours`;
    if (!row?.ours) return { files: 0, bytes: 0 };
    try {
      await housekeep(db);
      // Our own footage is made again for nothing: it is kept as long as a take has it.
      await connection`
        delete from footage f where f.engine = 'assembly' and f.used_at < now() - interval '1 day' and not exists (
          select from take t where t.workspace_id = f.workspace_id and f.hash in (t.clip_hash, t.poster_hash)
        ) and not exists (
          select from take_file t where t.workspace_id = f.workspace_id and t.hash = f.hash)`;
      return await media.collect({
        referenced: (workspaceId, hashes) => referencedMedia(db, workspaceId, hashes),
      });
    } finally {
      await connection`select pg_advisory_unlock(${COLLECT_LOCK})`;
    }
  } finally {
    connection.release();
  }
}
