import { and, eq } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { isForeignKeyViolation } from '../refusal.ts';
import { take } from '../schema/index.ts';
import { published } from './storyboards.ts';

export type TakeRecord = typeof take.$inferSelect;

/** The takes of one workspace. */
export function takeQueries(db: Db, workspaceId: string) {
  const ours = (id: string) => and(eq(take.workspaceId, workspaceId), eq(take.id, id));
  return {
    async get(id: string): Promise<TakeRecord | null> {
      const [row] = await db.select().from(take).where(ours(id));
      return row ?? null;
    },

    /**
     * False for an unknown take. Its clip is collected a day later.
     *
     * @throws {Refusal} `published` while it is behind a link
     */
    async delete(id: string): Promise<boolean> {
      try {
        return (await db.delete(take).where(ours(id)).returning({ id: take.id })).length > 0;
      } catch (error) {
        if (isForeignKeyViolation(error)) throw published('take');
        throw error;
      }
    },
  };
}
