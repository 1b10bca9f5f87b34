import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createClient } from './client.ts';
import { deviceSignIn } from './device-sign-in.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const hash = 'a'.repeat(64);
const render = (state: string) => ({
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  storyboardId: '01890a5d-ac96-774b-bcce-b302099a8057',
  revision: 1,
  title: 'Sample',
  source: null,
  state,
  place: null,
  progress: 0,
  stage: '',
  error: null,
  shots: [],
  takes: [],
  createdAt: '2026-11-22T12:00:00.000Z',
  updatedAt: '2026-11-22T12:00:00.000Z',
});

test('uploads only the stills that the workspace lacks and counts the bytes', async () => {
  const put: string[] = [];
  const origin = await serve((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    if (request.method === 'POST') return void response.end(JSON.stringify({ missing: [hash] }));
    put.push(request.url ?? '');
    request.resume().on('end', () => response.end(JSON.stringify({ hash, width: 1, height: 1, bytes: 3 })));
  });
  const api = createClient({ origin });
  const sent = await api.uploadStills(
    new Map([
      [hash, new Blob(['abc'])],
      ['b'.repeat(64), new Blob(['known'])],
    ]),
  );
  expect(put).toEqual([`/v1/stills/${hash}`]);
  expect(sent).toEqual({ stills: 1, bytes: 3 });
});

test('gives the words of a problem and its stable code', async () => {
  const origin = await serve((_, response) => {
    response.statusCode = 409;
    response.end(
      JSON.stringify({
        type: 'about:blank',
        title: 'Stale',
        status: 409,
        code: 'stale_revision',
        detail: 'Someone saved before.',
      }),
    );
  });
  await expect(createClient({ origin }).me()).rejects.toMatchObject({
    kind: 'refused',
    code: 'stale_revision',
    message: 'Someone saved before.',
  });
});

test('says that a server does not answer, and which', async () => {
  const origin = await serve((request) => request.socket.destroy());
  await expect(createClient({ origin }).about()).rejects.toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining(origin),
  });
});

test('follows a render by events and goes on by polling when the stream breaks', async () => {
  let reads = 0;
  const origin = await serve((request, response) => {
    if (request.url?.endsWith('/events')) {
      response.write(`data: ${JSON.stringify(render('queued'))}\n\n`, () => request.socket.destroy());
      return;
    }
    reads += 1;
    response.end(JSON.stringify(render(reads > 1 ? 'done' : 'rendering')));
  });
  const states: string[] = [];
  for await (const snapshot of createClient({ origin }).watch(render('queued').id, { pollEvery: 1 }))
    states.push(snapshot.state);
  expect(states.at(-1)).toBe('done');
  expect(states).toContain('rendering');
});

test('stops following when it is told to', async () => {
  const origin = await serve(
    (_, response) => void response.write(`data: ${JSON.stringify(render('rendering'))}\n\n`),
  );
  const stop = new AbortController();
  const watching = createClient({ origin }).watch(render('queued').id, { signal: stop.signal });
  expect((await watching.next()).value?.state).toBe('rendering');
  const next = watching.next();
  stop.abort();
  await expect(next).rejects.toMatchObject({ kind: 'cancelled' });
});

test('waits for the browser as RFC 8628 says and gives the token', async () => {
  let asked = 0;
  const origin = await serve((request, response) => {
    request.resume();
    if (request.url === '/v1/auth/device/code')
      return void response.end(
        JSON.stringify({
          device_code: 'd',
          user_code: 'ABCD',
          verification_uri: 'x',
          verification_uri_complete: 'x',
          expires_in: 60,
          interval: 1,
        }),
      );
    asked += 1;
    response.statusCode = asked < 2 ? 400 : 200;
    response.end(
      JSON.stringify(
        asked < 2 ? { error: 'authorization_pending' } : { access_token: 'secret', token_type: 'Bearer' },
      ),
    );
  });
  const signIn = deviceSignIn({ origin });
  expect(await signIn.wait(await signIn.start())).toBe('secret');
});
