import { API_VERSION_HEADER } from '@animatic/schema';
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
        responses: z.record(
          z.string(),
          z.object({
            content: z.record(z.string(), z.unknown()).optional(),
            headers: z.record(z.string(), z.unknown()).optional(),
          }),
        ),
      }),
    ),
  ),
  components: z.object({ headers: z.record(z.string(), z.object({ description: z.string() })) }),
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
  for (const route of ['GET /p/{slug}/v/{number}/clip.mp4', 'GET /healthz', 'GET /readyz'])
    expect(listed).toContain(route);
});

test('describes what a storyboard is and what a route asks for', async () => {
  const { paths } = await read();
  const create = paths['/v1/storyboards']?.post;
  const document = JSON.stringify(create?.requestBody?.content['application/json']?.schema);
  for (const word of ['shots', 'tiles', 'ground', 'transition', 'generation', 'variations'])
    expect(document).toContain(`"${word}"`);
  expect(paths['/v1/renders/{id}']?.get?.parameters).toMatchObject([
    { name: 'id', in: 'path', required: true },
  ]);
  expect(paths['/v1/renders']?.post?.parameters).toMatchObject([
    { name: 'idempotency-key', required: false },
  ]);
});

test('describes what is asked of models, what it costs and what a webhook carries', async () => {
  const { paths } = await read();
  const bodyOf = (path: string) =>
    JSON.stringify(paths[path]?.post?.requestBody?.content['application/json']?.schema);
  for (const word of ['model', 'prompt', 'inputs', 'variations'])
    expect(bodyOf('/v1/generations')).toContain(`"${word}"`);
  expect(bodyOf('/v1/renders/estimate')).toContain('"storyboardId"');
  expect(bodyOf('/v1/generations/{id}/review')).toContain('"again"');
  const answer = JSON.stringify(paths['/v1/renders/estimate']?.post?.responses['200']?.content);
  for (const word of ['cost', 'found', 'problem', 'budget', 'passes']) expect(answer).toContain(`"${word}"`);
  const webhook = paths['/v1/webhooks/{provider}']?.post;
  expect(webhook?.parameters.map(({ name }) => name)).toEqual([
    'provider',
    'webhook-id',
    'webhook-timestamp',
    'webhook-signature',
  ]);
  expect(Object.keys(webhook?.responses ?? {})).toContain('204');
  expect(paths['/v1/generations']?.get?.parameters.map(({ name }) => name)).toEqual(['ids', 'shot']);
});

test.each([
  ['/v1/takes/{id}/clip.mp4', ['video/mp4']],
  ['/v1/takes/{id}/poster.png', ['image/png']],
  ['/p/{slug}/v/{number}/clip.mp4', ['video/mp4']],
  ['/p/{slug}/v/{number}/poster.png', ['image/png']],
  ['/v1/stills/{hash}', ['image/png', 'image/jpeg']],
  ['/v1/generations/{id}/media', ['video/mp4', 'video/webm', 'image/png', 'image/jpeg']],
  ['/v1/generations/{id}/poster', ['image/png']],
  ['/v1/generations/{id}/partial', ['image/png', 'image/jpeg', 'image/webp']],
])('says of %s what comes whole, in part, unchanged and past the end', async (path, types) => {
  const { responses } = (await read()).paths[path]?.get ?? {};
  for (const status of ['200', '206']) {
    expect(Object.keys(responses?.[status]?.content ?? {})).toEqual(types);
    expect(Object.keys(responses?.[status]?.headers ?? {})).toContain('ETag');
  }
  expect(Object.keys(responses?.['206']?.headers ?? {})).toContain('Content-Range');
  expect(responses?.['304']?.content).toBeUndefined();
  expect(Object.keys(responses?.['416']?.content ?? {})).toEqual(['application/problem+json']);
});

test('describes the version that every answer of the API carries', async () => {
  const { paths, components } = await read();
  expect(components.headers[API_VERSION_HEADER]?.description).toContain('426');
  for (const [path, operations] of Object.entries(paths))
    for (const { responses } of Object.values(operations))
      for (const [status, { headers = {} }] of Object.entries(responses)) {
        const described = Object.keys(headers).includes(API_VERSION_HEADER);
        if (path.startsWith('/v1/')) expect(described, `${path} ${status}`).toBe(true);
      }
  expect(paths['/healthz']?.get?.responses['200']?.headers).toBeUndefined();
});
