import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { API_VERSION, type Preview, type Render, type Take } from '@animatic/schema';
import { fakeGenerations } from './fake-generations.ts';

const at = '2026-11-20T12:00:00.000Z';
/** A PNG of one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const id = (n: number) => `0190a5c2-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What a test can turn, and what the server saw. */
export interface FakeApi {
  origin: string;
  /** Bearer tokens that are let in. */
  tokens: Set<string>;
  apiVersion: number;
  /** The device sign-in waits until somebody approves. */
  approved: boolean;
  /** How the next render ends. */
  outcome: 'done' | 'failed' | 'never';
  clip: Buffer;
  poster: Buffer;
  stills: Map<string, number>;
  /** Storyboard documents as they came, with the revision asked for. */
  storyboards: { id: string; revision: number; document: unknown; source: string | undefined }[];
  /** Idempotency keys of the renders asked for. */
  keys: string[];
  cancelled: string[];
  previews: Preview[];
  /** What models make, and what that cost. */
  generations: ReturnType<typeof fakeGenerations>;
  /** Every call as `METHOD /path`. */
  calls: string[];
  close(): Promise<void>;
}

/** An API on a free port of loopback that keeps everything in memory, with the answers of the real one. */
export async function startFakeApi(): Promise<FakeApi> {
  const renders = new Map<string, Render>();
  const keyed = new Map<string, Render>();
  const watchers = new Map<string, (() => void)[]>();

  const take = (render: string): Take => ({
    id: id(900 + renders.size),
    renderId: render,
    clip: `/v1/takes/${render}/clip`,
    poster: `/v1/takes/${render}/poster`,
    width: 1920,
    height: 1080,
    fps: 30,
    seconds: 7.5,
    bytes: api.clip.length,
    createdAt: at,
  });
  const snapshot = (render: Render, change: Partial<Render>): Render => {
    const next = { ...render, ...change };
    renders.set(render.id, next);
    return next;
  };
  const ended = (render: Render): Render => {
    if (api.outcome === 'failed')
      return snapshot(render, {
        state: 'failed',
        error: { code: 'still_corrupt', message: 'The picture of “Shop” could not be read.' },
      });
    return snapshot(render, { state: 'done', progress: 1, stage: 'Done', takes: [take(render.id)] });
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const method = request.method ?? 'GET';
    api.calls.push(`${method} ${url.pathname}`);
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*, Authorization');
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE');
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    const body = await read(request);
    const json = (value: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    const problem = (status: number, code: string, title: string) =>
      json({ type: 'about:blank', title, status, code }, status);
    const input = () => JSON.parse(body.toString()) as Record<string, unknown>;
    const path = url.pathname;
    if (path === '/v1/about') return json({ name: 'animatic', version: '0.1.0', apiVersion: api.apiVersion });
    if (path === '/v1/auth/device/code')
      return json({
        device_code: 'device',
        user_code: 'WDJB-MJHT',
        verification_uri: `${api.origin}/device`,
        verification_uri_complete: `${api.origin}/device?user_code=WDJB-MJHT`,
        expires_in: 600,
        interval: 1,
      });
    if (path === '/v1/auth/device/token')
      return api.approved
        ? json({ access_token: 'good', token_type: 'Bearer' })
        : json({ error: 'authorization_pending' }, 400);
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    if (!api.tokens.has(token)) return problem(401, 'signed_out', 'Sign in.');
    if (path === '/v1/me')
      return json({
        user: { id: 'u', name: 'Mara', email: 'mara@example.com' },
        workspace: { id: 'w', name: 'Studio Nord' },
      });
    if (path === '/v1/auth/sign-out') return json({});
    if (path === '/v1/stills/missing') {
      const { hashes } = input() as { hashes: string[] };
      return json({ missing: hashes.filter((hash) => !api.stills.has(hash)) });
    }
    const still = /^\/v1\/stills\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (still) {
      if (createHash('sha256').update(body).digest('hex') !== still)
        return problem(400, 'hash_mismatch', 'The bytes are others than the name says.');
      api.stills.set(still, body.length);
      return json({ hash: still, width: 1, height: 1, bytes: body.length }, 201);
    }
    if (path === '/v1/storyboards' && method === 'POST') {
      const { document, source } = input() as { document: unknown; source?: string };
      const record = { id: id(100 + api.storyboards.length), revision: 1, document, source };
      api.storyboards.push(record);
      return json({ ...summary(record.id, 1), source: source ?? null }, 201);
    }
    const storyboard = /^\/v1\/storyboards\/([^/]+)$/.exec(path)?.[1];
    if (storyboard && method === 'PUT') {
      const { revision, document } = input() as { revision: number; document: unknown };
      const newest = api.storyboards.filter((each) => each.id === storyboard).at(-1);
      if (!newest) return problem(404, 'not_found', 'There is no such storyboard.');
      if (newest.revision !== revision) return problem(409, 'stale_revision', 'It was revised meanwhile.');
      api.storyboards.push({ ...newest, revision: revision + 1, document });
      return json(summary(storyboard, revision + 1));
    }
    const reply = api.generations.reply(method, path, url.searchParams, input);
    if (reply?.bytes) return void response.writeHead(200, { 'content-type': 'image/png' }).end(reply.bytes);
    if (reply?.events) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const event of reply.events) response.write(`data: ${JSON.stringify(event)}\n\n`);
      return void response.end();
    }
    if (reply) return json(reply.json, reply.status);
    if (path === '/v1/renders' && method === 'POST') {
      const key = String(request.headers['idempotency-key']);
      api.keys.push(key);
      const { storyboardId, revision } = input() as { storyboardId: string; revision: number };
      const render: Render = keyed.get(key) ?? {
        id: id(200 + renders.size),
        storyboardId,
        revision,
        title: 'Ceramics shop',
        source: 'file-1',
        cost: 0,
        state: 'queued',
        place: 2,
        progress: 0,
        stage: '',
        error: null,
        shots: api.generations.shotsOf(
          api.storyboards.findLast((each) => each.id === storyboardId)?.document ?? { shots: [] },
        ),
        takes: [],
        createdAt: at,
        updatedAt: at,
      };
      keyed.set(key, render);
      renders.set(render.id, render);
      return json(render, 202);
    }
    if (path === '/v1/renders') return json({ renders: [...renders.values()], next: null });
    const [, renderId = '', part] = /^\/v1\/renders\/([^/]+)(\/events|\/retry)?$/.exec(path) ?? [];
    const render = renders.get(renderId);
    if (renderId && !render) return problem(404, 'not_found', 'There is no such render.');
    if (render && part === '/retry') {
      api.generations.fates.clear();
      const document = api.storyboards.findLast((each) => each.id === render.storyboardId)?.document;
      const shots = api.generations.shotsOf(document);
      return json(snapshot(render, { state: 'generating', error: null, shots }));
    }
    if (render && part) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (state: Render) => response.write(`data: ${JSON.stringify(state)}\n\n`);
      send(render);
      if (api.outcome === 'never') {
        watchers.set(render.id, [...(watchers.get(render.id) ?? []), () => response.end()]);
        return;
      }
      if (render.shots.some(({ generations }) => generations.length > 0)) {
        send(snapshot(render, { state: 'generating', place: null }));
        const shots = api.generations.settle(render);
        const states = new Set(shots.flatMap(({ generations }) => generations.map(({ state }) => state)));
        const error = { code: 'generation_failed', message: 'A shot could not be made.' };
        if (states.has('failed')) send(snapshot(render, { shots, state: 'failed', error }));
        else if (states.has('needs_review')) send(snapshot(render, { shots, state: 'generating' }));
        else send(snapshot(render, { shots, state: 'done', progress: 1, takes: [take(render.id)] }));
        return void response.end();
      }
      send(
        snapshot(render, { state: 'rendering', place: null, progress: 0.4, stage: 'Drawing shot 1 of 2' }),
      );
      send(ended(render));
      return void response.end();
    }
    if (render && method === 'DELETE') {
      api.cancelled.push(render.id);
      for (const end of watchers.get(render.id) ?? []) end();
      return json(snapshot(render, { state: 'cancelled' }));
    }
    if (render) return json(render);
    if (/^\/v1\/takes\/[^/]+\/clip$/.test(path))
      return void response.writeHead(200, { 'content-type': 'video/mp4' }).end(api.clip);
    if (/^\/v1\/takes\/[^/]+\/poster$/.test(path))
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(api.poster);
    if (path === '/v1/previews' && method === 'GET') return json({ previews: api.previews });
    const version = /^\/v1\/previews\/([^/]+)\/versions$/.exec(path)?.[1];
    if (path === '/v1/previews' || version) return json(publish(version, input()), 201);
    return problem(404, 'not_found', 'There is no such address.');
  });

  const publish = (version: string | undefined, { title }: Record<string, unknown>): Preview => {
    const known = api.previews.find((preview) => preview.id === version);
    const preview: Preview = {
      id: known?.id ?? id(300 + api.previews.length),
      title: known?.title ?? String(title ?? 'Clip'),
      url: known?.url ?? `${api.origin}/p/link${api.previews.length}`,
      ended: false,
      expiresAt: null,
      versions: [
        { number: (known?.versions.length ?? 0) + 1, take: take(id(200)), publishedAt: at },
        ...(known?.versions ?? []),
      ],
      source: 'file-1',
      createdAt: at,
    };
    api.previews = [preview, ...api.previews.filter((each) => each.id !== preview.id)];
    return preview;
  };

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const api: FakeApi = {
    origin: `http://localhost:${port}`,
    tokens: new Set(['good']),
    apiVersion: API_VERSION,
    approved: true,
    outcome: 'done',
    clip: Buffer.from('clip'),
    poster: onePixel,
    stills: new Map(),
    storyboards: [],
    keys: [],
    cancelled: [],
    previews: [],
    generations: fakeGenerations(),
    calls: [],
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return api;
}

function summary(storyboard: string, revision: number) {
  return { id: storyboard, revision, title: 'Ceramics shop', source: null, createdAt: at, updatedAt: at };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
