import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../start.ts';
import { openai, smallAsk } from '../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const ask = smallAsk();

/** As another process asks. */
async function control(method: string, path: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${models.origin}/control${path}`, init);
  return { status: response.status, body: await response.json() };
}

test('another process turns the clock, sets faults and reads the ledger', async () => {
  await control('POST', '/faults', { fault: 'server_error' });
  const { videos } = openai(models);
  await expect(videos.create(ask)).rejects.toMatchObject({ status: 500 });
  const { id } = await videos.create(ask);
  await control('POST', '/clock', { advance: 10 });
  expect(await videos.retrieve(id)).toMatchObject({ status: 'completed' });
  const { body: ledger } = await control('GET', '/ledger');
  expect(ledger).toMatchObject({
    count: 1,
    dollars: 0.16,
    charges: [{ id, wire: 'videos', model: 'wan-2.2', prompt: ask.prompt, size: { width: 320 }, seconds: 2 }],
  });
});

test('what it does not understand is answered with what is wrong', async () => {
  const { status, body } = await control('POST', '/faults', { fault: 'meteor' });
  expect(status).toBe(400);
  expect(body.error).toContain('at fault');
});

test('faults at random are set, read and taken away', async () => {
  await control('PUT', '/faults/random', { seed: 4, creates: { cut: 1 } });
  await expect(openai(models).videos.create(ask)).rejects.toThrow();
  expect((await control('GET', '/faults')).body.fired).toEqual({ cut: 1 });
  await control('DELETE', '/faults');
  await openai(models).videos.create(ask);
});

test('settings change while it runs', async () => {
  await control('PATCH', '/settings', { workSeconds: 100 });
  const { id } = await openai(models).videos.create(ask);
  models.control.advance(51);
  expect(await openai(models).videos.retrieve(id)).toMatchObject({ progress: 50 });
  expect((await control('PATCH', '/settings', { workSeconds: -1 })).status).toBe(400);
});

test('peaks say how many were under way at once and asked for within a minute', async () => {
  for (let index = 0; index < 3; index++) await openai(models).videos.create(ask);
  models.control.advance(30);
  await openai(models).videos.create(ask);
  expect(models.control.peaks()).toEqual({ videos: { underWay: 3, perMinute: 4 } });
});

test('equal asks that were accepted more than once are named', async () => {
  for (let index = 0; index < 2; index++) await openai(models).videos.create(ask);
  expect(models.control.ledger().repeated).toMatchObject([{ prompt: ask.prompt, size: '320x192', times: 2 }]);
});

test('reset forgets everything but the settings', async () => {
  models.control.settings({ workSeconds: 9 });
  models.control.fault({ fault: 'cut', times: 0 });
  await control('POST', '/reset');
  await openai(models).videos.create(ask);
  expect(models.control.summary()).toMatchObject({
    jobs: 1,
    charged: { count: 1 },
    settings: { workSeconds: 9 },
  });
});
