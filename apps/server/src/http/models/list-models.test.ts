import { modelListSchema } from '@animatic/schema';
import { expect, inject, test } from 'vitest';
import { testApp } from '../../testing/test-app.ts';

async function listed(environment: Record<string, string>) {
  const server = await testApp(inject('databaseUrl'), environment);
  const person = await server.signIn();
  const text = await (await person.get('/v1/models')).text();
  await server.close();
  return { text, list: modelListSchema.parse(JSON.parse(text)) };
}

test('says what can be asked, what the others want, and what a key would add for the director', async () => {
  const { list, text } = await listed({ FAL_API_KEY: 'secret-of-fal' });
  const find = (id: string) => list.models.find((model) => model.id === id);
  expect(find('fal/kling-4')).toMatchObject({ available: true, why: null, engine: 'vendors' });
  expect(find('google/veo-3.1')).toMatchObject({
    available: false,
    why: expect.stringContaining('GOOGLE_GENERATIVE_AI_API_KEY'),
  });
  expect(list.director).toMatchObject({ available: false, why: expect.stringContaining('OPENAI_API_KEY') });
  expect(list.pretend).toBe(false);
  expect(text).not.toContain('secret-of-fal');
});

test('says that the stand-in makes up what it gives', async () => {
  const { list } = await listed({ FAKE_MODELS_URL: 'http://127.0.0.1:9000' });
  expect(list.pretend).toBe(true);
  expect(list.director.available).toBe(true);
  expect(list.models.filter(({ available }) => available).length).toBeGreaterThan(8);
});
