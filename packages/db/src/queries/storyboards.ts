import { readStoryboard, type Storyboard, type StoryboardRecord, stillsOf } from '@animatic/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../connect.ts';
import { isForeignKeyViolation, Refusal } from '../refusal.ts';
import {
  newId,
  previewVersion,
  render,
  storyboard,
  storyboardRevision,
  storyboardStill,
  take,
} from '../schema/index.ts';
import { cancelRender } from './cancel-render.ts';
import { stillQueries } from './stills.ts';
import { checkStills } from './storyboard-stills.ts';

const record = (row: typeof storyboard.$inferSelect): StoryboardRecord => ({
  id: row.id,
  revision: row.revision,
  title: row.title,
  source: row.source,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The storyboards of one workspace. */
export function storyboardQueries(db: Db, workspaceId: string) {
  const stills = stillQueries(db, workspaceId);
  const ours = (id: string) => and(eq(storyboard.workspaceId, workspaceId), eq(storyboard.id, id));

  async function addRevision(tx: Tx, storyboardId: string, revision: number, document: Storyboard) {
    await tx.insert(storyboardRevision).values({ workspaceId, storyboardId, revision, document });
    // A board of words alone shows none.
    const shown = stillsOf(document).map((hash) => ({ workspaceId, storyboardId, revision, hash }));
    if (shown.length > 0) await tx.insert(storyboardStill).values(shown);
  }

  return {
    /** @throws {Refusal} `missing_stills`, `still_size_differs` */
    async create(input: {
      document: Storyboard;
      source?: string | null;
      userId?: string | null;
    }): Promise<StoryboardRecord> {
      const { document } = input;
      checkStills(document, await stills.known(stillsOf(document)));
      return db.transaction(async (tx) => {
        const [row] = await tx
          .insert(storyboard)
          .values({
            id: newId(),
            workspaceId,
            title: document.title,
            source: input.source ?? null,
            createdBy: input.userId ?? null,
          })
          .returning();
        await addRevision(tx, row!.id, 1, document);
        return record(row!);
      });
    },

    /**
     * A new revision on top of `revision`; null for an unknown storyboard.
     *
     * @throws {Refusal} `stale_revision` where someone saved in between, `missing_stills`, `still_size_differs`
     */
    async revise(
      id: string,
      input: { revision: number; document: Storyboard },
    ): Promise<StoryboardRecord | null> {
      const { document } = input;
      const [current] = await db.select().from(storyboard).where(ours(id));
      if (!current) return null;
      checkStills(document, await stills.known(stillsOf(document)));
      return db.transaction(async (tx) => {
        const [row] = await tx
          .update(storyboard)
          .set({ revision: sql`${storyboard.revision} + 1`, title: document.title })
          .where(and(ours(id), eq(storyboard.revision, input.revision)))
          .returning();
        if (!row) {
          const [now] = await tx.select({ revision: storyboard.revision }).from(storyboard).where(ours(id));
          if (!now) return null;
          throw new Refusal('stale_revision', 'The storyboard was changed elsewhere since it was read.', [
            {
              path: 'revision',
              message: `The change is based on revision ${input.revision}.`,
              allowed: `${now.revision}, the newest.`,
            },
          ]);
        }
        await addRevision(tx, id, row.revision, document);
        return record(row);
      });
    },

    async get(id: string): Promise<StoryboardRecord | null> {
      const [row] = await db.select().from(storyboard).where(ours(id));
      return row ? record(row) : null;
    },

    /**
     * The document of a revision, the newest without one.
     *
     * @throws {StoryboardVersionError} where a newer version of Animatic stored it
     */
    async document(id: string, revision?: number): Promise<Storyboard | null> {
      const [row] = await db
        .select({ document: storyboardRevision.document })
        .from(storyboardRevision)
        .innerJoin(
          storyboard,
          and(
            eq(storyboard.workspaceId, storyboardRevision.workspaceId),
            eq(storyboard.id, storyboardRevision.storyboardId),
          ),
        )
        .where(and(ours(id), eq(storyboardRevision.revision, revision ?? storyboard.revision)));
      return row ? readStoryboard(row.document) : null;
    },

    /**
     * Deletes a storyboard with its revisions, renders and takes; false for an unknown one.
     *
     * @throws {Refusal} `published` while one of its takes is behind a link
     */
    async delete(id: string): Promise<boolean> {
      const [shown] = await db
        .select({ id: previewVersion.id })
        .from(previewVersion)
        .innerJoin(
          take,
          and(eq(take.workspaceId, previewVersion.workspaceId), eq(take.id, previewVersion.takeId)),
        )
        .innerJoin(render, and(eq(render.workspaceId, take.workspaceId), eq(render.id, take.renderId)))
        .where(and(eq(previewVersion.workspaceId, workspaceId), eq(render.storyboardId, id)))
        .limit(1);
      if (shown) throw published('storyboard');
      try {
        return await db.transaction(async (tx) => {
          // What models are asked for its renders alone is not made for nobody.
          const live = await tx
            .select({ id: render.id })
            .from(render)
            .where(
              and(
                eq(render.workspaceId, workspaceId),
                eq(render.storyboardId, id),
                inArray(render.state, ['queued', 'generating', 'rendering']),
              ),
            );
          for (const one of live) await cancelRender(tx, workspaceId, one.id);
          const gone = await tx.delete(storyboard).where(ours(id)).returning({ id: storyboard.id });
          return gone.length > 0;
        });
      } catch (error) {
        if (isForeignKeyViolation(error)) throw published('storyboard');
        throw error;
      }
    },
  };
}

/** Published is kept: a link never loses what it shows because something behind it was deleted. */
export function published(what: 'storyboard' | 'take'): Refusal {
  return new Refusal(
    'published',
    what === 'take'
      ? 'This take is shown behind a link. Delete the preview first.'
      : 'A take of this storyboard is shown behind a link. Delete the preview first.',
  );
}
