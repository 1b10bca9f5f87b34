import { API_VERSION_HEADER, previewSchema, styleSchema } from '@animatic/schema';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  finishGeneration,
  IMAGE_MODEL,
  makeGenerating,
  modelKeys,
  wordsBoard,
  wordsShot,
} from '../../testing/make-generation.ts';
import { makeTake } from '../../testing/make-take.ts';
import { callsOf, type Person, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let owner: Person;
let stranger: Person;
/** What belongs to the owner, by the segment before the parameter in a route's path. */
let theirs: Record<string, string>;
let bodies: Record<string, unknown>;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), modelKeys, { timing: { reread: 50, heartbeat: 1000 } });
  owner = await server.signIn('Owner');
  stranger = await server.signIn('Stranger');
  const made = await makeTake(server, owner, { source: 'file:secret' });
  const spare = await makeTake(server, owner, { shade: 3 });
  const published = await owner.post('/v1/previews', { takeId: made.takeId, title: 'Secret' });
  const preview = previewSchema.parse(await published.json());
  const asked = await makeGenerating(owner, [wordsShot('shot-secret')], 'Secret');
  await finishGeneration(server, owner, asked.generation);
  const look = await owner.post('/v1/styles', { name: 'Secret', words: 'Secret', stills: [made.still.hash] });
  const style = styleSchema.parse(await look.json());
  await owner.put('/v1/budget', { month: 4321, render: 4321 });
  theirs = {
    generations: asked.generation.id,
    styles: style.id,
    stills: made.still.hash,
    storyboards: made.storyboardId,
    renders: made.renderId,
    takes: spare.takeId,
    files: 'webm',
    previews: preview.id,
    tokens: owner.sessionId,
  };
  const board = await (await owner.get(`/v1/storyboards/${made.storyboardId}`)).json();
  const { document } = board as { document: unknown };
  bodies = {
    'POST /v1/stills/missing': { hashes: [made.still.hash] },
    'POST /v1/storyboards': { document },
    'PUT /v1/storyboards/:id': { revision: 1, document },
    'POST /v1/renders': { storyboardId: made.storyboardId },
    'POST /v1/previews': { takeId: made.takeId },
    'POST /v1/previews/:id/versions': { takeId: made.takeId },
    'PATCH /v1/previews/:id': { title: 'Mine now' },
    'POST /v1/auth/sign-out': {},
    'POST /v1/direct': { direction: 'A cup in the rain', want: 'prompt' },
    'POST /v1/proposals': {
      brief: 'a teaser',
      frames: [{ frame: { id: '1:1', name: 'Home', size: { width: 390, height: 844 } } }],
    },
    'POST /v1/renders/estimate': { storyboardId: asked.storyboardId },
    'POST /v1/renders/:id/retry': {},
    'POST /v1/generations': { model: IMAGE_MODEL, prompt: 'On a bottle', inputs: [made.still.hash] },
    'POST /v1/generations/:id/retry': {},
    'POST /v1/generations/:id/review': { decision: 'made' },
    'PUT /v1/budget': { month: 1, render: 1 },
    'POST /v1/styles': { name: 'Mine', stills: [made.still.hash] },
    'PATCH /v1/styles/:id': { name: 'Mine now' },
  };
});
afterAll(() => server.close());

/** Answered for whoever asks: each is said here by hand, so that a new route is closed unless somebody opens it. */
const open = [
  'GET /',
  'GET /healthz',
  'GET /readyz',
  'GET /openapi.json',
  'GET /v1/about',
  'POST /v1/auth/device/code',
  'POST /v1/auth/device/token',
  'GET /v1/auth/magic-link/verify',
  'POST /v1/webhooks/:provider',
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/owner',
  'GET /connect',
  'POST /connect',
  'POST /connect/revoke',
  'GET /p/:slug',
  'GET /p/:slug/v/:version/lines.vtt',
  'GET /p/:slug/v/:version/chapters.vtt',
  'GET /p/:slug/v/:number/clip.mp4',
  'GET /p/:slug/v/:number/poster.png',
  'GET /p/:slug/v/:number/sprites',
  'GET /p/:slug/v/:number/sprites.vtt',
  'GET /playground',
  'GET /playground/plugin/ui.html',
  'GET /playground/plugin/:path{.+}',
  'GET /playground/:path{.*}',
];
/** What a stranger may do: their own things, of which there are none. */
const ownThings: Record<string, (answer: Response) => Promise<void>> = {
  'GET /v1/me': async (answer) => expect(await answer.text()).toContain('Stranger'),
  'GET /v1/tokens': async (answer) => {
    const text = await answer.text();
    expect(text).toContain(stranger.sessionId);
    expect(text).not.toContain(owner.sessionId);
  },
  'GET /v1/renders': async (answer) => expect(await answer.json()).toEqual({ renders: [], next: null }),
  'GET /v1/previews': async (answer) => expect(await answer.json()).toEqual({ previews: [] }),
  'POST /v1/direct': async (answer) => expect(await answer.text()).toContain('A cup in the rain'),
  'POST /v1/proposals': async (answer) => expect(await answer.text()).toContain('Home'),
  'GET /v1/models': async (answer) => expect(await answer.json()).toMatchObject({ pretend: false }),
  'GET /v1/styles': async (answer) => expect(await answer.json()).toEqual({ styles: [] }),
  'GET /v1/budget': async (answer) => expect(await answer.json()).toEqual({ month: null, render: null }),
  'PUT /v1/budget': async (answer) => expect(await answer.json()).toEqual({ month: 1, render: 1 }),
  'GET /v1/usage': async (answer) =>
    expect(await answer.json()).toMatchObject({ total: 0, reserved: 0, kinds: [], models: [] }),
  'POST /v1/stills/missing': async (answer) =>
    expect(await answer.json()).toEqual({ missing: [theirs.stills] }),
};
/** Writes that name nothing of anybody's. */
const skipped = ['POST /v1/auth/sign-out', 'PUT /v1/stills/:hash'];

const routesOf = (app: TestApp['app']) => [
  ...new Set(
    app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  ),
];
const closedRoutes = () => routesOf(server.app).filter((route) => !open.includes(route));

function requestOf(route: string): { method: string; path: string; init: RequestInit } {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/\/([\w-]+)\/:\w+/g, (_, collection: string) => {
    const id = theirs[collection];
    if (!id) throw new Error(`the test has nothing to put into ${pattern}`);
    return `/${collection}/${id}`;
  });
  const body = bodies[route];
  const init: RequestInit = body
    ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    : {};
  return { method, path, init };
}

test('the routes that are open are those that are meant to be', () => {
  const routes = routesOf(server.app);
  expect(open.filter((route) => !routes.includes(route))).toEqual([]);
  expect(closedRoutes().every((route) => route.includes(' /v1/'))).toBe(true);
  expect(closedRoutes().length).toBeGreaterThanOrEqual(44);
});

test('no closed route answers without a token, or with a wrong one', async () => {
  for (const route of closedRoutes()) {
    const { method, path, init } = requestOf(route);
    for (const token of [undefined, 'x'.repeat(32), `${owner.token}x`]) {
      const answer = await callsOf(server.app, token).call(method, path, init);
      expect(answer.status, `${route} with ${token}`).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 'signed_out' });
    }
  }
});

test('no route gives a stranger anything of somebody else’s, by any id', async () => {
  for (const route of closedRoutes()) {
    if (skipped.includes(route)) continue;
    const { method, path, init } = requestOf(route);
    const answer = await stranger.call(method, path, init);
    const own = ownThings[route];
    if (own) {
      expect(answer.status, route).toBe(200);
      await own(answer);
      continue;
    }
    expect([404, 422], `${route} → ${answer.status}`).toContain(answer.status);
    const text = await answer.text();
    for (const secret of ['Secret', 'file:secret', 'Owner', owner.workspaceId])
      expect(text).not.toContain(secret);
  }
  const filtered = await stranger.get(`/v1/renders?storyboardId=${theirs.storyboards}&source=file:secret`);
  expect(await filtered.json()).toEqual({ renders: [], next: null });
});

test('nothing of somebody else’s generations is found, followed or started from', async () => {
  const ids = theirs.generations ?? '';
  for (const query of [`ids=${ids}`, 'shot=shot-secret'])
    expect(await (await stranger.get(`/v1/generations?${query}`)).json()).toEqual({ generations: [] });
  expect((await stranger.get(`/v1/generations/events?ids=${ids}`)).status).toBe(404);
  // The same words cost a stranger what they cost.
  const estimate = async (person: Person, document: unknown) =>
    (await person.post('/v1/renders/estimate', { document })).json();
  const same = wordsBoard([wordsShot('shot-secret')]);
  expect(await estimate(owner, same)).toMatchObject({ shots: [{ found: 1, cost: 0 }] });
  expect(await estimate(stranger, same)).toMatchObject({ shots: [{ found: 0, cost: expect.any(Number) }] });
  const from = { kind: 'extend-take' as const, of: ids };
  const next = wordsBoard([wordsShot('next', { from }), wordsShot('styled', { style: theirs.styles })]);
  const problems = await estimate(stranger, next);
  expect(problems).toMatchObject({
    shots: [
      { problem: expect.stringContaining('no such take') },
      { problem: expect.stringContaining('style') },
    ],
  });
  const board = await stranger.post('/v1/storyboards', { document: next });
  const { id: storyboardId } = (await board.json()) as { id: string };
  const render = await stranger.post('/v1/renders', { storyboardId });
  expect(render.status).toBe(422);
  expect(await render.json()).toMatchObject({ code: 'unknown_generation' });
});

test('and everything is still there for its owner', async () => {
  expect(await (await owner.get('/v1/budget')).json()).toEqual({ month: 4321, render: 4321 });
  expect((await owner.get(`/v1/generations/${theirs.generations}/media`)).status).toBe(200);
  for (const collection of ['storyboards', 'renders', 'previews', 'stills', 'generations'])
    expect((await owner.get(`/v1/${collection}/${theirs[collection]}`)).status, collection).toBe(200);
  expect((await owner.get(`/v1/takes/${theirs.takes}/clip.mp4`)).status).toBe(200);
  expect(await (await owner.get(`/v1/previews/${theirs.previews}`)).json()).toMatchObject({
    title: 'Secret',
    versions: [{ number: 1 }],
  });
});

test('two workspaces keep the same still apart', async () => {
  const answer = await owner.get(`/v1/stills/${theirs.stills}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect((await stranger.get(`/v1/stills/${theirs.stills}`)).status).toBe(404);
  expect((await stranger.upload(bytes)).status).toBe(200);
  expect((await stranger.get(`/v1/stills/${theirs.stills}`)).status).toBe(200);
});

describe('what every answer carries', () => {
  test('a version, for the API and for its problems', async () => {
    for (const path of ['/v1/about', '/v1/me', '/v1/nothing'])
      expect((await stranger.get(path)).headers.get(API_VERSION_HEADER)).toBe('1');
  });

  test('CORS for the null origin on the API, and on nothing else', async () => {
    const ask = async (path: string) =>
      (await stranger.get(path, { Origin: 'null' })).headers.get('Access-Control-Allow-Origin');
    expect(await ask('/v1/me')).toBe('*');
    expect(await ask('/v1/nothing')).toBe('*');
    for (const path of ['/healthz', '/sign-in', '/p/aaaaaaaaaaaaaaaaaaaaaa', '/openapi.json'])
      expect(await ask(path), path).toBeNull();
    const preflight = await server.app.request('/v1/stills/abc', {
      method: 'OPTIONS',
      headers: {
        Origin: 'null',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,idempotency-key,animatic-api-version',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('idempotency-key');
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  test('security headers', async () => {
    for (const path of ['/v1/me', '/sign-in', '/nothing', '/p/unknown']) {
      const { headers } = await server.app.request(path);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).not.toContain('unsafe-inline');
    }
  });
});
