import { makeBoard } from '@animatic/db/testing';
import { API_VERSION_HEADER, previewSchema, problemSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeTake } from '../../testing/make-take.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), { MAX_JSON_BYTES: '20000' });
  anna = await server.signIn();
});
afterAll(() => server.close());

async function problemOf(answer: Response) {
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = problemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  expect(problem.requestId).toBe(answer.headers.get('X-Request-Id'));
  return problem;
}

test('names the place in the input and what is allowed there', async () => {
  const { code, errors } = await problemOf(
    await anna.post('/v1/storyboards', {
      document: { version: 2, title: 'x', format: { aspect: '3:2', resolution: 720, fps: 30 }, shots: [] },
    }),
  );
  expect(code).toBe('invalid_input');
  expect(errors).toContainEqual(
    expect.objectContaining({ path: 'document.format.aspect', allowed: expect.stringContaining('16:9') }),
  );
  expect(errors).toContainEqual(
    expect.objectContaining({ path: 'document.shots', message: 'a storyboard needs at least one shot' }),
  );
});

test('refuses a picture whose tiles do not make up the size it claims, at the edge', async () => {
  const document = makeBoard([{ hash: 'a'.repeat(64), width: 20, height: 10 }]);
  document.shots[0]!.still.width = 40;
  const answer = await anna.post('/v1/storyboards', { document });
  expect(answer.status).toBe(422);
  const { code, errors } = await problemOf(answer);
  expect(code).toBe('invalid_input');
  expect(errors).toEqual([
    { path: 'document.shots.0.still.tiles', message: expect.stringContaining('leave a gap') },
  ]);
});

test('says of a storyboard from the future that this server is the older one', async () => {
  const { code, errors } = await problemOf(await anna.post('/v1/storyboards', { document: { version: 99 } }));
  expect(code).toBe('invalid_input');
  expect(errors).toEqual([{ path: 'document.version', message: expect.stringContaining('newer Animatic') }]);
});

test.each([
  ['broken JSON', 'POST', '/v1/renders', '{"a":', 'application/json', 400, 'malformed_json'],
  [
    'another type',
    'POST',
    '/v1/renders',
    'a=b',
    'application/x-www-form-urlencoded',
    415,
    'unsupported_type',
  ],
  ['a body without a type', 'POST', '/v1/renders', '{}', '', 415, 'unsupported_type'],
  ['no id', 'GET', '/v1/renders/1', undefined, '', 422, 'invalid_input'],
  ['an unknown route', 'GET', '/v1/nothing', undefined, '', 404, 'no_such_route'],
  ['too much', 'POST', '/v1/renders', `"${'x'.repeat(30_000)}"`, 'application/json', 413, 'too_large'],
])('says what was wrong with %s', async (_, method, path, body, type, status, code) => {
  const headers: Record<string, string> = type ? { 'Content-Type': type } : {};
  const answer = await anna.call(method, path, { body, headers });
  expect(answer.status).toBe(status);
  expect((await problemOf(answer)).code).toBe(code);
});

test('refuses what no column holds as input, not as a fault of ours', async () => {
  const { takeId } = await makeTake(server, anna);
  const { id } = previewSchema.parse(await (await anna.post('/v1/previews', { takeId })).json());
  const never = await anna.patch(`/v1/previews/${id}`, { expiresAt: '0000-01-01T00:00:00Z' });
  expect((await problemOf(never)).code).toBe('invalid_input');
  const renders = await anna.post('/v1/renders', { storyboardId: id, revision: 2 ** 40 });
  expect((await problemOf(renders)).code).toBe('invalid_input');
  for (const list of ['/v1/renders', '/v1/previews'])
    expect((await anna.get(`${list}?source=%00`)).status).toBe(200);
});

test('counts a body that does not say its length', async () => {
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 30; i++) controller.enqueue(new TextEncoder().encode(' '.repeat(1000)));
      controller.close();
    },
  });
  const init = { body, duplex: 'half' as const, headers: { 'Content-Type': 'application/json' } };
  const answer = await anna.call('POST', '/v1/renders', init);
  expect((await problemOf(answer)).code).toBe('too_large');
});

test('tells a person in words what it tells a program in JSON', async () => {
  const go = (path: string) => server.app.request(path, { headers: { Accept: 'text/html,*/*;q=0.8' } });
  const page = await go('/nothing/<b>here</b>');
  expect(page.status).toBe(404);
  expect(page.headers.get('Content-Type')).toContain('text/html');
  expect(await page.text()).not.toContain('<b>here');
  expect((await go('/v1/nothing')).headers.get('Content-Type')).toBe('application/problem+json');
});

test('tells an old plugin from an old server', async () => {
  for (const [theirs, code] of [
    ['0', 'plugin_outdated'],
    ['2', 'server_outdated'],
    ['nonsense', 'plugin_outdated'],
  ] as const) {
    const answer = await anna.get('/v1/me', { [API_VERSION_HEADER]: theirs });
    expect(answer.status).toBe(426);
    expect((await problemOf(answer)).code).toBe(code);
  }
  expect((await anna.get('/v1/me', { [API_VERSION_HEADER]: '1' })).status).toBe(200);
});

test('says nothing about a fault of its own but an id to ask for', async () => {
  const broken = await testApp(inject('databaseUrl'), {}, { mail: false });
  const person = await broken.signIn();
  await broken.deps.sql`alter table storyboard rename to elsewhere`;
  const hash = 'a'.repeat(64);
  await broken.deps.sql`alter table still rename to gone`;
  for (const answer of [
    await person.get('/v1/renders'),
    await person.post('/v1/stills/missing', { hashes: [hash] }),
  ]) {
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toMatch(/select|relation|storyboard|still|\.ts|node_modules|stack/i);
    expect(broken.logged.join('')).toContain(problemSchema.parse(JSON.parse(text)).requestId);
  }
  // A query's parameters are people's data: they are not in the log either.
  expect(broken.logged.join('')).toMatch(/relation .* does not exist/);
  expect(broken.logged.join('')).not.toContain(hash);
  await broken.close();
});

test('stops who asks too often, and says when to come back', async () => {
  const busy = await testApp(inject('databaseUrl'), { RATE_LIMIT: '3', RATE_LIMIT_SIGN_IN: '2' });
  const [one, two] = [await busy.signIn(), await busy.signIn()];
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await one.get('/v1/me')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const answer = await one.get('/v1/me');
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await problemOf(answer)).code).toBe('rate_limited');
  expect((await two.get('/v1/me')).status).toBe(200);
  const guesses = [];
  for (let i = 0; i < 4; i++) guesses.push((await busy.app.request('/sign-in/owner?token=guess')).status);
  expect(guesses).toEqual([410, 410, 429, 429]);
  await busy.close();
});

test('is alive without a database, and says that it is not ready', async () => {
  const alone = await testApp(inject('databaseUrl'));
  expect((await alone.app.request('/readyz')).status).toBe(200);
  await alone.deps.sql.end();
  expect((await alone.app.request('/healthz')).status).toBe(200);
  const answer = await alone.app.request('/readyz');
  expect(answer.status).toBe(503);
  expect((await problemOf(answer)).code).toBe('not_ready');
  await alone.close();
});
