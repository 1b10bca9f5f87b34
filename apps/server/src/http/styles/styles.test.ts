import { problemSchema, styleListSchema, styleSchema } from '@animatic/schema';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Person, pngOf, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
let anna: Person;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'));
  anna = await server.signIn();
});
afterAll(() => server.close());

const one = async (answer: Response) => styleSchema.parse(await answer.json());
const codeOf = async (answer: Response) => problemSchema.parse(await answer.json()).code;

test('a look is kept, changed in part and let go of', async () => {
  const still = await pngOf(7);
  await anna.upload(still.bytes);
  const created = await anna.post('/v1/styles', {
    name: 'Dusk',
    words: 'warm, 35 mm',
    stills: [still.hash],
    seed: 7,
  });
  expect(created.status).toBe(201);
  const style = await one(created);
  expect(style).toMatchObject({ name: 'Dusk', words: 'warm, 35 mm', stills: [still.hash], seed: 7 });
  const changed = await one(await anna.patch(`/v1/styles/${style.id}`, { name: 'Dawn', seed: null }));
  expect(changed).toEqual({ ...style, name: 'Dawn', seed: null });
  expect(styleListSchema.parse(await (await anna.get('/v1/styles')).json()).styles).toEqual([changed]);
  expect((await anna.delete(`/v1/styles/${style.id}`)).status).toBe(204);
  expect((await anna.delete(`/v1/styles/${style.id}`)).status).toBe(404);
});

test('a name is taken once, a picture has to be there, and a look needs a name', async () => {
  await anna.post('/v1/styles', { name: 'Noir' });
  expect(await codeOf(await anna.post('/v1/styles', { name: 'Noir' }))).toBe('style_name_taken');
  expect(await codeOf(await anna.post('/v1/styles', { name: 'New', stills: ['a'.repeat(64)] }))).toBe(
    'missing_stills',
  );
  expect(await codeOf(await anna.post('/v1/styles', { name: '' }))).toBe('invalid_input');
});
