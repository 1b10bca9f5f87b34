import { createReadStream } from 'node:fs';
import { type Db, tables } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import { and, eq, sql } from 'drizzle-orm';
import type { Plan } from './plan.ts';

const { footage } = tables;

/** A file in the store that a fingerprint stands for. */
export interface Product {
  footageId: string;
  hash: string;
  bytes: number;
  type: string;
  note: string | null;
}

/** What was made for a fingerprint before, if it is still there in full; it is kept from collection for another day. */
export async function findProduct(
  db: Db,
  media: MediaStore,
  workspaceId: string,
  fingerprint: string,
): Promise<Product | undefined> {
  const [row] = await db
    .update(footage)
    .set({ usedAt: sql`now()` })
    .where(and(eq(footage.workspaceId, workspaceId), eq(footage.fingerprint, fingerprint)))
    .returning();
  if (!row || (await media.stat(workspaceId, row.hash))?.bytes !== row.bytes) return undefined;
  const { id, hash, bytes, type, note } = row;
  return { footageId: id, hash, bytes, type, note };
}

/**
 * Puts a file into the store and only then writes down what it is for: a render that is broken off afterwards finds it
 * again instead of making it again.
 */
export async function storeProduct(
  { db, media }: { db: Db; media: MediaStore },
  workspaceId: string,
  fingerprint: string,
  file: { source: string | Uint8Array; type: string; note?: string | null },
  { width, height, fps, frames }: Pick<Plan, 'width' | 'height' | 'fps' | 'frames'>,
): Promise<Product> {
  const { source, type, note = null } = file;
  const stream =
    typeof source === 'string' ? createReadStream(source, { highWaterMark: 1024 * 1024 }) : chunk(source);
  const { hash, bytes } = await media.put(workspaceId, stream);
  const about = { hash, type, bytes, width, height, fps, frames, note };
  const [row] = await db
    .insert(footage)
    .values({ workspaceId, fingerprint, engine: 'assembly', ...about })
    .onConflictDoUpdate({
      target: [footage.workspaceId, footage.fingerprint],
      set: { ...about, usedAt: sql`now()` },
    })
    .returning({ id: footage.id });
  if (!row) throw new Error('a file was stored and its row was not');
  return { footageId: row.id, hash, bytes, type, note };
}

async function* chunk(bytes: Uint8Array) {
  yield bytes;
}
