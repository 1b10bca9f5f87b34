import type { Db } from '../connect.ts';
import { member, newId, organization, user } from '../schema/index.ts';

/** A user with a workspace of their own, as a first sign-in makes them. */
export async function makeWorkspace(
  db: Db,
  name = 'Studio',
): Promise<{ workspaceId: string; userId: string; name: string }> {
  const [userId, workspaceId] = [newId(), newId()];
  await db.insert(user).values({ id: userId, name, email: `${userId}@example.test`, emailVerified: true });
  await db.insert(organization).values({ id: workspaceId, name, slug: workspaceId });
  await db.insert(member).values({ organizationId: workspaceId, userId, role: 'owner' });
  return { workspaceId, userId, name };
}
