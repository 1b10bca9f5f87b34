import { tables } from '@animatic/db';
import { previewSchema, problemSchema, renderSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeTake } from '../../testing/make-take.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn();
});
afterAll(() => server.close());

const renderOf = async (answer: Response) => renderSchema.parse(await answer.json());

/** A take with a GIF, and a WebM that could not be made. */
async function takeWithFiles() {
  const made = await makeTake(server, anna);
  const { db, media } = server.deps;
  const { hash, bytes } = await media.put(
    anna.workspaceId,
    (async function* () {
      yield new TextEncoder().encode('GIF89a and so on');
    })(),
  );
  const { workspaceId } = anna;
  const common = { workspaceId, takeId: made.takeId };
  await db.insert(tables.takeFile).values([
    { ...common, kind: 'gif', hash, bytes, type: 'image/gif', note: 'lowered the rate' },
    { ...common, kind: 'webm', hash: null, type: 'video/webm', note: 'no room' },
  ]);
  return made;
}

test('a take says what it comes as, and sends each with the token, under a good name', async () => {
  const { renderId, takeId } = await takeWithFiles();
  const { takes } = await renderOf(await anna.get(`/v1/renders/${renderId}`));
  const url = `/v1/takes/${takeId}/files/gif`;
  expect(takes[0]?.files).toEqual([
    { kind: 'gif', url, name: 'Checkout.gif', type: 'image/gif', bytes: 16, note: 'lowered the rate' },
    { kind: 'webm', url: null, name: 'Checkout.webm', type: 'video/webm', bytes: 0, note: 'no room' },
  ]);
  const answer = await anna.get(url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toBe('image/gif');
  expect(answer.headers.get('Content-Disposition')).toContain('filename="Checkout.gif"');
  expect(await answer.text()).toBe('GIF89a and so on');
  const part = await anna.call('GET', url, { headers: { Range: 'bytes=0-4' } });
  expect([part.status, await part.text()]).toEqual([206, 'GIF89']);
  const named = await anna.get(`${url}?download=${encodeURIComponent('Übersicht')}`);
  expect(named.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%C3%9Cbersicht.gif");
});

test('what was not asked for, or could not be made, is not found; what is no kind is refused', async () => {
  const { takeId } = await takeWithFiles();
  expect((await anna.get(`/v1/takes/${takeId}/files/png`)).status).toBe(404);
  expect((await anna.get(`/v1/takes/${takeId}/files/webm`)).status).toBe(404);
  expect((await anna.get(`/v1/takes/${takeId}/files/exe`)).status).toBe(422);
});

test('nobody else gets a file, and it is gone with its take', async () => {
  const { takeId } = await takeWithFiles();
  const bert = await server.signIn('Bert');
  expect((await bert.get(`/v1/takes/${takeId}/files/gif`)).status).toBe(404);
  expect((await anna.delete(`/v1/takes/${takeId}`)).status).toBe(204);
  expect((await anna.get(`/v1/takes/${takeId}/files/gif`)).status).toBe(404);
  const { sql } = server.deps;
  expect(await sql`select from take_file where take_id = ${takeId}`).toHaveLength(0);
});

test('the thumbnails of a published take are behind its link, as long as that lasts; nothing else is', async () => {
  const { takeId } = await takeWithFiles();
  const { db, media } = server.deps;
  const put = async (text: string) =>
    media.put(
      anna.workspaceId,
      (async function* () {
        yield new TextEncoder().encode(text);
      })(),
    );
  const common = { workspaceId: anna.workspaceId, takeId };
  await db.insert(tables.takeFile).values([
    { ...common, kind: 'sprites', ...(await put('sheet')), type: 'image/jpeg' },
    { ...common, kind: 'sprites.vtt', ...(await put('WEBVTT')), type: 'text/vtt' },
  ]);
  const answer = await anna.post('/v1/previews', { takeId });
  const { id, url } = previewSchema.parse(await answer.json());
  const path = new URL(url).pathname;
  const texts = async () =>
    Promise.all(
      ['sprites', 'sprites.vtt', 'gif'].map(async (kind) => {
        const file = await server.app.request(`${path}/v/1/${kind}`);
        return file.ok ? file.text() : file.status;
      }),
    );
  expect(await texts()).toEqual(['sheet', 'WEBVTT', 404]);
  await anna.patch(`/v1/previews/${id}`, { ended: true });
  expect((await texts()).slice(0, 2)).toEqual([410, 410]);
});

test('a render may ask for formats and files; nonsense is refused, and so is a key used for other ones', async () => {
  const { storyboardId } = await makeTake(server, anna);
  const ask = (outputs: unknown, key: string) =>
    anna.post('/v1/renders', { storyboardId, outputs }, { 'Idempotency-Key': key });
  const answer = await ask({ aspects: ['9:16', '1:1'], files: ['gif'] }, 'formats');
  expect(answer.status).toBe(201);
  const { id } = await renderOf(answer);
  const [row] = await server.deps.sql`select outputs from render where id = ${id}`;
  expect(row?.outputs).toEqual({ aspects: ['9:16', '1:1'], files: ['gif'] });
  expect((await ask({ aspects: ['9:16', '1:1'], files: ['gif'] }, 'formats')).status).toBe(200);
  expect((await ask({ files: ['gif'] }, 'formats')).status).toBe(422);
  for (const wrong of [{ aspects: ['3:1'] }, { files: ['mov'] }, { files: 'gif' }]) {
    const refused = await ask(wrong, 'wrong');
    expect(refused.status).toBe(422);
    expect(problemSchema.parse(await refused.json()).errors?.[0]?.path).toContain('outputs');
  }
});
