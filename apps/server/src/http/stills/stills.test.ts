import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { BLANK_STILL, MAX_STILL_BYTES, problemSchema, storyboardRecordSchema } from '@animatic/schema';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listen } from '../../testing/listen.ts';
import { wordsBoard, wordsShot } from '../../testing/make-generation.ts';
import { type Person, pngOf, sha256, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn();
});
afterAll(() => server.close());

const text = (words: string) => new Uint8Array(Buffer.from(words));
const temporary = () => readdir(join(server.deps.config.dataDir, 'media', 'tmp')).catch(() => []);
const isMissing = async (hash: string) =>
  (await (await anna.post('/v1/stills/missing', { hashes: [hash] })).text()).includes(hash);

test('keeps a still and gives back its very bytes', async () => {
  const jpeg = new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer(),
  );
  expect((await anna.upload(jpeg, sha256(jpeg), 'image/jpeg')).status).toBe(200);
  const answer = await anna.get(`/v1/stills/${sha256(jpeg)}`);
  expect(answer.headers.get('Content-Type')).toBe('image/jpeg');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(jpeg);
});

test('storing the same still twice, also at once, is harmless', async () => {
  const { bytes } = await pngOf(77);
  const answers = await Promise.all([anna.upload(bytes), anna.upload(bytes), anna.upload(bytes)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test.each([
  ['an SVG as .png', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415, 'image_type'],
  ['text', text('hello'), 415, 'not_an_image'],
  ['nothing', new Uint8Array(), 415, 'not_an_image'],
  [
    'noise behind a PNG head',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...randomBytes(99)]),
    422,
    'image_broken',
  ],
])('refuses %s and keeps nothing of it', async (_, bytes, status, code) => {
  const answer = await anna.upload(bytes);
  expect(answer.status).toBe(status);
  const problem = problemSchema.parse(await answer.json());
  expect(problem.code).toBe(code);
  expect(problem.errors?.[0]?.allowed).toBeTruthy();
  expect(problem.detail).not.toMatch(/vips|sharp|\/tmp|png:/i);
  expect(await isMissing(sha256(bytes))).toBe(true);
  expect(await temporary()).toEqual([]);
});

test('refuses other bytes than the hash says, a cut picture, and one with a side too long', async () => {
  const { bytes } = await pngOf(5, 300, 200);
  const codeOf = async (answer: Response) =>
    `${answer.status} ${problemSchema.parse(await answer.json()).code}`;
  expect(await codeOf(await anna.upload(bytes, 'a'.repeat(64)))).toBe('422 hash_mismatch');
  expect(await codeOf(await anna.upload(bytes.slice(0, bytes.length / 2)))).toBe('422 image_broken');
  const long = await pngOf(5, 5000, 2);
  expect(await codeOf(await anna.upload(long.bytes))).toBe('422 image_too_large');
  expect(await codeOf(await anna.upload(bytes, 'ABC'))).toBe('422 invalid_input');
});

test('stops reading past 20 MB, whatever the length said', async () => {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      if (given > 100) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const answer = await anna.call('PUT', `/v1/stills/${'b'.repeat(64)}`, { body, duplex: 'half' });
  expect(answer.status).toBe(413);
  expect(given).toBeLessThan(25);
  expect(await temporary()).toEqual([]);
});

test('on a socket: an upload that is announced too large is refused before it is read', async () => {
  const listening = await listen(server);
  const socket = connect(listening.port, '127.0.0.1');
  socket.write(
    `PUT /v1/stills/${'c'.repeat(64)} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${anna.token}\r\n` +
      `Content-Type: image/png\r\nContent-Length: ${MAX_STILL_BYTES + 1}\r\n\r\n`,
  );
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 413/);
  socket.destroy();
  await listening.close();
});

test('on a socket: an upload that breaks off leaves nothing, and the server goes on', async () => {
  const listening = await listen(server);
  const { bytes, hash } = await pngOf(66, 400, 300);
  const socket = connect(listening.port, '127.0.0.1');
  socket.write(
    `PUT /v1/stills/${hash} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${anna.token}\r\n` +
      `Content-Type: image/png\r\nContent-Length: ${bytes.length}\r\n\r\n`,
  );
  socket.write(bytes.slice(0, 100));
  await expect.poll(temporary).toHaveLength(1);
  socket.destroy();
  await expect.poll(temporary).toEqual([]);
  expect(await isMissing(hash)).toBe(true);
  const again = await fetch(`${listening.url}/v1/stills/${hash}`, {
    method: 'PUT',
    body: bytes,
    headers: { Authorization: `Bearer ${anna.token}`, 'Content-Type': 'image/png' },
  });
  expect(again.status).toBe(200);
  await listening.close();
});

test('the blank still is everywhere: nobody is asked for it, and it is read without being sent', async () => {
  expect(await isMissing(BLANK_STILL.hash)).toBe(false);
  const answer = await anna.get(`/v1/stills/${BLANK_STILL.hash}`);
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  expect(sha256(new Uint8Array(await answer.arrayBuffer()))).toBe(BLANK_STILL.hash);
  const board = await anna.post('/v1/storyboards', { document: wordsBoard([wordsShot('words')]) });
  expect(board.status).toBe(201);
  const { id } = storyboardRecordSchema.parse(await board.json());
  const revised = wordsBoard([wordsShot('words'), wordsShot('more')]);
  expect((await anna.put(`/v1/storyboards/${id}`, { revision: 1, document: revised })).status).toBe(200);
});

test('the last frame of a shot between two has to be there as well', async () => {
  const first = await pngOf(31);
  await anna.upload(first.bytes);
  const picture = (still: string) => ({
    width: 16,
    height: 9,
    tiles: [{ still, x: 0, y: 0, width: 16, height: 9 }],
  });
  const last = { still: picture('a'.repeat(64)), size: { width: 16, height: 9 } };
  const shot = {
    ...wordsShot('between', { from: { kind: 'between', fit: 'letterbox', last } }),
    still: picture(first.hash),
  };
  const problem = problemSchema.parse(
    await (await anna.post('/v1/storyboards', { document: wordsBoard([shot]) })).json(),
  );
  expect(problem.code).toBe('missing_stills');
  expect(problem.errors?.map(({ path }) => path)).toEqual([
    'document.shots.0.generation.from.last.still.tiles.0.still',
  ]);
});
