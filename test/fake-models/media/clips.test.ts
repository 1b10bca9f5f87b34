import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../start.ts';
import { bytesOf, openai, smallAsk } from '../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual', settings: { looks: 2 } });
});
afterEach(() => models.stop());

test('hundreds of jobs cost a few clips, and each file is a file of its own', async () => {
  const { videos } = openai(models);
  const jobs: string[] = [];
  const client = async () => {
    while (jobs.length < 300) jobs.push((await videos.create(smallAsk(`shot ${jobs.length}`))).id);
  };
  await Promise.all(Array.from({ length: 10 }, client));
  models.control.advance(10);
  const seen = new Set<string>();
  for (const id of jobs.slice(0, 50))
    seen.add(Buffer.from(await bytesOf(await videos.downloadContent(id))).toString('latin1'));
  expect(seen.size).toBe(50);
  expect(models.control.summary()).toMatchObject({
    encoded: 2,
    jobs: jobs.length,
    charged: { count: jobs.length },
  });
});
