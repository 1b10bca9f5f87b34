import type { Estimate, Generation, ModelList, Render, Shot, Style } from '@animatic/schema';
import { generation, models } from '../src/ui/testing/generation-facts.ts';

const at = '2026-11-20T12:00:00.000Z';
const id = (n: number) => `0190a5c2-0000-7000-a000-${String(n).padStart(12, '0')}`;

/** How the next generations end, by words in their prompt. */
export type Fate = 'done' | 'failed' | 'needs_review';

/** What a test can turn of models, and what it sees. */
export interface FakeGenerations {
  models: ModelList;
  styles: Style[];
  budget: { month: number | null; render: number | null };
  spent: number;
  /** By a part of the prompt; done without one. */
  fates: Map<string, Fate>;
  all: Map<string, Generation>;
  /** What was really asked, by prompt: what is found is not asked. */
  charged: string[];
  answer: unknown;
  proposal: unknown;
}

export interface Reply {
  status?: number;
  json?: unknown;
  events?: unknown[];
  bytes?: Buffer;
}

/** A shot as a document has it. */
type SentShot = Pick<Shot, 'id' | 'engine' | 'generation' | 'caption' | 'still'>;

export function fakeGenerations(): FakeGenerations & {
  /** A render's shots with their generations: found where they were made before. */
  shotsOf(document: unknown): Render['shots'];
  settle(render: Render): Render['shots'];
  reply(
    method: string,
    path: string,
    query: URLSearchParams,
    input: () => Record<string, unknown>,
  ): Reply | null;
} {
  const prints = new Map<string, string>();
  const prompts = new Map<string, string>();
  const shotsIn = (document: unknown) => (document as { shots: SentShot[] }).shots;
  const printOf = (shot: SentShot, variation: number) => {
    const {
      chosen: _,
      trimStart: __,
      loop: ___,
      variations: ____,
      ...asked
    } = shot.generation ?? { model: '' };
    return JSON.stringify([asked, variation, shot.caption.direction, shot.still?.tiles[0]?.still]);
  };
  const put = (one: Generation) => {
    fake.all.set(one.id, one);
    return one;
  };
  const make = (shot: SentShot, variation: number): Generation => {
    const print = printOf(shot, variation);
    const known = fake.all.get(prints.get(print) ?? '');
    if (known && known.state !== 'failed') return known;
    const prompt = shot.caption.direction;
    fake.charged.push(prompt);
    const made = put({
      ...generation(0, { result: null, cost: null, state: 'queued', progress: 0, prompt, variation }),
      id: id(fake.all.size + 1),
      shotId: shot.id,
      model: shot.generation?.model ?? '',
    });
    prints.set(print, made.id);
    prompts.set(made.id, prompt);
    return made;
  };
  const end = (one: Generation): Generation => {
    if (one.state === 'done') return one;
    const fate =
      [...fake.fates].find(([words]) => (prompts.get(one.id) ?? one.prompt).includes(words))?.[1] ?? 'done';
    const error = { code: 'refused', message: 'A face was refused.', advice: 'Hide the avatars layer.' };
    const review = { reason: 'The connection was cut.', again: 0.5 };
    const { result, cost } = generation(0);
    return put({
      ...one,
      state: fate,
      progress: fate === 'done' ? 1 : 0.8,
      error: fate === 'failed' ? error : null,
      review: fate === 'needs_review' ? review : null,
      result: fate === 'done' && result ? { ...result, url: `/v1/generations/${one.id}/media` } : null,
      cost: fate === 'done' ? cost : null,
    });
  };
  const estimateOf = (document: unknown): Estimate => {
    const shots = shotsIn(document).map((shot) => {
      const count = shot.generation?.variations ?? 0;
      const found = Array.from({ length: count }, (_, variation) =>
        prints.has(printOf(shot, variation)),
      ).filter(Boolean).length;
      return {
        id: shot.id,
        engine: shot.engine,
        model: shot.generation?.model ?? null,
        cost: (count - found) * 0.5,
        found,
        problem: null,
      };
    });
    const total = shots.reduce((sum, { cost }) => sum + cost, 0);
    const { month, render } = fake.budget;
    const passes = (month !== null && fake.spent + total > month) || (render !== null && total > render);
    return { shots, total, unknown: 0, budget: { month, render, spent: fake.spent, reserved: 0, passes } };
  };

  const fake: FakeGenerations = {
    models,
    styles: [],
    budget: { month: null, render: null },
    spent: 0,
    fates: new Map(),
    all: new Map(),
    charged: [],
    answer: null,
    proposal: null,
  };
  return Object.assign(fake, {
    shotsOf: (document: unknown) =>
      shotsIn(document).map((shot) => ({
        id: shot.id,
        title: shot.caption.title,
        state: 'queued',
        engine: shot.engine,
        generations: Array.from({ length: shot.generation?.variations ?? 0 }, (_, variation) =>
          make(shot, variation),
        ),
      })),
    settle: (render: Render) =>
      render.shots.map((shot) => ({
        ...shot,
        generations: shot.generations.map((each) => end(fake.all.get(each.id) ?? each)),
      })),
    reply(
      method: string,
      path: string,
      query: URLSearchParams,
      input: () => Record<string, unknown>,
    ): Reply | null {
      if (path === '/v1/models') return { json: fake.models };
      if (path === '/v1/styles' && method === 'GET') return { json: { styles: fake.styles } };
      if (path === '/v1/styles') {
        const style = {
          stills: [],
          words: '',
          seed: null,
          ...input(),
          id: id(800),
          createdAt: at,
        } as unknown as Style;
        fake.styles.push(style);
        return { json: style, status: 201 };
      }
      if (path === '/v1/budget') {
        if (method === 'PUT') fake.budget = input() as FakeGenerations['budget'];
        return { json: fake.budget };
      }
      if (path === '/v1/usage')
        return { json: { from: at, to: at, total: fake.spent, reserved: 0, kinds: [], models: [] } };
      if (path === '/v1/renders/estimate') return { json: estimateOf(input().document) };
      if (path === '/v1/direct') return { json: fake.answer };
      if (path === '/v1/proposals') return { json: fake.proposal };
      if (path === '/v1/generations' && method === 'POST') {
        const { prompt, variations = 1, shotId, model } = input();
        const generations = Array.from({ length: Number(variations) }, (_, variation) => {
          fake.charged.push(String(prompt));
          const made = {
            ...generation(0, { state: 'queued', result: null, cost: null }),
            id: id(fake.all.size + 1),
          };
          return put({
            ...made,
            kind: 'image',
            prompt: String(prompt),
            shotId: String(shotId),
            model: String(model),
            variation,
          });
        });
        return { json: { generations }, status: 202 };
      }
      const known = (query.get('ids') ?? '').split(',').flatMap((each) => fake.all.get(each) ?? []);
      if (path === '/v1/generations') return { json: { generations: known } };
      if (path === '/v1/generations/events')
        return { events: [{ generations: known }, { generations: known.map(end) }] };
      const [, one = '', part] = /^\/v1\/generations\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
      const found = fake.all.get(one);
      if (!found) return null;
      if (part === 'media' || part === 'poster') return { bytes: Buffer.from(`picture of ${one}`) };
      if (part === 'retry' || part === 'review') {
        if (part === 'review' && input().decision === 'made')
          return { json: put({ ...found, state: 'failed', review: null }) };
        fake.charged.push(found.prompt);
        fake.fates.clear();
        return {
          json: put({ ...found, id: id(fake.all.size + 1), state: 'queued', error: null, review: null }),
        };
      }
      if (method === 'DELETE') return { json: put({ ...found, state: 'cancelled' }) };
      return { json: found };
    },
  });
}
