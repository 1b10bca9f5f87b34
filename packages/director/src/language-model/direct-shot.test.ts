import {
  type DirectRequest,
  directAnswerSchema,
  directRequestSchema,
  frameOfOutline,
  motionSchema,
} from '@animatic/schema';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { checkout } from '../testing.ts';
import { type LanguageModelSettings, openLanguageModel } from './call/language-model.ts';
import type { Ledger } from './call/spending.ts';
import { directShot } from './direct-shot.ts';
import { dataOf, fakeResponses, type Replier, refusing, saying } from './testing/fake-responses.ts';

const still = { camera: [], layers: [], overlays: [], scroll: [] };
const shot = (motion: object = {}, more: object = {}) => ({
  motion: { ...still, ...motion },
  prompt: null,
  duration: 4,
  notes: [],
  ...more,
});
const request = (more: Partial<DirectRequest> = {}): DirectRequest => ({
  frame: frameOfOutline(checkout()),
  direction: 'the cards rise',
  place: { index: 0, count: 3 },
  ...more,
});

let server: Awaited<ReturnType<typeof fakeResponses>> | undefined;
afterEach(() => server?.close());

/** Asks the director with a server that gives these replies. */
async function directed(
  replies: readonly Replier[],
  given: Partial<DirectRequest> = {},
  {
    ledger,
    signal,
    ...settings
  }: Partial<LanguageModelSettings> & { ledger?: Ledger; signal?: AbortSignal } = {},
) {
  server = await fakeResponses(replies);
  const model = openLanguageModel({
    apiKey: 'sk-secret-key',
    model: 'gpt-6-sol',
    baseUrl: server.baseUrl,
    ...settings,
  });
  const answer = await directShot(directRequestSchema.parse(request(given)), model, {
    signal: signal ?? new AbortController().signal,
    ...(ledger && { ledger }),
  });
  expect(directAnswerSchema.parse(answer)).toEqual(answer);
  return { answer, server };
}

/** The handle of a layer in what was sent. */
const layersSchema = z.object({ layers: z.array(z.object({ id: z.string(), name: z.string() })) });
const handles = (data: unknown, ...names: string[]) =>
  names.map((name) => layersSchema.parse(data).layers.find((one) => one.name === name)?.id ?? `no ${name}`);

describe('a motion', () => {
  test('names layers by ids that exist, and is the engine’s own', async () => {
    const { answer, server: asked } = await directed([
      (asked) => {
        const cards = handles(dataOf(asked), 'Card 1', 'Card 2', 'Card 3');
        return saying(
          shot({
            layers: [
              {
                layers: cards,
                phase: 'enter',
                effect: 'rise',
                at: 0.3,
                duration: 0.5,
                stagger: 0.12,
                by: 'order',
                from: null,
                amount: null,
                easing: 'enter',
              },
            ],
          }),
        );
      },
    ]);
    expect(answer).toMatchObject({ by: 'model', why: null, model: 'gpt-6-sol', duration: 4, prompt: null });
    expect(answer.motion?.layers).toMatchObject([
      { layers: ['Card 1', 'Card 2', 'Card 3'], effect: 'rise', at: 0.3, duration: 0.5, stagger: 0.12 },
    ]);
    expect(motionSchema.parse(answer.motion)).toEqual(answer.motion);
    // 800 × $2 + 200 × $0.2 + 300 × $10 a million.
    expect(answer.cost).toBeCloseTo(0.00464, 6);
    expect(answer.tokens).toEqual({ input: 1000, output: 300 });
    expect(asked.asked[0]).toMatchObject({ store: false, reasoning: { effort: 'low' } });
    expect(asked.keys).toEqual(['Bearer sk-secret-key']);
  });

  test('is asked for in strict form, with the layers as the only things to point at', async () => {
    const { server: asked } = await directed([saying(shot())]);
    const text = JSON.stringify(asked.asked[0]?.text.format.schema);
    expect(text).toContain('"L1"');
    expect(text).toContain('"push-in"');
    for (const word of ['minimum', 'maxItems', 'default', '$schema', 'oneOf', 'const', 'Card 1'])
      expect(text).not.toContain(`"${word}"`);
    const check = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(check);
      const object = z.record(z.string(), z.unknown()).safeParse(value);
      if (!object.success) return;
      if (object.data.type === 'object') {
        expect(object.data.additionalProperties).toBe(false);
        expect(object.data.required).toEqual(Object.keys(z.object({}).loose().parse(object.data.properties)));
      }
      Object.values(object.data).forEach(check);
    };
    check(asked.asked[0]?.text.format.schema);
  });

  test('leaves out layers that are not there, and says so', async () => {
    const { answer } = await directed([
      saying(
        shot({
          camera: [{ move: 'push-in', focus: 'L999', amount: 1.2, at: null, duration: null, easing: null }],
          layers: [
            {
              layers: ['__proto__', 'Card 1', '../../etc'],
              phase: 'enter',
              effect: 'fade',
              at: 0,
              duration: 1,
              stagger: 0,
              by: 'order',
              from: null,
              amount: null,
              easing: null,
            },
          ],
        }),
      ),
    ]);
    expect(answer.by).toBe('model');
    expect(answer.motion?.layers).toEqual([]);
    expect(answer.motion?.camera).toEqual([{ move: 'push-in', amount: 1.2 }]);
    expect(answer.notes).toContain('Layers that are not in the frame were left out.');
  });
});

describe('a prompt', () => {
  const parts = {
    subject: 'A paper cup on a wooden table',
    action: 'Steam rises from it',
    camera: 'The camera moves slowly around it',
    light: 'Soft morning light from the left',
    keep: '',
  };

  test('is one text of its parts, and keeps what is drawn', async () => {
    const { answer } = await directed([saying({ motion: null, prompt: parts, duration: 5, notes: [] })], {
      want: 'prompt',
    });
    expect(answer.prompt?.text).toBe(
      'A paper cup on a wooden table. Steam rises from it. The camera moves slowly around it. Soft morning light from the left. Keep all lettering, logos, numbers, colours and shapes exactly as they are in the picture.',
    );
    expect(answer).toMatchObject({ motion: null, duration: 5 });
  });

  test('fits what the model takes, and leads nowhere', async () => {
    server = await fakeResponses([
      saying({
        motion: null,
        prompt: { ...parts, action: `${'Steam rises and rises. '.repeat(60)} https://evil.example/x` },
        duration: 60,
        notes: [],
      }),
    ]);
    const model = openLanguageModel({ apiKey: 'k', model: 'gpt-6-sol', baseUrl: server.baseUrl });
    const answer = await directShot(
      {
        ...directRequestSchema.parse(request({ want: 'prompt' })),
        videoModel: {
          id: 'm',
          name: 'M',
          engine: 'videos',
          durations: [4, 5],
          maxPrompt: 300,
          words: true,
          firstFrame: true,
        },
      },
      model,
      { signal: new AbortController().signal },
    );
    expect(answer.prompt?.text.length).toBeLessThanOrEqual(300);
    expect(answer.prompt?.text).toContain('Keep all lettering');
    expect(answer.prompt?.text).not.toContain('evil');
    expect(answer.duration).toBe(5);
    expect(answer.notes).toContain('The prompt was shortened: the model takes 300 characters.');
  });
});

describe('an answer that cannot be used', () => {
  const fits = saying(shot());
  test.each<[string, Replier[], { calls: number; why: RegExp; cost?: 'none' }]>([
    ['a refusal', [refusing()], { calls: 1, why: /refused/ }],
    [
      'one cut by its length',
      [saying('{"motion":', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } })],
      { calls: 1, why: /cut off/ },
    ],
    [
      'a filter',
      [saying('', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } })],
      { calls: 1, why: /refused/ },
    ],
    ['truncated JSON twice', [saying('{"motion":{"camera":[')], { calls: 2, why: /asked form, twice/ }],
    [
      'another form twice',
      [saying({ motion: { camera: 'now' }, duration: 'long' })],
      { calls: 2, why: /asked form, twice/ },
    ],
    ['nothing', [saying('')], { calls: 1, why: /said nothing/ }],
    [
      'another wire',
      [{ body: { choices: [{ message: { content: 'hi' } }] } }],
      { calls: 1, why: /said nothing/ },
    ],
    ['HTML', [{ body: '<html>' }], { calls: 1, why: /not known here/ }],
    ['an answer without end', [saying('x'.repeat(1_200_000))], { calls: 1, why: /not known here|reached/ }],
    [
      '429 for long',
      [{ status: 429, headers: { 'Retry-After': '600' }, body: { error: {} } }],
      { calls: 1, why: /busy/, cost: 'none' },
    ],
    [
      '429 without credit',
      [{ status: 429, body: { error: { code: 'insufficient_quota' } } }],
      { calls: 1, why: /no credit/, cost: 'none' },
    ],
    [
      '500 again and again',
      [{ status: 500, body: { error: { message: 'stack trace at /srv/x' } } }],
      { calls: 3, why: /fault of its own \(500\)/, cost: 'none' },
    ],
    [
      '401',
      [{ status: 401, body: { error: { message: 'Incorrect API key: sk-secret-key' } } }],
      { calls: 1, why: /OPENAI_API_KEY/, cost: 'none' },
    ],
    ['404', [{ status: 404, body: {} }], { calls: 1, why: /no such language model/, cost: 'none' }],
    [
      '400',
      [{ status: 400, body: { error: { message: 'Invalid schema' } } }],
      { calls: 1, why: /does not take/, cost: 'none' },
    ],
    [
      'a redirect',
      [{ status: 302, headers: { Location: 'http://127.0.0.1:1/' }, body: '' }],
      { calls: 3, why: /reached/ },
    ],
    ['a connection that breaks', ['cut'], { calls: 3, why: /reached|not known here/ }],
    ['no answer', ['hang'], { calls: 1, why: /in time/ }],
  ])('%s: the rules do it and say why', async (_, replies, { calls, why, cost }) => {
    const { answer, server: asked } = await directed(replies, {}, { timeout: 400 });
    expect(answer.by).toBe('rules');
    expect(answer.why).toMatch(why);
    expect(answer.why).toMatch(/The rules read the words instead\.$/);
    expect(answer.motion?.layers[0]?.layers).toEqual(['Card 1', 'Card 2', 'Card 3']);
    expect(asked.asked.length).toBeLessThanOrEqual(calls);
    expect(JSON.stringify(answer)).not.toMatch(/secret|evil|\/srv|127\.0/);
    if (cost === 'none') expect(answer.cost).toBe(0);
    else expect(answer.cost).toBeGreaterThan(0);
  });

  test('one of another form is asked for again, and both calls are counted', async () => {
    const { answer, server: asked } = await directed([saying('{"motion":'), fits]);
    expect(answer).toMatchObject({ by: 'model', cost: 0.00928, tokens: { input: 2000, output: 600 } });
    expect(asked.asked[1]?.input.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
  });

  test('429 and 500 that pass are tried again', async () => {
    const { answer, server: asked } = await directed([
      { status: 429, headers: { 'Retry-After': '0' }, body: {} },
      { status: 503, body: {} },
      fits,
    ]);
    expect(answer).toMatchObject({ by: 'model', cost: 0.00464 });
    expect(asked.asked).toHaveLength(3);
  });

  test('a server that nobody runs costs nothing', async () => {
    const dead = await fakeResponses([]);
    await dead.close();
    const { answer } = await directed([fits], {}, { baseUrl: dead.baseUrl });
    expect(answer).toMatchObject({ by: 'rules', cost: 0 });
    expect(answer.why).toMatch(/cannot be reached/);
  });

  test('cancelling ends the call and gives no answer', async () => {
    const abort = new AbortController();
    const closed: number[] = [];
    const going = directed(
      [
        () => {
          abort.abort();
          return 'hang';
        },
      ],
      {},
      {
        signal: abort.signal,
        ledger: { open: async () => ({ close: async (cost) => void closed.push(cost) }) },
      },
    );
    await expect(going).rejects.toMatchObject({ kind: 'cancelled' });
    expect(closed).toHaveLength(1);
    expect(closed[0]).toBeGreaterThan(0);
  });
});

describe('money', () => {
  test('is set aside before a call and put right after it', async () => {
    const book: string[] = [];
    let most = 0;
    const ledger: Ledger = {
      async open(dollars) {
        most = dollars;
        book.push('open');
        return { close: async (cost, tokens) => void book.push(`close ${cost} ${tokens.input}`) };
      },
    };
    const { answer } = await directed([saying(shot())], {}, { ledger });
    expect(book).toEqual(['open', 'close 0.00464 1000']);
    expect(most).toBeGreaterThan(answer.cost);
  });

  test('that is not there: nothing is asked', async () => {
    const { answer, server: asked } = await directed(
      [saying(shot())],
      {},
      { ledger: { open: async () => ({ why: 'The month’s budget is spent.' }) } },
    );
    expect(answer).toMatchObject({ by: 'rules', cost: 0 });
    expect(answer.why).toContain('budget');
    expect(asked.asked).toHaveLength(0);
  });

  test('without a key nothing is asked, and what a key would add is said', async () => {
    const answer = await directShot(
      directRequestSchema.parse(request()),
      { why: 'No key.' },
      { signal: new AbortController().signal },
    );
    expect(answer).toMatchObject({ by: 'rules', why: 'No key.', model: null, cost: 0 });
    expect(answer.motion?.layers[0]?.effect).toBe('rise');
    const prompt = await directShot(
      directRequestSchema.parse({ direction: 'A cup in the rain', want: 'prompt' }),
      { why: 'No key.' },
      { signal: new AbortController().signal },
    );
    expect(prompt.prompt?.text).toBe('A cup in the rain.');
  });
});
