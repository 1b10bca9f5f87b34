import { randomBytes } from 'node:crypto';
import type { Preview } from '@animatic/schema';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../connect.ts';
import { Refusal } from '../refusal.ts';
import { link, newId, preview, previewVersion, render, storyboard, take } from '../schema/index.ts';
import { takeView } from './render-view.ts';

/** 128 random bits: a link is found by having it, never by guessing. */
const newSlug = (): string => randomBytes(16).toString('base64url');

/** A preview as the API shows it, but for the link's address, which only the server knows how to write. */
export type PreviewRecord = Omit<Preview, 'url'> & { slug: string };

/** The previews of one workspace. */
export function previewQueries(db: Db, workspaceId: string) {
  const ours = (id: string) => and(eq(preview.workspaceId, workspaceId), eq(preview.id, id));

  async function read(filter: { ids?: string[]; source?: string; limit: number }): Promise<PreviewRecord[]> {
    const heads = await db
      .select({ preview, link })
      .from(preview)
      .innerJoin(link, and(eq(link.workspaceId, preview.workspaceId), eq(link.previewId, preview.id)))
      .where(
        and(
          eq(preview.workspaceId, workspaceId),
          filter.ids ? inArray(preview.id, filter.ids) : undefined,
          filter.source !== undefined ? eq(preview.source, filter.source) : undefined,
        ),
      )
      .orderBy(desc(preview.id))
      .limit(filter.limit);
    if (heads.length === 0) return [];
    const versions = await db
      .select({ version: previewVersion, take })
      .from(previewVersion)
      .innerJoin(
        take,
        and(eq(take.workspaceId, previewVersion.workspaceId), eq(take.id, previewVersion.takeId)),
      )
      .where(
        and(
          eq(previewVersion.workspaceId, workspaceId),
          inArray(
            previewVersion.previewId,
            heads.map((head) => head.preview.id),
          ),
        ),
      )
      .orderBy(desc(previewVersion.number));
    return heads.map((head) => ({
      id: head.preview.id,
      slug: head.link.slug,
      title: head.preview.title,
      ended: head.link.endedAt !== null,
      expiresAt: head.link.expiresAt?.toISOString() ?? null,
      source: head.preview.source,
      createdAt: head.preview.createdAt.toISOString(),
      versions: versions
        .filter((row) => row.version.previewId === head.preview.id)
        .map((row) => ({
          number: row.version.number,
          take: takeView({ ...row.take, bytes: row.take.clipBytes }),
          publishedAt: row.version.publishedAt.toISOString(),
        })),
    }));
  }

  const get = async (id: string): Promise<PreviewRecord | null> =>
    (await read({ ids: [id], limit: 1 }))[0] ?? null;

  /** The take with its board's title and source; locked, so that it is not deleted while it is published. */
  async function takeToPublish(tx: Tx, takeId: string) {
    const [row] = await tx
      .select({ title: storyboard.title, source: storyboard.source })
      .from(take)
      .innerJoin(render, and(eq(render.workspaceId, take.workspaceId), eq(render.id, take.renderId)))
      .innerJoin(
        storyboard,
        and(eq(storyboard.workspaceId, render.workspaceId), eq(storyboard.id, render.storyboardId)),
      )
      .where(and(eq(take.workspaceId, workspaceId), eq(take.id, takeId)))
      .for('share', { of: take });
    if (row) return row;
    throw new Refusal('unknown_take', 'There is no such take in this workspace.', [
      { path: 'takeId', message: 'unknown' },
    ]);
  }

  return {
    get,

    list: (filter: { source?: string } = {}): Promise<PreviewRecord[]> => read({ ...filter, limit: 200 }),

    /** A preview with its first version and its link. @throws {Refusal} `unknown_take` */
    async create(input: { takeId: string; title?: string; userId?: string | null }): Promise<PreviewRecord> {
      const id = newId();
      await db.transaction(async (tx) => {
        const from = await takeToPublish(tx, input.takeId);
        const createdBy = input.userId ?? null;
        const title = input.title ?? (from.title.trim() || 'Untitled');
        await tx.insert(preview).values({ id, workspaceId, title, source: from.source, createdBy });
        await tx
          .insert(previewVersion)
          .values({ workspaceId, previewId: id, number: 1, takeId: input.takeId, publishedBy: createdBy });
        await tx.insert(link).values({ workspaceId, previewId: id, slug: newSlug() });
      });
      return (await get(id))!;
    },

    /** The next version behind the same link; null for an unknown preview. @throws {Refusal} `unknown_take` */
    async publish(
      id: string,
      input: { takeId: string; userId?: string | null },
    ): Promise<PreviewRecord | null> {
      const found = await db.transaction(async (tx) => {
        // The lock makes two who publish at once take turns, so that each gets a number of its own.
        const [head] = await tx.select({ id: preview.id }).from(preview).where(ours(id)).for('update');
        if (!head) return false;
        await takeToPublish(tx, input.takeId);
        const [newest] = await tx
          .select({ number: previewVersion.number, takeId: previewVersion.takeId })
          .from(previewVersion)
          .where(and(eq(previewVersion.workspaceId, workspaceId), eq(previewVersion.previewId, id)))
          .orderBy(desc(previewVersion.number))
          .limit(1);
        // Published twice by a retried request: it is already the newest.
        if (newest?.takeId === input.takeId) return true;
        await tx.insert(previewVersion).values({
          workspaceId,
          previewId: id,
          number: (newest?.number ?? 0) + 1,
          takeId: input.takeId,
          publishedBy: input.userId ?? null,
        });
        await tx.update(preview).set({ updatedAt: new Date() }).where(ours(id));
        return true;
      });
      return found ? get(id) : null;
    },

    async patch(
      id: string,
      change: { title?: string; ended?: boolean; expiresAt?: string | null },
    ): Promise<PreviewRecord | null> {
      await db.transaction(async (tx) => {
        const [head] = await tx
          .update(preview)
          .set({ updatedAt: new Date(), ...(change.title === undefined ? {} : { title: change.title }) })
          .where(ours(id))
          .returning({ id: preview.id });
        if (!head || (change.ended === undefined && change.expiresAt === undefined)) return;
        await tx
          .update(link)
          .set({
            ...(change.ended === undefined
              ? {}
              : { endedAt: change.ended ? sql`coalesce(${link.endedAt}, now())` : null }),
            ...(change.expiresAt === undefined
              ? {}
              : { expiresAt: change.expiresAt === null ? null : new Date(change.expiresAt) }),
          })
          .where(and(eq(link.workspaceId, workspaceId), eq(link.previewId, id)));
      });
      return get(id);
    },

    /** With its link, versions, comments; the takes stay. False for an unknown preview. */
    async delete(id: string): Promise<boolean> {
      return (await db.delete(preview).where(ours(id)).returning({ id: preview.id })).length > 0;
    },
  };
}
