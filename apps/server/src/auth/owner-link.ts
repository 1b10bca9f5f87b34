import { createHash, randomBytes } from 'node:crypto';
import { type Db, newId, tables } from '@animatic/db';
import { and, eq, gt, sql } from 'drizzle-orm';

const { verification } = tables;

/** Who signs in by the link that the terminal prints. */
export const OWNER_EMAIL = 'owner@animatic.local';

const identifier = (token: string): string =>
  `owner-link:${createHash('sha256').update(token).digest('base64url')}`;

/**
 * Makes a link that signs the local owner in: once, within 24 hours. Only its hash is kept.
 *
 * @param options.next where the browser goes then, a path on this server
 * @example console.log(await createOwnerLink(db, { publicUrl: config.publicUrl, next: '/playground/' }));
 */
export async function createOwnerLink(
  db: Db,
  options: { publicUrl: string; next?: string },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db.insert(verification).values({
    id: newId(),
    identifier: identifier(token),
    value: safePath(options.next),
    expiresAt: sql`now() + interval '24 hours'`,
  });
  return `${options.publicUrl}/sign-in/owner?token=${token}`;
}

/** Spends a link's token: the path to go to, or null for one that is unknown, used or too old. */
export async function redeemOwnerLink(db: Db, token: string): Promise<string | null> {
  const [row] = await db
    .delete(verification)
    .where(and(eq(verification.identifier, identifier(token)), gt(verification.expiresAt, sql`now()`)))
    .returning({ next: verification.value });
  return row ? safePath(row.next) : null;
}

/** A path on this server and nothing that a browser reads as another host; `/` for anything else. */
export function safePath(path: string | undefined): string {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\\\s\p{Cc}]/u.test(path)) return '/';
  return path;
}
