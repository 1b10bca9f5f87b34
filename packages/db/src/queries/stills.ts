import type { Sha256 } from '@animatic/schema';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { still } from '../schema/index.ts';

export interface StillRecord {
  hash: Sha256;
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: number;
}

const columns = {
  hash: still.hash,
  type: still.type,
  width: still.width,
  height: still.height,
  bytes: still.bytes,
};

/** The stills of one workspace. */
export function stillQueries(db: Db, workspaceId: string) {
  const known = async (hashes: readonly Sha256[]): Promise<StillRecord[]> =>
    hashes.length === 0
      ? []
      : db
          .select(columns)
          .from(still)
          .where(and(eq(still.workspaceId, workspaceId), inArray(still.hash, [...new Set(hashes)])));
  return {
    known,

    /** Which of the hashes have to be sent. What is there is kept from collection for another day. */
    async missing(hashes: readonly Sha256[]): Promise<Sha256[]> {
      if (hashes.length === 0) return [];
      const ours = and(eq(still.workspaceId, workspaceId), inArray(still.hash, [...new Set(hashes)]));
      // First the old ones: collection may be deleting them right now, and then they are not there below.
      await db
        .update(still)
        .set({ seenAt: sql`now()` })
        .where(and(ours, lt(still.seenAt, sql`now() - interval '1 hour'`)));
      const present = new Set(
        (await db.select({ hash: still.hash }).from(still).where(ours)).map((r) => r.hash),
      );
      return [...new Set(hashes)].filter((hash) => !present.has(hash));
    },

    async get(hash: Sha256): Promise<StillRecord | null> {
      const [row] = await known([hash]);
      return row ?? null;
    },

    /** Call it when the file is in the media store, not before. */
    async insert(record: StillRecord): Promise<void> {
      await db
        .insert(still)
        .values({ ...record, workspaceId })
        .onConflictDoUpdate({ target: [still.workspaceId, still.hash], set: { seenAt: sql`now()` } });
    },
  };
}
