import { directShot, openLanguageModel, proposeStoryboard } from '@animatic/director/language-model';
import {
  directAnswerSchema,
  directRequestSchema,
  proposalAnswerSchema,
  proposalRequestSchema,
} from '@animatic/schema';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../../start.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const frame = (id: string) => ({
  id,
  name: `Screen ${id}`,
  size: { width: 390, height: 844 },
  nodes: ['Headline', 'Card 1', 'Card 2', 'Card 3', 'Pay'].map((name, i) => ({
    id: `${id}:${i}`,
    name,
    kind: 'component' as const,
    box: { x: 20, y: 40 + i * 150, width: 350, height: 120 },
  })),
});
const director = () =>
  openLanguageModel({ apiKey: 'pretend', model: 'gpt-6-sol', baseUrl: `${models.origin}/openai/v1` });
const options = () => ({ signal: new AbortController().signal });
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPQ0jYAAAEIAIaWIq6xAAAAAElFTkSuQmCC';

test.each(['motion', 'prompt', 'either'] as const)(
  'a shot is asked for in strict form (%s), and what is made up becomes one within taste',
  async (want) => {
    for (const words of ['the cards rise', 'push in on the headline', 'it snows', '']) {
      const request = directRequestSchema.parse({ frame: frame('a'), direction: words, want, picture });
      const answer = await directShot(request, director(), options());
      expect(answer.why).toBeNull();
      expect(directAnswerSchema.parse(answer)).toMatchObject({ by: 'model' });
      expect(answer.cost).toBeGreaterThan(0);
    }
  },
);

test('a storyboard is asked for in strict form, and what is made up becomes one within taste', async () => {
  for (const count of [1, 6, 24]) {
    const frames = Array.from({ length: count }, (_, i) => ({ frame: frame(`f${i}`), picture }));
    const request = proposalRequestSchema.parse({ brief: 'a 20-second launch teaser', frames });
    const answer = await proposeStoryboard(request, director(), options());
    expect(answer.why).toBeNull();
    expect(proposalAnswerSchema.parse(answer)).toMatchObject({ by: 'model' });
    for (const { duration } of answer.shots) expect(duration).toBeLessThanOrEqual(7);
  }
});

test('each try is charged there as it is counted here', async () => {
  models.control.answer({ answer: { kind: 'text', text: 'Sure! Here it is.' } });
  const request = directRequestSchema.parse({ frame: frame('a'), direction: 'the cards rise' });
  const answer = await directShot(request, director(), options());
  expect(answer.by).toBe('model');
  expect(models.control.ledger().charges).toHaveLength(2);
  models.control.answer({ answer: { kind: 'refusal', refusal: 'No.' } });
  expect((await directShot(request, director(), options())).why).toMatch(/refused/);
  models.control.answer({ answer: { kind: 'incomplete' } });
  expect((await directShot(request, director(), options())).why).toMatch(/cut off/);
});
