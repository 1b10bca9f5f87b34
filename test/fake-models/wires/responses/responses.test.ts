import { zodTextFormat } from 'openai/helpers/zod';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { type FakeModels, startFakeModels } from '../../start.ts';
import { openai } from '../../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const boardSchema = z.object({
  title: z.string(),
  mood: z.enum(['calm', 'crisp', 'playful']),
  shots: z
    .array(
      z.object({
        direction: z.string(),
        seconds: z.number().min(2).max(6),
        camera: z.union([z.object({ kind: z.literal('push') }), z.object({ kind: z.literal('hold') })]),
        note: z.string().nullable(),
      }),
    )
    .min(2)
    .max(4),
});
const ask = {
  model: 'gpt-5.6',
  instructions: 'Direct this.',
  input: 'a 20-second launch teaser from these six screens',
  text: { format: zodTextFormat(boardSchema, 'board') },
};

test('what it makes up fits the schema, and is the same each time', async () => {
  const { responses } = openai(models);
  const first = await responses.parse(ask);
  expect(boardSchema.parse(first.output_parsed).shots.length).toBeGreaterThanOrEqual(2);
  expect((await responses.parse(ask)).output_text).toBe(first.output_text);
  expect(first.usage).toMatchObject({ total_tokens: expect.any(Number) });
  expect(first.usage?.input_tokens).toBeGreaterThan(5);
});

test('each answer is charged by its tokens', async () => {
  await openai(models).responses.create(ask);
  const { charges } = models.control.ledger();
  expect(charges).toMatchObject([{ wire: 'responses', model: 'gpt-5.6', prompt: ask.input }]);
  expect(charges[0]?.dollars).toBeGreaterThan(0);
});

test('a canned answer is given in place of a made up one, as often as it says', async () => {
  const value = { title: 'Launch', mood: 'crisp', shots: [] };
  models.control.answer({ name: 'board', asks: 'teaser', answer: { kind: 'value', value } });
  const { responses } = openai(models);
  expect((await responses.create(ask)).output_text).toBe(JSON.stringify(value));
  expect((await responses.create(ask)).output_text).not.toBe(JSON.stringify(value));
});

test('it refuses, is cut off, or says what is no JSON', async () => {
  for (const answer of [
    { kind: 'refusal' as const, refusal: 'I cannot help with that.' },
    { kind: 'incomplete' as const },
    { kind: 'text' as const, text: 'Sure! Here it is.' },
  ])
    models.control.answer({ answer });
  const { responses } = openai(models);
  expect((await responses.create(ask)).output[0]).toMatchObject({ content: [{ type: 'refusal' }] });
  expect(await responses.create(ask)).toMatchObject({
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
  });
  expect((await responses.create(ask)).output_text).toBe('Sure! Here it is.');
});

test('pictures go along as input_image', async () => {
  const content = [
    { type: 'input_text' as const, text: 'what moves?' },
    { type: 'input_image' as const, image_url: 'data:image/png;base64,AAAA', detail: 'low' as const },
  ];
  const made = await openai(models).responses.create({ ...ask, input: [{ role: 'user', content }] });
  expect(made.usage?.input_tokens).toBeGreaterThan(700);
});

test('a schema that strict mode does not take is refused as a whole', async () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: [],
    additionalProperties: false,
  };
  const format = { type: 'json_schema' as const, name: 'loose', strict: true, schema };
  await expect(openai(models).responses.create({ ...ask, text: { format } })).rejects.toMatchObject({
    status: 400,
    code: 'invalid_json_schema',
  });
});

test('it goes wrong like the others', async () => {
  models.control.fault({ fault: 'rate_limited', wire: 'responses' });
  await expect(openai(models).responses.create(ask)).rejects.toMatchObject({ status: 429 });
  expect(models.control.ledger().count).toBe(0);
});
