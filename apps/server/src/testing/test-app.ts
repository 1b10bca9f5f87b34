import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listenForRenders, newId, rateLimiter, tables } from '@animatic/db';
import { freshDatabase, makeWorkspace } from '@animatic/db/testing';
import { openCatalogue } from '@animatic/engines/asking';
import { diskStore } from '@animatic/media';
import { pino } from 'pino';
import sharp from 'sharp';
import { createApp } from '../app.ts';
import { createAuth } from '../auth/auth.ts';
import { loadConfig } from '../config.ts';
import type { Deps } from '../http/core/context.ts';
import type { Mail } from '../mail/mailer.ts';
import { modelsFrom } from '../models/models.ts';

export const ORIGIN = 'http://localhost:8787';

export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** The whole HTTP side on a database and a folder of its own; nothing listens. */
export async function testApp(
  databaseUrl: string,
  environment: Record<string, string> = {},
  overrides: Partial<Deps> = {},
) {
  const database = await freshDatabase(databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'animatic-server-'));
  const config = loadConfig({ DATA_DIR: dataDir, ...environment });
  const logged: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const mails: Mail[] = [];
  const secret = randomBytes(32).toString('base64url');
  const { db, sql } = database;
  const changes = await listenForRenders(sql);
  const closing = new AbortController();
  const enqueued: string[] = [];
  const mailer = config.smtpUrl ? { send: async (mail: Mail) => void mails.push(mail) } : undefined;
  const deps: Deps = {
    config,
    db,
    sql,
    logger,
    secret,
    changes,
    media: diskStore(join(dataDir, 'media')),
    // As if an ffmpeg were there: nothing is decoded here.
    models: modelsFrom(config.models, openCatalogue(undefined, config.models.secret), {
      command: 'ffmpeg',
      version: '7.1',
    }),
    auth: createAuth({ db, config, secret, logger, mailer }),
    mail: mailer !== undefined,
    enqueue: async (_tx, renderId) => void enqueued.push(renderId),
    takeAllowance: rateLimiter(sql),
    timing: { reread: 2000, heartbeat: 15_000 },
    closing: closing.signal,
    ...overrides,
  };
  const app = createApp(deps);

  return {
    app,
    deps,
    database,
    mails,
    logged,
    enqueued,
    /** Somebody with a workspace and a token of their own. */
    async signIn(name = 'Studio'): Promise<Person> {
      const { workspaceId, userId } = await makeWorkspace(db, name);
      const [sessionId, token] = [newId(), randomBytes(24).toString('hex')];
      await db.insert(tables.session).values({
        id: sessionId,
        token,
        userId,
        activeOrganizationId: workspaceId,
        kind: 'device',
        expiresAt: new Date(Date.now() + 86_400_000),
      });
      return { workspaceId, userId, sessionId, token, ...callsOf(app, token) };
    },
    async close() {
      closing.abort();
      // A test may have taken the database away already.
      await changes.close().catch(() => {});
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type App = ReturnType<typeof createApp>;
export interface Person extends ReturnType<typeof callsOf> {
  workspaceId: string;
  userId: string;
  sessionId: string;
  token: string;
}

/** Calls with a token. */
export function callsOf(app: App, token: string | undefined) {
  const call = (method: string, path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (token) headers.set('Authorization', `Bearer ${token}`);
    return app.request(ORIGIN + path, { ...init, method, headers });
  };
  const send =
    (method: string) =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      call(method, path, {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      });
  return {
    call,
    get: (path: string, headers: Record<string, string> = {}) => call('GET', path, { headers }),
    delete: (path: string) => call('DELETE', path),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    upload: (bytes: Uint8Array<ArrayBuffer>, hash = sha256(bytes), type = 'image/png') =>
      call('PUT', `/v1/stills/${hash}`, { body: bytes, headers: { 'Content-Type': type } }),
  };
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A small PNG; another `shade` gives other bytes. */
export async function pngOf(
  shade: number,
  width = 16,
  height = 9,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; hash: string; width: number; height: number }> {
  const image = sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 160 } } });
  const bytes = new Uint8Array(await image.png().toBuffer());
  return { bytes, hash: sha256(bytes), width, height };
}
