import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import OpenAI from 'openai';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../start.ts';
import { openai, smallAsk } from '../testing.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let models: FakeModels;
let server: Server;
let url: string;
const came: { body: string; headers: Record<string, string> }[] = [];

beforeEach(async () => {
  came.length = 0;
  models = await startFakeModels({ clock: 'virtual' });
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    came.push({ body, headers: Object.fromEntries(headers) });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/hook`;
  models.control.webhook({ url, secret });
});
afterEach(async () => {
  await models.stop();
  server.close();
});

const ask = smallAsk();
const unwrap = ({ body, headers }: (typeof came)[number]) =>
  new OpenAI({ apiKey: 'pretend' }).webhooks.unwrap(body, headers, secret);

test('a finished video is told, signed so that OpenAI’s client believes it', async () => {
  const { id } = await openai(models).videos.create(ask);
  models.control.advance(4);
  expect(models.control.deliveries()).toEqual([]);
  models.control.advance(1);
  await models.control.webhooksSettled();
  expect(came).toHaveLength(1);
  expect(await unwrap(came[0]!)).toMatchObject({ type: 'video.completed', data: { id } });
  expect(models.control.deliveries()).toMatchObject([{ jobId: id, status: 200 }]);
});

test('one that failed is told as failed', async () => {
  models.control.fault({ fault: 'moderation' });
  await openai(models).videos.create(ask);
  models.control.advance(10);
  await models.control.webhooksSettled();
  expect(await unwrap(came[0]!)).toMatchObject({ type: 'video.failed' });
});

test('it comes three times under one id, late, or never', async () => {
  models.control.fault({ fault: 'webhook_duplicate', prompt: 'twice' });
  models.control.fault({ fault: 'webhook_late', prompt: 'late', seconds: 60 });
  models.control.fault({ fault: 'webhook_lost', prompt: 'lost' });
  for (const prompt of ['twice', 'late', 'lost']) await openai(models).videos.create({ ...ask, prompt });
  models.control.advance(10);
  await models.control.webhooksSettled();
  expect(came).toHaveLength(3);
  expect(new Set(came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  models.control.advance(60);
  await models.control.webhooksSettled();
  expect(came).toHaveLength(4);
});

test('a forged one comes before it is true, and is signed by somebody else', async () => {
  models.control.fault({ fault: 'webhook_forged' });
  const { id } = await openai(models).videos.create(ask);
  models.control.advance(3);
  await models.control.webhooksSettled();
  expect(JSON.parse(came[0]?.body ?? '')).toMatchObject({ type: 'video.completed', data: { id } });
  await expect(unwrap(came[0]!)).rejects.toThrow();
  expect(await openai(models).videos.retrieve(id)).toMatchObject({ status: 'in_progress' });
});

test('webhooks go to loopback only', async () => {
  const response = await fetch(`${models.origin}/control/webhook`, {
    method: 'PUT',
    body: JSON.stringify({ url: 'https://example.com/hook', secret }),
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('loopback');
});
