import { type Db, tables } from '@animatic/db';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Caller } from '../core/context.ts';

const { session } = tables;

/** The sessions of one user in one workspace. */
export function sessionsOf(db: Db, caller: Caller) {
  const ours = and(
    eq(session.userId, caller.user.id),
    eq(session.activeOrganizationId, caller.workspace.id),
    gt(session.expiresAt, sql`now()`),
  );
  return {
    list: () => db.select().from(session).where(ours).orderBy(desc(session.id)),
    /** From the next request on the token is nobody's. False for an unknown one. */
    async revoke(id: string): Promise<boolean> {
      const gone = await db
        .delete(session)
        .where(and(ours, eq(session.id, id)))
        .returning({ id: session.id });
      return gone.length > 0;
    },
  };
}
