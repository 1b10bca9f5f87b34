import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Generation } from '@animatic/schema';
import { afterEach, expect, test } from 'vitest';
import { createClient } from './client.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

interface Seen {
  method: string | undefined;
  url: string | undefined;
  body: unknown;
  key: string | string[] | undefined;
}

/** A server that answers as it is told, and what it was asked. */
async function serve(answer: (seen: Seen, request: IncomingMessage, response: ServerResponse) => unknown) {
  const asked: Seen[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const seen = {
      method: request.method,
      url: request.url,
      body: text ? JSON.parse(text) : undefined,
      key: request.headers['idempotency-key'],
    };
    asked.push(seen);
    const body = answer(seen, request, response);
    if (body !== undefined) response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return { asked, api: createClient({ origin: `http://127.0.0.1:${address.port}` }) };
}

const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'] as const;
const generation = (state: Generation['state'], id: string = ids[0]): Generation => ({
  id,
  engine: 'images',
  model: 'gpt-image-2',
  kind: 'image',
  state,
  progress: 0,
  stage: '',
  prompt: 'on a bottle',
  variation: 0,
  estimatedCost: 0.04,
  cost: null,
  error: null,
  review: null,
  partial: null,
  result: null,
  renderId: null,
  shotId: 'shot-1',
  createdAt: '2026-11-22T12:00:00.000Z',
  updatedAt: '2026-11-22T12:00:00.000Z',
});

test('asks for pictures under a key, and gives a generation for each', async () => {
  const { api, asked } = await serve(() => ({ generations: [generation('queued')] }));
  const made = await api.createImages(
    { model: 'gpt-image-2', prompt: 'on a bottle', variations: 2 },
    'press-1',
  );
  expect(made.map(({ state }) => state)).toEqual(['queued']);
  expect(asked).toEqual([
    {
      method: 'POST',
      url: '/v1/generations',
      key: 'press-1',
      body: { model: 'gpt-image-2', prompt: 'on a bottle', variations: 2 },
    },
  ]);
});

test('reads by ids or by shot, and asks nothing where there is nothing to ask for', async () => {
  const { api, asked } = await serve(() => ({ generations: [] }));
  await api.generations({ ids: [...ids] });
  await api.generations({ shot: 'a:b' });
  expect(await api.generations({ ids: [] })).toEqual([]);
  expect(asked.map(({ url }) => url)).toEqual([
    `/v1/generations?ids=${ids.join('%2C')}`,
    '/v1/generations?shot=a%3Ab',
  ]);
});

test('cancels, retries and reviews', async () => {
  const { api, asked } = await serve(({ url }) =>
    url?.includes('/renders/') ? { id: 'no render' } : generation('queued'),
  );
  await api.cancelGeneration(ids[0]);
  await api.retryGeneration(ids[0]);
  await api.reviewGeneration(ids[0], 'again');
  await expect(api.retryRender(ids[1])).rejects.toMatchObject({ kind: 'fault' });
  expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['DELETE', `/v1/generations/${ids[0]}`, undefined],
    ['POST', `/v1/generations/${ids[0]}/retry`, {}],
    ['POST', `/v1/generations/${ids[0]}/review`, { decision: 'again' }],
    ['POST', `/v1/renders/${ids[1]}/retry`, {}],
  ]);
});

test('follows several until nothing more happens by itself, and goes on by polling when the stream breaks', async () => {
  let reads = 0;
  const { api } = await serve(({ url }, request, response) => {
    if (url?.startsWith('/v1/generations/events')) {
      const first = { generations: [generation('queued'), generation('done', ids[1])] };
      response.write(`data: ${JSON.stringify(first)}\n\n`, () => request.socket.destroy());
      return undefined;
    }
    reads += 1;
    return { generations: [generation(reads > 1 ? 'needs_review' : 'running'), generation('done', ids[1])] };
  });
  const states: string[] = [];
  for await (const [first] of api.watchGenerations(ids, { pollEvery: 1 })) states.push(first?.state ?? '');
  expect(states[0]).toBe('queued');
  expect(states).toContain('running');
  expect(states.at(-1)).toBe('needs_review');
});

test('fetches what was made, its poster and the picture on the way; where there is none it says so', async () => {
  const { api, asked } = await serve(({ url }) => `bytes of ${url}`);
  const done: Generation = {
    ...generation('done'),
    partial: `/v1/generations/${ids[0]}/partial`,
    result: {
      url: `/v1/generations/${ids[0]}/media`,
      poster: null,
      hash: 'a'.repeat(64),
      width: 1,
      height: 1,
      seconds: null,
      sound: false,
    },
  };
  expect(await (await api.generationMedia(done, 'media')).text()).toContain('/media');
  expect(await (await api.generationMedia(done, 'partial')).text()).toContain('/partial');
  await expect(api.generationMedia(done, 'poster')).rejects.toMatchObject({ kind: 'refused' });
  await expect(api.generationMedia(generation('running'), 'media')).rejects.toMatchObject({
    kind: 'refused',
  });
  expect(asked).toHaveLength(2);
});

test('shows what it would cost, by document or by storyboard; budget, usage and looks', async () => {
  const style = {
    id: ids[0],
    name: 'Dusk',
    words: '',
    stills: [],
    seed: null,
    createdAt: '2026-11-22T12:00:00.000Z',
  };
  const budget = { month: 20, render: null };
  const { api, asked } = await serve(({ method, url = '' }) => {
    if (url.startsWith('/v1/renders/estimate'))
      return {
        shots: [],
        total: 0,
        unknown: 0,
        budget: { ...budget, spent: 0, reserved: 0, passes: false },
      };
    if (url.startsWith('/v1/budget')) return budget;
    if (url.startsWith('/v1/usage'))
      return { from: style.createdAt, to: style.createdAt, total: 0, reserved: 0, kinds: [], models: [] };
    return method === 'GET' ? { styles: [style] } : style;
  });
  await api.estimate({ storyboardId: ids[0] });
  expect(await api.setBudget(budget)).toEqual(budget);
  await api.usage({ from: new Date('2026-11-01T00:00:00Z') });
  expect(await api.styles()).toEqual([style]);
  await api.updateStyle(ids[0], { words: 'warm' });
  await api.deleteStyle(ids[0]);
  expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', '/v1/renders/estimate', { storyboardId: ids[0] }],
    ['PUT', '/v1/budget', budget],
    ['GET', '/v1/usage?from=2026-11-01T00%3A00%3A00.000Z', undefined],
    ['GET', '/v1/styles', undefined],
    ['PATCH', `/v1/styles/${ids[0]}`, { words: 'warm' }],
    ['DELETE', `/v1/styles/${ids[0]}`, undefined],
  ]);
});
