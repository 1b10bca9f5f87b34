import type { TakeFileKind } from '@animatic/schema';
import { and, eq } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { isForeignKeyViolation } from '../refusal.ts';
import { render, storyboard, take, takeFile } from '../schema/index.ts';
import { fileNameOf } from './render-view.ts';
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

    /** One of the files that a take comes with, and its name for people; null where there is none. */
    async file(id: string, kind: TakeFileKind): Promise<{ hash: string; type: string; name: string } | null> {
      const [row] = await db
        .select({ file: takeFile, aspect: take.aspect, title: storyboard.title })
        .from(takeFile)
        .innerJoin(take, and(eq(take.workspaceId, takeFile.workspaceId), eq(take.id, takeFile.takeId)))
        .innerJoin(render, and(eq(render.workspaceId, take.workspaceId), eq(render.id, take.renderId)))
        .innerJoin(
          storyboard,
          and(eq(storyboard.workspaceId, render.workspaceId), eq(storyboard.id, render.storyboardId)),
        )
        .where(and(ours(id), eq(takeFile.kind, kind)));
      if (!row?.file.hash) return null;
      const { hash, type } = row.file;
      return { hash, type, name: fileNameOf(row.title, row.aspect, kind) };
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
