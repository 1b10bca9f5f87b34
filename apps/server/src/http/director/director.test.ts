import { fakeResponses, type Replier, refusing, saying } from '@animatic/director/language-model/testing';
import {
  type DirectRequest,
  directAnswerSchema,
  type ProposalRequest,
  problemSchema,
  proposalAnswerSchema,
  usageSchema,
} from '@animatic/schema';
import sharp from 'sharp';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { type Person, pngOf, type TestApp, testApp } from '../../testing/test-app.ts';

const frame: DirectRequest['frame'] = {
  id: '1:2',
  name: 'Home',
  size: { width: 390, height: 844 },
  nodes: ['Card 1', 'Card 2', 'Card 3'].map((name, i) => ({
    id: `1:${i + 3}`,
    name,
    kind: 'component',
    component: 'Card',
    box: { x: 20 + i * 120, y: 200, width: 100, height: 140 },
  })),
};
const still = { camera: [], layers: [], overlays: [], scroll: [] };
const answer = { motion: still, prompt: null, duration: 4, notes: [] };
const board = {
  title: 'Launch',
  mood: 'calm',
  notes: [],
  shots: [
    {
      frame: 'F1',
      title: 'Home',
      line: '',
      direction: 'Slow push in',
      duration: 4,
      engine: 'motion',
      model: null,
      motion: null,
      prompt: null,
      transition: null,
    },
  ],
};
const dataUrl = async (width = 1600, height = 1200) =>
  `data:image/png;base64,${Buffer.from((await pngOf(9, width, height)).bytes).toString('base64')}`;

let open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});

/** A server of ours whose language model gives these replies; none without any. */
async function served(replies?: readonly Replier[], environment: Record<string, string> = {}) {
  const vendor = replies && (await fakeResponses(replies));
  const server: TestApp = await testApp(inject('databaseUrl'), {
    ...(vendor && { OPENAI_API_KEY: 'sk-very-secret', OPENAI_BASE_URL: vendor.baseUrl }),
    ...environment,
  });
  open.push(server, ...(vendor ? [vendor] : []));
  const anna = await server.signIn();
  return { server, anna, asked: vendor?.asked ?? [] };
}
const direct = (person: Person, more: Partial<DirectRequest> = {}) =>
  person.post('/v1/direct', { frame, direction: 'the cards rise', ...more });
const usageOf = async (person: Person) =>
  usageSchema
    .parse(await (await person.get('/v1/usage')).json())
    .kinds.find(({ kind }) => kind === 'director');

describe('POST /v1/direct', () => {
  test('asks the language model with a small picture, and counts what it cost', async () => {
    const { anna, asked, server } = await served([saying(answer)]);
    const response = await direct(anna, { picture: await dataUrl() });
    expect(response.status).toBe(200);
    const directed = directAnswerSchema.parse(await response.json());
    expect(directed).toMatchObject({
      by: 'model',
      why: null,
      model: 'gpt-6-sol',
      cost: 0.00464,
      duration: 4,
    });
    const content = asked[0]?.input[0]?.content;
    const url = Array.isArray(content)
      ? content.find(({ type }) => type === 'input_image')?.image_url
      : undefined;
    const seen = await sharp(Buffer.from(url?.split(',')[1] ?? '', 'base64')).metadata();
    expect(seen).toMatchObject({ format: 'jpeg', width: 768, height: 576 });
    expect(await usageOf(anna)).toEqual({ kind: 'director', amount: 1300, cost: 0.00464 });
    expect(server.logged.join()).not.toMatch(/sk-very-secret|the cards rise|Card 1/);
  });

  test('counts a call that gave nothing, and the rules do it', async () => {
    const { anna } = await served([refusing()]);
    const directed = directAnswerSchema.parse(await (await direct(anna)).json());
    expect(directed).toMatchObject({ by: 'rules', cost: 0.00464 });
    expect(directed.motion?.layers[0]?.layers).toEqual(['1:3', '1:4', '1:5']);
    expect((await usageOf(anna))?.cost).toBe(0.00464);
  });

  test('without a key the rules do it and say what a key would add; nothing is counted', async () => {
    const { anna } = await served();
    const directed = directAnswerSchema.parse(
      await (await direct(anna, { picture: await dataUrl(40, 30) })).json(),
    );
    expect(directed).toMatchObject({ by: 'rules', model: null, cost: 0 });
    expect(directed.why).toContain('OPENAI_API_KEY');
    expect(await usageOf(anna)).toBeUndefined();
  });

  test('the stand-in for models costs nothing', async () => {
    const vendor = await fakeResponses([saying(answer)]);
    open.push(vendor);
    const { anna } = await served(undefined, { FAKE_MODELS_URL: vendor.baseUrl.replace('/v1', '') });
    const directed = directAnswerSchema.parse(await (await direct(anna)).json());
    expect(directed).toMatchObject({ by: 'model', cost: 0 });
  });

  test('a month’s budget stops it, also where many ask at once', async () => {
    const { anna, asked } = await served([saying(answer)]);
    // A call can cost 7 cents at the most: two fit at a time.
    await anna.put('/v1/budget', { month: 0.15, render: 0 });
    const all = await Promise.all(
      Array.from({ length: 8 }, async () => directAnswerSchema.parse(await (await direct(anna)).json())),
    );
    const paid = all.filter(({ by }) => by === 'model');
    expect(paid.length).toBeGreaterThan(0);
    expect(asked.length).toBe(paid.length);
    const usage = await usageOf(anna);
    expect(usage?.cost).toBeCloseTo(paid.length * 0.00464, 5);
    await anna.put('/v1/budget', { month: 0.01, render: null });
    const before = asked.length;
    const refused = directAnswerSchema.parse(await (await direct(anna)).json());
    expect(refused).toMatchObject({ by: 'rules', cost: 0 });
    expect(refused.why).toMatch(/because of the budget.* of this month/);
    expect(asked.length).toBe(before);
  });

  test('refuses what is no picture, no frame, or no model, in words', async () => {
    const { anna } = await served([saying(answer)]);
    const codeOf = async (response: Response) => {
      const problem = problemSchema.parse(await response.json());
      expect(problem.detail).not.toMatch(/vips|sharp|zod/i);
      return `${response.status} ${problem.code} ${problem.errors?.[0]?.path}`;
    };
    expect(await codeOf(await direct(anna, { picture: 'https://evil.example/x.png' }))).toBe(
      '422 invalid_input picture',
    );
    const text = `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}`;
    expect(await codeOf(await direct(anna, { picture: text }))).toMatch(/^415 not_an_image/);
    expect(await codeOf(await direct(anna, { frame: undefined }))).toBe('422 invalid_input frame');
    expect(await codeOf(await direct(anna, { want: 'prompt', model: 'no-such' }))).toBe(
      '422 unknown_model model',
    );
    expect(await codeOf(await direct(anna, { want: 'prompt', model: 'fal/kling-4' }))).toMatch(
      /^422 model_unavailable model/,
    );
  });

  test('is asked so often and no more', async () => {
    const { anna } = await served();
    const answers = await Promise.all(Array.from({ length: 70 }, () => direct(anna)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  test('whoever goes away ends the call, which counts', async () => {
    const gone = new AbortController();
    const { anna } = await served([
      () => {
        gone.abort();
        return 'hang';
      },
    ]);
    const response = await anna.call('POST', '/v1/direct', {
      body: JSON.stringify({ frame, direction: 'the cards rise' }),
      headers: { 'Content-Type': 'application/json' },
      signal: gone.signal,
    });
    expect(response.status).toBe(503);
    expect((await usageOf(anna))?.cost).toBeGreaterThan(0.00464);
  });
});

describe('POST /v1/proposals', () => {
  const propose = (person: Person, more: Partial<ProposalRequest> = {}) =>
    person.post('/v1/proposals', { brief: 'a 6-second teaser', frames: [{ frame }], ...more });

  test('proposes a storyboard, and counts it', async () => {
    const { anna, asked } = await served([saying(board)]);
    const response = await propose(anna, { frames: [{ frame: frame!, picture: await dataUrl() }] });
    const proposal = proposalAnswerSchema.parse(await response.json());
    expect(proposal).toMatchObject({ by: 'model', title: 'Launch', mood: 'calm', seconds: 6 });
    expect(proposal.shots[0]).toMatchObject({ frame: '1:2', engine: 'motion', direction: 'Slow push in' });
    expect(JSON.stringify(asked[0]?.input)).toContain('data:image/jpeg;base64,');
    expect((await usageOf(anna))?.amount).toBe(1300);
  });

  test('by the rules without a key', async () => {
    const { anna } = await served();
    const proposal = proposalAnswerSchema.parse(await (await propose(anna)).json());
    expect(proposal).toMatchObject({ by: 'rules', cost: 0, seconds: 6, shots: [{ title: 'Home' }] });
    expect((await propose(anna, { brief: ' ' })).status).toBe(422);
    expect((await propose(anna, { frames: [] })).status).toBe(422);
  });
});
