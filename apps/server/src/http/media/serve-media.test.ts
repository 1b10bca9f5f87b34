import { request } from 'node:http';
import { API_VERSION_HEADER, previewSchema, problemSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listen } from '../../testing/listen.ts';
import { makeTake } from '../../testing/make-take.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
let clip: Uint8Array;
let etag: string;
/** The same file behind a token and behind a link. */
let places: { name: string; path: string; headers: Record<string, string> }[];
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn();
  clip = Uint8Array.from({ length: 700_000 }, (_, index) => (index * 31) % 251);
  const take = await makeTake(server, anna, { clip });
  etag = `"${take.clipHash}"`;
  const preview = previewSchema.parse(
    await (await anna.post('/v1/previews', { takeId: take.takeId })).json(),
  );
  places = [
    {
      name: 'token',
      path: `/v1/takes/${take.takeId}/clip.mp4`,
      headers: { Authorization: `Bearer ${anna.token}` },
    },
    { name: 'link', path: `${new URL(preview.url).pathname}/v/1/clip.mp4`, headers: {} },
  ];
});
afterAll(() => server.close());

async function each(
  check: (
    get: (headers?: Record<string, string>, method?: string, query?: string) => Promise<Response>,
  ) => Promise<void>,
) {
  for (const place of places)
    await check(async (headers = {}, method = 'GET', query = '') =>
      server.app.request(place.path + query, { method, headers: { ...place.headers, ...headers } }),
    );
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

test('sends the whole file with what a player and a cache need to know', () =>
  each(async (get) => {
    const answer = await get();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(clip.length),
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache',
      etag,
      'x-content-type-options': 'nosniff',
    });
    expect(await bytesOf(answer)).toEqual(clip);
  }));

test.each([
  ['bytes=0-99', 0, 100],
  ['bytes=500000-', 500_000, 700_000],
  ['bytes=-10', 699_990, 700_000],
  ['bytes=699999-9999999', 699_999, 700_000],
])('sends the part %s', (range, start, end) =>
  each(async (get) => {
    const answer = await get({ Range: range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('Content-Range')).toBe(`bytes ${start}-${end - 1}/${clip.length}`);
    expect(answer.headers.get('Content-Length')).toBe(String(end - start));
    expect(await bytesOf(answer)).toEqual(clip.slice(start, end));
  }),
);

test('refuses a part that lies past the end, and says how long the file is', () =>
  each(async (get) => {
    const answer = await get({ Range: 'bytes=700000-' });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('Content-Range')).toBe('bytes */700000');
    expect(problemSchema.parse(await answer.json()).code).toBe('range_not_satisfiable');
  }));

test('does not send again what has not changed', () =>
  each(async (get) => {
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get({ 'If-None-Match': tags, Range: 'bytes=0-1' });
      expect(answer.status, tags).toBe(304);
      expect(answer.headers.get('ETag')).toBe(etag);
      expect(await answer.text()).toBe('');
    }
    expect((await get({ 'If-None-Match': '"other"' })).status).toBe(200);
  }));

test('says the version of the API with whatever it answers to a token', async () => {
  const [token] = places;
  for (const [headers, status] of [
    [{}, 200],
    [{ Range: 'bytes=0-1' }, 206],
    [{ 'If-None-Match': etag }, 304],
    [{ Range: 'bytes=700000-' }, 416],
  ] as const) {
    const answer = await server.app.request(token!.path, { headers: { ...token!.headers, ...headers } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get(API_VERSION_HEADER)).toBe('1');
  }
});

test('heeds a range only when If-Range is this very file', () =>
  each(async (get) => {
    const ask = async (ifRange: string) => (await get({ Range: 'bytes=0-1', 'If-Range': ifRange })).status;
    expect(await ask(etag)).toBe(206);
    for (const other of ['"other"', `W/${etag}`, 'Sun, 22 Nov 2026 00:00:00 GMT'])
      expect(await ask(other)).toBe(200);
  }));

test('answers HEAD as GET, without a body', () =>
  each(async (get) => {
    const whole = await get({}, 'HEAD');
    expect(whole.status).toBe(200);
    expect(whole.headers.get('Content-Length')).toBe('700000');
    expect(whole.headers.get('Accept-Ranges')).toBe('bytes');
    expect(await whole.text()).toBe('');
    const part = await get({ Range: 'bytes=0-9' }, 'HEAD');
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Length')).toBe('10');
  }));

test('names a download without letting the name out of its header', () =>
  each(async (get) => {
    const nameOf = async (name: string) =>
      (await get({}, 'HEAD', `?download=${encodeURIComponent(name)}`)).headers.get('Content-Disposition');
    expect(await nameOf('Launch clip')).toBe(
      `attachment; filename="Launch clip.mp4"; filename*=UTF-8''Launch%20clip.mp4`,
    );
    expect(await nameOf('Größe 你好.mp4')).toContain(
      "filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E4%BD%A0%E5%A5%BD.mp4",
    );
    const hostile = await nameOf('a"\r\nSet-Cookie: x=1; /../..\\..\u202Egnp.exe');
    expect(hostile).toMatch(/^attachment; filename="[^"\r\n]*\.mp4"; filename\*=UTF-8''[\w.%~-]+\.mp4$/);
    expect(await nameOf(`${'a'.repeat(99)}😀`)).toContain('a%F0%9F%98%80.mp4');
    expect(await nameOf('😀'.repeat(60))).toContain('%F0%9F%98%80.mp4');
    expect(await nameOf('')).toContain('filename="animatic.mp4"');
  }));

test('gives no directory and no other part', async () => {
  for (const place of places) {
    const folder = place.path.replace(/\/[^/]+$/, '');
    for (const path of [folder, `${folder}/`, `${folder}/clip.mov`, `${folder}/..%2f..%2fclip.mp4`]) {
      const answer = await server.app.request(path, { headers: place.headers });
      expect(answer.status, path).toBe(404);
    }
  }
});

test('a take that lost its file says so instead of breaking off', async () => {
  const take = await makeTake(server, anna, { clip: new TextEncoder().encode('soon gone'), shade: 9 });
  await server.deps.media.delete(anna.workspaceId, take.clipHash);
  expect((await anna.get(`/v1/takes/${take.takeId}/clip.mp4`)).status).toBe(404);
});

test('on a socket: HEAD says the length, and a reader who leaves is let go', async () => {
  const listening = await listen(server);
  const [place] = places;
  if (!place) throw new Error('no place');
  const ask = (method: string) =>
    new Promise<{ length: string | undefined; leave: () => void }>((resolve, reject) => {
      const asked = request(`${listening.url}${place.path}`, { method, headers: place.headers }, (answer) => {
        const leave = () => asked.destroy();
        if (method === 'HEAD') answer.resume();
        resolve({ length: answer.headers['content-length'], leave });
      });
      asked.on('error', reject);
      asked.end();
    });
  expect((await ask('HEAD')).length).toBe('700000');
  (await ask('GET')).leave();
  const again = await fetch(`${listening.url}${place.path}`, { headers: place.headers });
  expect((await bytesOf(again)).length).toBe(700_000);
  await listening.close();
});
