import { newId, tables } from '@animatic/db';
import { makeBoard } from '@animatic/db/testing';
import { type Person, pngOf, type TestApp } from './test-app.ts';

async function* stream(bytes: Uint8Array) {
  yield bytes;
}

/** Through the API to a queued render. */
export async function makeRender(person: Person, options: { source?: string; shade?: number } = {}) {
  const still = await pngOf(options.shade ?? 200);
  await person.upload(still.bytes);
  const board = await person.post('/v1/storyboards', {
    document: makeBoard([still]),
    source: options.source,
  });
  const { id: storyboardId } = (await board.json()) as { id: string };
  const made = await person.post('/v1/renders', { storyboardId });
  const render = (await made.json()) as { id: string };
  return { still, storyboardId, renderId: render.id };
}

/** What a worker leaves behind: files first, then the rows. */
export async function makeTake(
  { deps }: TestApp,
  person: Person,
  options: { clip?: Uint8Array; source?: string; shade?: number } = {},
) {
  const made = await makeRender(person, options);
  const clip = options.clip ?? new TextEncoder().encode('0123456789abcdef');
  const stored = await deps.media.put(person.workspaceId, stream(clip));
  const poster = await deps.media.put(person.workspaceId, stream(new TextEncoder().encode('a poster')));
  const takeId = newId();
  await deps.db.insert(tables.take).values({
    id: takeId,
    workspaceId: person.workspaceId,
    renderId: made.renderId,
    clipHash: stored.hash,
    clipBytes: stored.bytes,
    posterHash: poster.hash,
    posterBytes: poster.bytes,
    width: 1280,
    height: 720,
    fps: 30,
    seconds: 2,
  });
  return { ...made, takeId, clip, clipHash: stored.hash };
}
