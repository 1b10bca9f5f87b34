import { readStoryboard, type Storyboard, type TakeFileKind } from '@animatic/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import {
  link,
  preview,
  previewVersion,
  render,
  storyboardRevision,
  take,
  takeFile,
} from '../schema/index.ts';
import type { TakeRecord } from './takes.ts';

export interface LinkedVersion {
  number: number;
  publishedAt: Date;
  take: TakeRecord;
}

/** What a link leads to. An ended or expired link has no versions: nothing behind it is shown. */
export interface LinkedPreview {
  state: 'open' | 'ended';
  slug: string;
  workspaceId: string;
  previewId: string;
  title: string;
  createdAt: Date;
  /** Newest first. */
  versions: LinkedVersion[];
}

/** 128 bits in base64url are always 22 characters. */
const SLUG = /^[\w-]{22}$/;

/**
 * Reads a preview by its link's slug, by the database's clock; null for an unknown one.
 *
 * @example const preview = await byLink(db, slug); if (preview?.state === 'open') show(preview.versions[0]);
 */
export async function byLink(db: Db, slug: string): Promise<LinkedPreview | null> {
  if (!SLUG.test(slug)) return null;
  const [head] = await db
    .select({
      link,
      preview,
      ended: sql<boolean>`${link.endedAt} is not null or coalesce(${link.expiresAt} <= now(), false)`,
    })
    .from(link)
    .innerJoin(preview, and(eq(preview.workspaceId, link.workspaceId), eq(preview.id, link.previewId)))
    .where(eq(link.slug, slug));
  if (!head) return null;
  const common = {
    slug,
    workspaceId: head.link.workspaceId,
    previewId: head.preview.id,
    title: head.preview.title,
    createdAt: head.preview.createdAt,
  };
  if (head.ended) return { ...common, state: 'ended', title: '', versions: [] };
  const versions = await db
    .select({ number: previewVersion.number, publishedAt: previewVersion.publishedAt, take })
    .from(previewVersion)
    .innerJoin(
      take,
      and(eq(take.workspaceId, previewVersion.workspaceId), eq(take.id, previewVersion.takeId)),
    )
    .where(
      and(
        eq(previewVersion.workspaceId, head.link.workspaceId),
        eq(previewVersion.previewId, head.link.previewId),
      ),
    )
    .orderBy(desc(previewVersion.number));
  return { ...common, state: 'open', versions };
}

/**
 * The document that a take was rendered from: its chapters and lines.
 *
 * @throws {StoryboardVersionError} where a newer version of Animatic stored it
 */
export async function documentOfTake(
  db: Db,
  from: Pick<TakeRecord, 'workspaceId' | 'renderId'>,
): Promise<Storyboard | null> {
  const [row] = await db
    .select({ document: storyboardRevision.document })
    .from(render)
    .innerJoin(
      storyboardRevision,
      and(
        eq(storyboardRevision.workspaceId, render.workspaceId),
        eq(storyboardRevision.storyboardId, render.storyboardId),
        eq(storyboardRevision.revision, render.revision),
      ),
    )
    .where(and(eq(render.workspaceId, from.workspaceId), eq(render.id, from.renderId)));
  return row ? readStoryboard(row.document) : null;
}

/** One of the files that a take comes with, for whoever has its link; null where there is none. */
export async function fileOfTake(
  db: Db,
  of: Pick<TakeRecord, 'workspaceId' | 'id'>,
  kind: TakeFileKind,
): Promise<{ hash: string; type: string } | null> {
  const [row] = await db
    .select({ hash: takeFile.hash, type: takeFile.type })
    .from(takeFile)
    .where(
      and(eq(takeFile.workspaceId, of.workspaceId), eq(takeFile.takeId, of.id), eq(takeFile.kind, kind)),
    );
  return row?.hash ? { hash: row.hash, type: row.type } : null;
}
