import { expect, test } from 'vitest';
import { allOf, faultIn, modelAt } from '../testing/asks.ts';
import { startLoopback } from '../testing/loopback.ts';
import { codeOf, wasNeverSent } from './connection.ts';
import { download } from './download.ts';
import { piecesOf, piecesOfBytes } from './pieces.ts';
import { retryAfterOf } from './retry-after.ts';

const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error(code), { code, ...more });

test('only what is known not to have left is asked again', () => {
  const refused = new TypeError('fetch failed', { cause: new AggregateError([withCode('ECONNREFUSED')]) });
  expect(wasNeverSent(new Error('Connection error.', { cause: refused }))).toBe(true);
  expect(codeOf(refused)).toBe('ECONNREFUSED');
  expect(wasNeverSent(withCode('ETIMEDOUT', { syscall: 'connect' }))).toBe(true);
  expect(wasNeverSent(withCode('ETIMEDOUT', { syscall: 'read' }))).toBe(false);
  for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])
    expect(wasNeverSent(withCode(code))).toBe(false);
  expect(wasNeverSent(new Error('?'))).toBe(false);
});

test('Retry-After: seconds, milliseconds, a date, an hour at most, and nothing of nonsense', () => {
  const of = (headers: Record<string, string>) =>
    retryAfterOf(new Headers(headers), Date.parse('2026-11-10T12:00:00Z'));
  expect(of({ 'retry-after': '20' })).toBe(20_000);
  expect(of({ 'retry-after': '1', 'retry-after-ms': '250' })).toBe(250);
  expect(of({ 'retry-after': 'Tue, 10 Nov 2026 12:00:30 GMT' })).toBe(30_000);
  expect(of({ 'retry-after': 'Tue, 10 Nov 2026 11:00:00 GMT' })).toBe(0);
  expect(of({ 'retry-after': '999999' })).toBe(3_600_000);
  expect(of({ 'retry-after': 'soon' })).toBeUndefined();
  expect(of({})).toBeUndefined();
});

test('a body that falls silent ends with an error, and one that is left off lets go', async () => {
  const broken = (cause: unknown): Error => new Error('broken', { cause });
  const signal = new AbortController().signal;
  const silent = new ReadableStream<Uint8Array>({ start: (to) => to.enqueue(new Uint8Array(3)) });
  const read = async (): Promise<number> => {
    let bytes = 0;
    for await (const piece of piecesOf(silent, { signal, idleMs: 30, broken })) bytes += piece.length;
    return bytes;
  };
  await expect(read()).rejects.toThrow('broken');
  let letGo = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (to) => to.enqueue(new Uint8Array(1)),
    cancel: () => {
      letGo = true;
    },
  });
  for await (const _ of piecesOf(endless, { signal, broken })) break;
  expect(letGo).toBe(true);
  const pieces: number[] = [];
  for await (const piece of piecesOfBytes(new Uint8Array(10), 4)) pieces.push(piece.length);
  expect(pieces).toEqual([4, 4, 2]);
});

const asked = (origin: string, url: string) => ({
  url,
  model: modelAt('google/veo-3.1', origin),
  address: origin,
  headers: { 'x-goog-api-key': 'secret' },
  otherwise: 'video/mp4' as const,
  signal: new AbortController().signal,
});

test('a file is had from the provider with its headers, also behind a redirect of its own', async () => {
  const { origin, taken } = await startLoopback(({ path }) =>
    path === '/a'
      ? { status: 302, headers: { location: '/b' } }
      : { body: 'file', headers: { 'content-type': 'video/webm; codecs=vp9' } },
  );
  const file = await download(asked(origin, `${origin}/a`));
  expect(file.type).toBe('video/webm');
  expect(Buffer.from(await allOf(file)).toString()).toBe('file');
  expect(taken.map(({ headers }) => headers.get('x-goog-api-key'))).toEqual(['secret', 'secret']);
});

test('an address of our own network is not asked, neither at once nor behind a redirect', async () => {
  const inside = await startLoopback(() => ({ body: 'secrets' }));
  const { origin } = await startLoopback(() => ({ status: 302, headers: { location: inside.origin } }));
  for (const url of [
    `${origin}/a`,
    inside.origin,
    'http://localhost/x',
    'http://192.168.0.1/x',
    'ftp://x/y',
    'data:video/mp4;base64,AA',
    'nonsense',
  ])
    expect(await faultIn(download(asked(origin, url))), url).toMatchObject({
      kind: 'refused',
      failure: { code: 'address_refused' },
    });
  expect(inside.taken).toEqual([]);
});

test('a file that is not there any more is gone, also where a signed address says forbidden', async () => {
  const answers = [404, 403, 410, 500];
  const { origin } = await startLoopback(() => ({ status: answers.shift() ?? 200, json: {} }));
  const kinds: string[] = [];
  for (let at = 0; at < 4; at++) kinds.push((await faultIn(download(asked(origin, `${origin}/a`)))).kind);
  expect(kinds).toEqual(['gone', 'gone', 'gone', 'unreachable']);
});
