import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../start.ts';
import { bytesOf, openai } from '../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual', settings: { looks: 2 } });
});
afterEach(() => models.stop());

test('a thousand jobs cost a few clips, and each file is a file of its own', async () => {
  const { videos } = openai(models);
  const ask = { model: 'wan-2.2', size: '640x360', seconds: '4' } as unknown as {
    size: '1280x720';
    seconds: '4';
  };
  const jobs = await Promise.all(
    Array.from({ length: 1000 }, (_, index) => videos.create({ ...ask, prompt: `shot ${index}` })),
  );
  models.control.advance(10);
  const seen = new Set<string>();
  for (const { id } of jobs.slice(0, 100))
    seen.add(Buffer.from(await bytesOf(await videos.downloadContent(id))).toString('latin1'));
  expect(seen.size).toBe(100);
  expect(models.control.summary()).toMatchObject({ encoded: 2, jobs: 1000, charged: { count: 1000 } });
});
