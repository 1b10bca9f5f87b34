import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Db, forWorkspace, newId, tables } from '@animatic/db';
import { checkStill, type MediaStore } from '@animatic/media';
import { type Render, readStoryboard, stillsOf } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { OWNER_EMAIL } from '../auth/owner-link.ts';
import { ensureWorkspace } from '../auth/workspace.ts';
import type { Queue } from '../worker/queue.ts';
import { PlainError } from './plain-error.ts';

/** As the bundle and as the source see it. */
const FOLDERS = ['../sample', '../../sample'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

export interface SampleContext {
  db: Db;
  media: MediaStore;
  queue: Pick<Queue, 'enqueue'>;
  signal: AbortSignal;
  /** Where `storyboard.json` and `stills/` lie; the committed ones without it. */
  folder?: string;
  onProgress(render: Pick<Render, 'progress' | 'stage'>): void;
}

/**
 * Renders the committed sample storyboard in the local owner's workspace and publishes it, once: a later start finds it
 * by its source, which names the document's hash.
 *
 * @returns the slug of its link, or undefined where no sample is there
 * @throws PlainError with the reason when it could not be rendered
 */
export async function publishSample(context: SampleContext): Promise<string | undefined> {
  const sample = await readSample(context.folder ? [context.folder] : FOLDERS);
  if (!sample) return undefined;
  const { db, media, signal } = context;
  const userId = await ensureOwner(db);
  const workspaceId = await ensureWorkspace(db, userId);
  const { stills, storyboards, renders, previews } = forWorkspace(db, workspaceId);
  const { source, document } = sample;

  // The first one, which we made: what a person published of it later, or ended, is theirs.
  const published = (await previews.list({ source })).findLast((preview) => !preview.ended);
  if (published) return published.slug;

  let [render] = (await renders.list({ source, limit: 1 })).renders;
  if (!render || render.state === 'failed' || render.state === 'cancelled') {
    for (const hash of await stills.missing(stillsOf(document))) {
      const facts = await storeStill(media, workspaceId, sample.folder, hash);
      await stills.insert({ hash, ...facts });
    }
    const storyboardId = render?.storyboardId ?? (await storyboards.create({ document, source, userId })).id;
    ({ render } = await renders.create({ storyboardId, userId, enqueue: context.queue.enqueue }));
  }
  while (render && (render.state === 'queued' || render.state === 'rendering')) {
    context.onProgress(render);
    await delay(200, undefined, { signal });
    render = (await renders.get(render.id)) ?? undefined;
  }
  const take = render?.takes[0];
  if (!take) throw new PlainError(render?.error?.message ?? 'it was cancelled');
  return (await previews.create({ takeId: take.id, userId })).slug;
}

async function readSample(folders: readonly string[]) {
  for (const folder of folders) {
    const text = await readFile(join(folder, 'storyboard.json'), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return { folder, source: `animatic:sample:${hash}`, document: readStoryboard(JSON.parse(text)) };
  }
  return undefined;
}

async function storeStill(media: MediaStore, workspaceId: string, folder: string, hash: string) {
  for (const type of ['png', 'jpg']) {
    const path = join(folder, 'stills', `${hash}.${type}`);
    const bytes = await readFile(path).catch(() => undefined);
    if (!bytes) continue;
    const facts = await checkStill(path);
    await media.put(workspaceId, once(bytes), { expected: hash });
    return facts;
  }
  throw new PlainError(`its picture stills/${hash}.png is missing`);
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** The local owner, whether they signed in already or not. */
async function ensureOwner(db: Db): Promise<string> {
  const { user } = tables;
  await db
    .insert(user)
    .values({ id: newId(), name: 'You', email: OWNER_EMAIL, emailVerified: true })
    .onConflictDoNothing();
  const [row] = await db.select({ id: user.id }).from(user).where(eq(user.email, OWNER_EMAIL));
  if (!row) throw new Error('the local owner could not be made');
  return row.id;
}
