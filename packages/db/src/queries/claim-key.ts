import { and, eq } from 'drizzle-orm';
import type { Tx } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { idempotencyKey } from '../schema/index.ts';

/**
 * Keeps an `Idempotency-Key` for what a request makes.
 *
 * @returns the id that an earlier request with this key made, or null for the first one, whose id it keeps
 * @throws {Refusal} `idempotency_key_reused` where it was used for another request
 */
export async function claimKey(
  tx: Tx,
  workspaceId: string,
  key: string,
  requestHash: string,
  id: string,
): Promise<string | null> {
  const claimed = await tx
    .insert(idempotencyKey)
    .values({ workspaceId, key, requestHash, resourceId: id })
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key });
  if (claimed.length > 0) return null;
  const [earlier] = await tx
    .select()
    .from(idempotencyKey)
    .where(and(eq(idempotencyKey.workspaceId, workspaceId), eq(idempotencyKey.key, key)));
  if (!earlier || earlier.requestHash !== requestHash)
    throw new Refusal(
      'idempotency_key_reused',
      'This Idempotency-Key was used for another request. Use a new key for a new one.',
      [{ path: 'Idempotency-Key', message: 'already used with other contents' }],
    );
  return earlier.resourceId;
}
