import { makeBoard } from '@animatic/db/testing';
import {
  previewSchema,
  renderListSchema,
  renderSchema,
  stillSchema,
  storyboardRecordSchema,
} from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeTake } from '../testing/make-take.ts';
import { type Person, pngOf, type TestApp, testApp } from '../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn('Anna');
});
afterAll(() => server.close());

const previewOf = async (response: Response) => previewSchema.parse(await response.json());

test('goes from stills to a queued render', async () => {
  const still = await pngOf(10);
  const ask = () => anna.post('/v1/stills/missing', { hashes: [still.hash, still.hash] });
  expect(await (await ask()).json()).toEqual({ missing: [still.hash] });
  const put = await anna.upload(still.bytes);
  expect(put.status).toBe(200);
  expect(stillSchema.parse(await put.json())).toMatchObject({ hash: still.hash, width: 16, height: 9 });
  expect(await (await ask()).json()).toEqual({ missing: [] });

  const document = makeBoard([still]);
  const created = await anna.post('/v1/storyboards', { document, source: 'file:1' });
  expect(created.status).toBe(201);
  const board = storyboardRecordSchema.parse(await created.json());
  expect(board).toMatchObject({ revision: 1, title: 'Checkout', source: 'file:1' });
  expect(await (await anna.get(`/v1/storyboards/${board.id}`)).json()).toMatchObject({ document });

  const asked = await anna.post('/v1/renders', { storyboardId: board.id });
  expect(asked.status).toBe(201);
  const render = renderSchema.parse(await asked.json());
  expect(render).toMatchObject({ state: 'queued', place: 1, progress: 0, revision: 1, takes: [] });
  expect(render.shots).toEqual([
    { id: 'shot-1', title: 'Frame 1', state: 'waiting', engine: 'motion', generations: [] },
  ]);
  expect(server.enqueued).toContain(render.id);

  const listed = renderListSchema.parse(await (await anna.get('/v1/renders?source=file:1')).json());
  expect(listed.renders.map(({ id }) => id)).toEqual([render.id]);
  expect(await (await anna.get(`/v1/renders/${render.id}`)).json()).toEqual(render);
});

test('publishes takes as versions behind one link, and the link plays the file', async () => {
  const first = await makeTake(server, anna, { source: 'file:2' });
  const render = renderSchema.parse(await (await anna.get(`/v1/renders/${first.renderId}`)).json());
  expect(render.takes).toMatchObject([{ id: first.takeId, clip: `/v1/takes/${first.takeId}/clip.mp4` }]);

  const published = await anna.post('/v1/previews', { takeId: first.takeId });
  expect(published.status).toBe(201);
  const preview = await previewOf(published);
  expect(preview.url).toMatch(/^http:\/\/localhost:8787\/p\/[\w-]{22}$/);
  expect(preview).toMatchObject({ title: 'Checkout', ended: false, source: 'file:2' });

  const second = await makeTake(server, anna, { clip: new TextEncoder().encode('second') });
  const again = await anna.post(`/v1/previews/${preview.id}/versions`, { takeId: second.takeId });
  const { versions } = previewSchema.parse(await again.json());
  expect(versions.map(({ number }) => number)).toEqual([2, 1]);

  const path = new URL(preview.url).pathname;
  expect(await (await server.app.request(`${path}/v/1/clip.mp4`)).text()).toBe('0123456789abcdef');
  expect(await (await server.app.request(`${path}/v/2/clip.mp4`)).text()).toBe('second');
  expect((await server.app.request(`${path}/v/3/clip.mp4`)).status).toBe(404);
  const page = await server.app.request(path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('/v/2/clip.mp4');
});

test('publishing the newest take again makes no version', async () => {
  const { takeId } = await makeTake(server, anna);
  const preview = await previewOf(await anna.post('/v1/previews', { takeId }));
  const again = await previewOf(await anna.post(`/v1/previews/${preview.id}/versions`, { takeId }));
  expect(again.versions).toHaveLength(1);
});

test('an ended or expired link answers 410, for the page and for its files, and can be opened again', async () => {
  const { takeId } = await makeTake(server, anna);
  const preview = await previewOf(await anna.post('/v1/previews', { takeId, title: 'Launch' }));
  const path = new URL(preview.url).pathname;
  const statuses = async () =>
    Promise.all(
      [path, `${path}/v/1/clip.mp4`, `${path}/v/1/poster.png`].map(
        async (each) => (await server.app.request(each)).status,
      ),
    );
  expect(await statuses()).toEqual([200, 200, 200]);
  const change = (body: unknown) => anna.patch(`/v1/previews/${preview.id}`, body);
  expect(await (await change({ ended: true })).json()).toMatchObject({ ended: true, title: 'Launch' });
  expect(await statuses()).toEqual([410, 410, 410]);
  await change({ ended: false, title: 'Relaunch' });
  expect(await statuses()).toEqual([200, 200, 200]);
  await change({ expiresAt: '2020-01-01T00:00:00.000Z' });
  expect(await statuses()).toEqual([410, 410, 410]);
  await change({ expiresAt: null });
  expect((await anna.delete(`/v1/previews/${preview.id}`)).status).toBe(204);
  expect(await statuses()).toEqual([404, 404, 404]);
});

test('a link still shows its clip where the document was stored by a newer server', async () => {
  const { takeId, storyboardId } = await makeTake(server, anna);
  const preview = await previewOf(await anna.post('/v1/previews', { takeId }));
  await server.deps.sql`
    update storyboard_revision set document = '{"version": 99}' where storyboard_id = ${storyboardId}`;
  const page = await server.app.request(new URL(preview.url).pathname);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('/v/1/clip.mp4');
});

test('deletes what one made, but nothing that is behind a link', async () => {
  const { takeId, storyboardId, renderId } = await makeTake(server, anna);
  const preview = await previewOf(await anna.post('/v1/previews', { takeId }));
  for (const path of [`/v1/takes/${takeId}`, `/v1/storyboards/${storyboardId}`]) {
    const refused = await anna.delete(path);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'published' });
  }
  await anna.delete(`/v1/previews/${preview.id}`);
  expect((await anna.delete(`/v1/takes/${takeId}`)).status).toBe(204);
  expect((await anna.delete(`/v1/storyboards/${storyboardId}`)).status).toBe(204);
  expect((await anna.get(`/v1/renders/${renderId}`)).status).toBe(404);
});

test('cancels a waiting render at once, asks a working one to stop, and leaves a final one', async () => {
  const { renderId } = await makeTake(server, anna);
  const cancel = async () => renderSchema.parse(await (await anna.delete(`/v1/renders/${renderId}`)).json());
  await server.deps.sql`update render set state = 'rendering' where id = ${renderId}`;
  expect(await cancel()).toMatchObject({ state: 'rendering', stage: 'Cancelling' });
  await server.deps.sql`update render set state = 'queued' where id = ${renderId}`;
  expect(await cancel()).toMatchObject({ state: 'cancelled', place: null });
  expect((await cancel()).shots).toMatchObject([{ state: 'cancelled' }]);
});
