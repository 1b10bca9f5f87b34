import { type Db, newId, tables } from '@animatic/db';
import { asc, eq, sql } from 'drizzle-orm';

const { member, organization } = tables;

/** The workspace that a new session works in: the first one joined, or a personal one that is made now. */
export async function ensureWorkspace(db: Db, userId: string): Promise<string> {
  const [joined] = await memberships(db, userId);
  if (joined) return joined.organizationId;
  return db.transaction(async (tx) => {
    // Two first sign-ins at once make one workspace.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${userId}, 0))`);
    const [made] = await memberships(tx, userId);
    if (made) return made.organizationId;
    const id = newId();
    await tx.insert(organization).values({ id, name: 'My workspace', slug: id });
    await tx.insert(member).values({ organizationId: id, userId, role: 'owner' });
    return id;
  });
}

const memberships = (db: Pick<Db, 'select'>, userId: string) =>
  db
    .select({ organizationId: member.organizationId })
    .from(member)
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(member.id))
    .limit(1);
