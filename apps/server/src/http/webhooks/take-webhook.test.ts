import { randomBytes } from 'node:crypto';
import { tables } from '@animatic/db';
import type { Generation } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeGenerating, wordsShot } from '../../testing/make-generation.ts';
import { type Person, type TestApp, testApp } from '../../testing/test-app.ts';

const secret = `whsec_${randomBytes(24).toString('base64')}`;
/** A long time off: a look that is due by itself would hide what an event does. */
const LATER = new Date(Date.now() + 3_600_000);

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), {
    VIDEOS_BASE_URL: 'http://127.0.0.1:9/v1',
    VIDEOS_WEBHOOK_SECRET: secret,
  });
  anna = await server.signIn();
});
afterAll(() => server.close());

/** A generation that the provider has, not due for an hour. */
async function running(vendorId: string, provider = 'videos') {
  const shot = wordsShot(vendorId, { model: 'wan-2.2', seconds: 5 });
  const { generation } = await makeGenerating(anna, [shot]);
  await server.deps.db
    .update(tables.generation)
    .set({ state: 'running', vendorId, provider, nextPollAt: LATER })
    .where(eq(tables.generation.id, generation.id));
  return generation;
}
async function rowOf({ id }: Pick<Generation, 'id'>) {
  const [row] = await server.deps.db.select().from(tables.generation).where(eq(tables.generation.id, id));
  if (!row) throw new Error('no such generation');
  return { state: row.state, due: row.nextPollAt < LATER };
}

interface Sent {
  event?: string;
  provider?: string;
  at?: Date;
  key?: string;
  body?: string;
}
function send(
  vendorId: string,
  { event = `evt_${vendorId}`, provider = 'videos', at = new Date(), ...sent }: Sent = {},
) {
  const body = sent.body ?? JSON.stringify({ id: event, type: 'video.completed', data: { id: vendorId } });
  return server.app.request(`/v1/webhooks/${provider}`, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': event,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(sent.key ?? secret).sign(event, at, body),
    },
  });
}

test('an event brings the next look forward, and says nothing that is believed', async () => {
  const generation = await running('video_1');
  const other = await running('video_2');
  expect((await send('video_1')).status).toBe(204);
  expect(await rowOf(generation)).toEqual({ state: 'running', due: true });
  expect(await rowOf(other)).toEqual({ state: 'running', due: false });
});

test('an event is taken once, however often it is sent', async () => {
  const generation = await running('video_3');
  expect((await send('video_3', { event: 'evt_once' })).status).toBe(204);
  await server.deps.db
    .update(tables.generation)
    .set({ nextPollAt: LATER })
    .where(eq(tables.generation.id, generation.id));
  const again = await Promise.all([1, 2, 3].map(() => send('video_3', { event: 'evt_once' })));
  expect(again.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await rowOf(generation)).toMatchObject({ due: false });
});

test.each([
  ['signed with another secret', { key: `whsec_${randomBytes(24).toString('base64')}` }],
  ['ten minutes old', { at: new Date(Date.now() - 600_000) }],
])('one that is %s is refused with 401, does nothing and spends no event', async (what, sent) => {
  const vendorId = `video-${what.length}`;
  const generation = await running(vendorId);
  const answer = await send(vendorId, sent);
  expect(answer.status).toBe(401);
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({ code: 'forged' });
  expect(text).not.toMatch(/whsec|video-|secret/i);
  expect(await rowOf(generation)).toMatchObject({ due: false });
  expect((await send(vendorId)).status).toBe(204);
  expect(await rowOf(generation)).toMatchObject({ due: true });
});

test('one without a signature is refused, too', async () => {
  const answer = await server.app.request('/v1/webhooks/videos', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(answer.status).toBe(401);
});

test('a provider that is unknown, or signs nothing, is not there', async () => {
  const answers = await Promise.all(['nobody', 'fal', 'openai'].map((provider) => send('x', { provider })));
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  const texts = await Promise.all(answers.map((answer) => answer.json()));
  expect(new Set(texts.map((one) => (one as { detail: string }).detail)).size).toBe(1);
});

test('one provider’s secret does nothing to another’s generation of the same id', async () => {
  const generation = await running('video_4', 'fal');
  expect((await send('video_4')).status).toBe(204);
  expect(await rowOf(generation)).toMatchObject({ due: false });
});

test('an event that is about something else is taken and left; one that is too large is not read', async () => {
  const about = JSON.stringify({ type: 'batch.completed', data: { id: 'batch_1' } });
  expect((await send('x', { event: 'evt_batch', body: about })).status).toBe(204);
  const large = JSON.stringify({ type: 'video.completed', data: { id: 'x' }, more: 'x'.repeat(70_000) });
  expect((await send('x', { body: large })).status).toBe(413);
});

test('a secret is nowhere in the log, and who sends too often is stopped', async () => {
  expect(server.logged.join('')).not.toContain(secret.slice(6));
  const busy = await testApp(inject('databaseUrl'), { RATE_LIMIT: '2', VIDEOS_WEBHOOK_SECRET: secret });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++)
    statuses.push(
      (
        await busy.app.request('/v1/webhooks/videos', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{}',
        })
      ).status,
    );
  expect(statuses).toEqual([401, 401, 429, 429]);
  await busy.close();
});
