import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
});
afterAll(() => server.close());

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
          .optional(),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
});
const read = async () => documentSchema.parse(await (await server.app.request('/openapi.json')).json());

test('publishes every route of the API', async () => {
  const { paths } = await read();
  const listed = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const mounted = server.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    // Where a mailed link leads: a page for a browser.
    .filter((route) => route !== 'GET /v1/auth/magic-link/verify');
  expect(listed).toEqual(expect.arrayContaining([...new Set(mounted)]));
  expect(listed).toContain('GET /p/{slug}/v/{number}/clip.mp4');
});

test('describes what a storyboard is and what a route asks for', async () => {
  const { paths } = await read();
  const create = paths['/v1/storyboards']?.post;
  const document = JSON.stringify(create?.requestBody?.content['application/json']?.schema);
  for (const word of ['shots', 'tiles', 'ground', 'transition']) expect(document).toContain(`"${word}"`);
  expect(paths['/v1/renders/{id}']?.get?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
  ]);
  expect(paths['/v1/renders']?.post?.parameters).toMatchObject([
    { name: 'idempotency-key', required: false },
  ]);
});
