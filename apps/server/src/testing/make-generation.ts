import { newId, tables } from '@animatic/db';
import { type Generation, renderSchema, type Shot, storyboardRecordSchema } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import type { Person, TestApp } from './test-app.ts';

/** What makes models available in a test's app: keys that open nothing. */
export const modelKeys = { FAL_API_KEY: 'none', OPENAI_API_KEY: 'none' };

/** A video model and an image model of the catalogue that comes with Animatic. */
export const VIDEO_MODEL = 'fal/kling-4';
export const IMAGE_MODEL = 'gpt-image-2';

type Asked = NonNullable<Shot['generation']>;

/** A shot of words alone, as a client sends it. */
export const wordsShot = (id: string, asked: Partial<Asked> = {}, direction = `A city at dusk, ${id}`) => ({
  id,
  source: { node: `words:${id}`, name: `B-roll ${id}` },
  size: { width: 1920, height: 1080 },
  caption: { direction },
  duration: 4,
  engine: 'vendors' as const,
  generation: { model: VIDEO_MODEL, from: { kind: 'words' }, seconds: 5, ...asked } satisfies Partial<Asked>,
});

/** A document of such shots. */
export const wordsBoard = (shots: readonly ReturnType<typeof wordsShot>[], title = 'B-roll') => ({
  version: 2,
  title,
  format: { aspect: '16:9', resolution: 720, fps: 30 },
  shots,
});

/** Through the API to a render that waits for models. */
export async function makeGenerating(person: Person, shots = [wordsShot(newId())], title?: string) {
  const board = await person.post('/v1/storyboards', { document: wordsBoard(shots, title) });
  const { id: storyboardId } = storyboardRecordSchema.parse(await board.json());
  const render = renderSchema.parse(await (await person.post('/v1/renders', { storyboardId })).json());
  const generations = render.shots.flatMap((shot) => shot.generations);
  const [first] = generations;
  if (!first) throw new Error('nothing is asked of models');
  return { storyboardId, render, generations, generation: first };
}

async function* stream(text: string) {
  yield new TextEncoder().encode(text);
}

/** What a worker leaves behind when a video is there: files first, then the rows. */
export async function finishGeneration({ deps }: TestApp, person: Person, { id }: Pick<Generation, 'id'>) {
  const { db, media } = deps;
  const { workspaceId } = person;
  const [row] = await db.select().from(tables.generation).where(eq(tables.generation.id, id));
  if (!row) throw new Error('no such generation');
  const stored = await media.put(workspaceId, stream(`a clip of ${id}`));
  const poster = await media.put(workspaceId, stream(`a poster of ${id}`));
  const footageId = newId();
  await db.insert(tables.footage).values({
    id: footageId,
    workspaceId,
    fingerprint: row.fingerprint,
    engine: row.engine,
    hash: stored.hash,
    type: 'video/mp4',
    bytes: stored.bytes,
    width: row.intent.size.width,
    height: row.intent.size.height,
    fps: 24,
    frames: 120,
  });
  await db
    .update(tables.generation)
    .set({ state: 'done', footageId, posterHash: poster.hash, progress: 1, cost: row.estimatedCost })
    .where(eq(tables.generation.id, id));
  return { hash: stored.hash, clip: `a clip of ${id}`, poster: `a poster of ${id}` };
}

/** Puts a generation into a state that ends, or waits for a person. */
export async function endGeneration(
  { deps }: TestApp,
  { id }: Pick<Generation, 'id'>,
  state: 'failed' | 'needs_review',
) {
  await deps.db
    .update(tables.generation)
    .set(
      state === 'failed'
        ? { state, errorCode: 'vendor_failed', errorMessage: 'It failed.', errorAdvice: 'Try again.' }
        : { state, reviewReason: 'The connection broke.' },
    )
    .where(eq(tables.generation.id, id));
}
