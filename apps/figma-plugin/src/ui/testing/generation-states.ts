import type { Estimate, Generation, ProposalAnswer } from '@animatic/schema';
import type { StoredShot } from '../../protocol/index.ts';
import { newWordsShot } from '../board/board.ts';
import { createDeriver } from '../derive/derive-board.ts';
import { startHistory } from '../store/history.ts';
import type { State } from '../store/state.ts';
import {
  ask,
  footagePicture,
  generating,
  generation,
  generationId,
  gptImage,
  kling,
  models,
  noKeys,
  takeOf,
  under,
  veo,
} from './generation-facts.ts';

/** States of what models make, from a board without any. `full` has four frames. */
export function generationStates(full: State, signedIn: Partial<State>): Record<string, () => State> {
  const base: State = { ...full, ...signedIn, models, styles: [look, other] };
  const board = full.history.present;
  const withShots = (change: (shots: StoredShot[]) => StoredShot[], more: Partial<State> = {}): State => {
    const history = startHistory({ ...board, shots: change(board.shots) });
    return { ...base, history, active: history.present.shots[0]?.id ?? null, ...more };
  };
  const steam = {
    direction: 'Steam rises from the cup, slow orbit to the left, morning light',
    line: '',
    title: '',
  };
  const first = (change: Partial<StoredShot>) => (shots: StoredShot[]) =>
    shots.map((shot, index) =>
      index === 0 ? { ...shot, engine: 'videos' as const, ask, caption: steam, ...change } : shot,
    );
  /** The first shot with takes that its settings ask for, each as it stands. */
  const taken = (
    generations: Generation[],
    change: Partial<StoredShot> = {},
    more: Partial<State> = {},
  ): State => {
    const variations = Math.max(1, ...generations.map(({ variation }) => variation + 1));
    const wish = { ...ask, ...change.ask, variations };
    const before = withShots(first({ ...change, ask: wish }));
    const [asked] = createDeriver()(before).asked;
    const inputs = asked && 'inputs' in asked ? asked.inputs : '';
    const takes = generations.map((each, index) =>
      takeOf(index, inputs, { variation: each.variation, words: steam.direction, ask: wish }),
    );
    return withShots(first({ ...change, ask: wish, takes: [...takes, ...(change.takes ?? [])] }), {
      generations: Object.fromEntries(generations.map((each) => [each.id, each])),
      ...more,
    });
  };
  const running = (generations: Generation[]) => ({
    running: generating([{ id: 's0', title: 'Welcome', state: 'generating', engine: 'videos', generations }]),
    job: {
      step: 'generating' as const,
      render: 'r',
      done: generations.filter(({ state }) => state === 'done').length,
      total: generations.length,
      progress: 0.4,
      decide: generations.filter(({ state }) => state === 'needs_review').length,
    },
  });
  const posters = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        generationId(index),
        { poster: footagePicture('Product', 30 + index * 70), clip: null },
      ]),
    );
  const working = [
    under(0, { state: 'running', progress: 0.4 }),
    generation(1, { variation: 1 }),
    under(2, { state: 'queued', progress: 0, variation: 2 }),
  ];
  const failed = under(0, {
    state: 'failed',
    error: {
      code: 'moderation_blocked',
      message: 'The picture was refused: it shows a face.',
      advice: 'Hide the avatars layer and render again.',
    },
  });
  const review = under(0, {
    state: 'needs_review',
    review: {
      reason: 'The connection was cut after the picture was sent, and the vendor has no list.',
      again: 0.5,
    },
  });
  const words = (): StoredShot => ({
    ...newWordsShot('A ceramic cup on a wooden table, steam, window light from the left'),
    id: 'w1',
    engine: 'vendors',
    ask: { ...ask, model: kling.id, from: { kind: 'words' }, variations: 2 },
  });
  return {
    'model-exact': () => ({ ...base }),
    'model-signed-out': () => ({ ...base, token: null, models: null, me: null }),
    'model-loading': () => ({ ...base, models: null }),
    'model-no-keys': () => ({ ...base, models: noKeys }),
    'model-settings': () => withShots(first({}), { estimate: estimate({ s0: 0.5 }) }),
    'model-settings-many': () =>
      withShots(
        first({
          engine: 'vendors',
          ask: {
            ...ask,
            model: veo.id,
            from: { kind: 'between', fit: 'crop' },
            variations: 4,
            sound: true,
            seed: 42,
            trimStart: 0.5,
            style: look.id,
            characters: ['mara'],
            seconds: 8,
          },
        }),
        { estimate: estimate({ s0: 12.8 }) },
      ),
    'model-picker': () => withShots(first({}), { estimate: estimate({ s0: 0.5 }) }),
    'model-refused': () =>
      withShots(first({}), {
        estimate: estimate(
          { s0: 0 },
          {},
          'Wan 2.2 makes 4, 5 or 8 seconds, and 6 were asked for. Choose one of these.',
        ),
      }),
    'model-no-next': () => {
      const [one] = board.shots;
      return withShots(() =>
        one ? first({ ask: { ...ask, from: { kind: 'between', fit: 'crop' } } })([one]) : [],
      );
    },
    'words-shot': () =>
      withShots((shots) => [words(), ...shots.slice(0, 2)], { estimate: estimate({ w1: 0.7 }) }),
    'words-empty': () => withShots(() => [{ ...newWordsShot(), id: 'w1' }]),
    'priced-board': () => withShots(first({}), { estimate: estimate({ s0: 0.5 }) }),
    'over-budget': () =>
      withShots(first({}), { estimate: estimate({ s0: 0.5 }, { spent: 19.8, passes: true }) }),
    'over-render': () =>
      withShots(first({}), { estimate: estimate({ s0: 12.8 }, { render: 5, passes: true }) }),
    'price-unknown': () =>
      withShots(first({}), {
        estimate: null,
        estimateProblem: {
          title: 'The server does not answer',
          detail: 'http://localhost:8787 does not answer.',
        },
      }),
    generating: () => taken(working, {}, running(working)),
    'generating-queued': () =>
      taken(
        [under(0, { state: 'queued', progress: 0 })],
        {},
        running([under(0, { state: 'queued', progress: 0 })]),
      ),
    'generating-copying': () =>
      taken(
        [under(0, { state: 'fetching', progress: 0.95 })],
        {},
        running([under(0, { state: 'fetching', progress: 0.95 })]),
      ),
    'generation-failed': () =>
      taken(
        [failed],
        {},
        {
          running: { ...running([failed]).running, state: 'failed' },
          job: {
            step: 'failed',
            render: null,
            problem: {
              title: '“Welcome” could not be made',
              detail: 'Its card says why. What was made stays.',
            },
            again: { render: 'r', shots: 1, cost: 0.5 },
          },
        },
      ),
    'generation-review': () => taken([review], {}, running([review])),
    'review-sheet': () => taken([review], {}, running([review])),
    'review-refused': () =>
      taken(
        [review],
        {},
        {
          ...running([review]),
          refusals: {
            s0: 'No job of that id is known to the vendor. Look at its page of jobs, or make it again.',
          },
        },
      ),
    made: () => taken([generation(0)], {}, { footage: posters(1) }),
    'made-changed': () => {
      const state = taken([generation(0)], {}, { footage: posters(1), estimate: estimate({ s0: 0.8 }) });
      const [shot] = state.history.present.shots;
      if (!shot?.ask) return state;
      const changed = { ...shot, ask: { ...shot.ask, seconds: 8 } };
      const shots = state.history.present.shots.with(0, changed);
      return { ...state, history: startHistory({ ...state.history.present, shots }) };
    },
    takes: () =>
      taken(
        [0, 1, 2, 3].map((index) => generation(index, { variation: index })),
        { takes: [takeOf(4, 'older', { words: 'Steam rises' })] },
        {
          footage: posters(5),
          generations: Object.fromEntries(
            [0, 1, 2, 3, 4].map((index) => [
              generationId(index),
              generation(index, { variation: index % 4 }),
            ]),
          ),
        },
      ),
    'scene-new': () => base,
    'scene-making': () => ({
      ...base,
      sceneJob: {
        shot: 's0',
        step: 'making',
        model: gptImage.id,
        prompt: 'On a phone that leans on a vase, morning light',
        ids: [0, 1, 2].map(generationId),
        problem: null,
      },
      generations: Object.fromEntries(
        [0, 1, 2].map((index) => [
          generationId(index),
          under(index, {
            kind: 'image',
            model: gptImage.id,
            state: index === 0 ? 'done' : 'running',
            progress: [1, 0.6, 0.2][index] ?? 0,
            ...(index === 0 && { result: generation(0).result }),
          }),
        ]),
      ),
      footage: posters(2),
    }),
    'scene-picked': () =>
      withShots((shots) =>
        shots.map((shot, index) =>
          index === 0
            ? {
                ...shot,
                scene: {
                  generation: generationId(0),
                  model: gptImage.id,
                  prompt: 'On a phone that leans on a vase, morning light',
                  still: 'a'.repeat(64),
                  width: 1536,
                  height: 864,
                },
              }
            : shot,
        ),
      ),
    directing: () => ({ ...base, directing: 's0' }),
    directed: () =>
      withShots((shots) =>
        shots.map((shot, index) =>
          index === 0
            ? {
                ...shot,
                directed: {
                  by: 'gpt-5.2',
                  words: shot.caption.direction,
                  duration: 4,
                  motion: {
                    camera: [{ move: 'push-in', amount: 1.15 }],
                    layers: [
                      {
                        layers: ['a', 'b', 'c'],
                        phase: 'enter',
                        effect: 'rise',
                        at: 0.2,
                        duration: 0.5,
                        stagger: 0.1,
                        by: 'order',
                      },
                    ],
                    overlays: [],
                    scroll: [],
                  },
                },
              }
            : shot,
        ),
      ),
    'draft-brief': () => base,
    'draft-asking': () => ({ ...base, draft: { step: 'asking' } }),
    'draft-proposed': () => ({ ...base, draft: { step: 'proposed', answer: proposal } }),
    'models-signed-out': () => ({ ...full, screen: 'models' }),
    models: () => ({ ...base, screen: 'models' }),
    'models-loading': () => ({ ...base, screen: 'models', models: null }),
    'models-no-keys': () => ({ ...base, screen: 'models', models: noKeys }),
    'models-pretend': () => ({ ...base, screen: 'models', models: { ...models, pretend: true } }),
    'models-failed': () => ({
      ...base,
      screen: 'models',
      models: null,
      modelsProblem: {
        title: 'The server does not answer',
        detail: 'http://localhost:8787 does not answer.',
        remedy: 'retry',
      },
    }),
    'looks-none': () => ({ ...base, screen: 'models', styles: [] }),
    looks: () => ({ ...base, screen: 'models' }),
    'look-new': () => ({ ...base, screen: 'models' }),
    spending: () => ({
      ...base,
      screen: 'models',
      budget: { month: 20, render: 5 },
      usage: {
        from: '2026-11-01T00:00:00.000Z',
        to: '2026-12-01T00:00:00.000Z',
        total: 12.34,
        reserved: 1.4,
        kinds: [
          { kind: 'generation', amount: 23, cost: 12.1 },
          { kind: 'director', amount: 9, cost: 0.24 },
        ],
        models: [
          { model: 'wan-2.2', count: 14, cost: 7 },
          { model: 'google/veo-3.1', count: 3, cost: 4.8 },
          { model: 'gpt-image-2', count: 6, cost: 0.3 },
        ],
      },
    }),
  };
}

/** What is pressed in these states before they are drawn. */
export const generationPresses: Record<string, string[]> = {
  'model-exact': ['[data-shot=s0] [aria-label^="How "]'],
  'model-signed-out': ['[data-shot=s0] [aria-label^="How "]'],
  'model-loading': ['[data-shot=s0] [aria-label^="How "]'],
  'model-no-keys': ['[data-shot=s0] [aria-label^="How "]'],
  'model-settings': ['[data-shot=s0] [aria-label^="How "]'],
  'model-settings-many': ['[data-shot=s0] [aria-label^="How "]'],
  'model-picker': ['[data-shot=s0] [aria-label^="How "]', '[aria-expanded="false"]:has-text("Change")'],
  'review-sheet': ['[aria-label^="Decide on"]'],
  takes: ['[aria-label^="Takes of"]'],
  'scene-new': ['[data-shot=s0] [aria-label^="Scene of"]'],
  'scene-making': ['[data-shot=s0] [aria-label^="Scene of"]'],
  'draft-brief': ['[aria-label="Draft a storyboard"]'],
  'draft-asking': ['[aria-label="Draft a storyboard"]'],
  'draft-proposed': ['[aria-label="Draft a storyboard"]'],
  'looks-none': ['label:has-text("Looks")'],
  looks: ['label:has-text("Looks")'],
  'look-new': ['label:has-text("Looks")', 'button:has-text("New look")'],
  spending: ['label:has-text("Budget")'],
};

const look = {
  id: '0190a5c2-0000-7000-8000-000000000301',
  name: 'Morning studio',
  words: 'soft key light from the left, warm greys, 85 mm',
  stills: ['b'.repeat(64)],
  seed: 7,
  createdAt: '2026-11-20T15:04:00.000Z',
};
const other = {
  ...look,
  id: '0190a5c2-0000-7000-8000-000000000302',
  name: 'The look of the autumn campaign for the big fair',
  words: '',
  stills: [],
  seed: null,
};

function estimate(
  costs: Record<string, number>,
  budget: Partial<Estimate['budget']> = {},
  problem: string | null = null,
): Estimate {
  return {
    shots: Object.entries(costs).map(([id, cost]) => ({
      id,
      engine: 'videos',
      model: 'wan-2.2',
      cost,
      found: 0,
      problem,
    })),
    total: Object.values(costs).reduce((sum, cost) => sum + cost, 0),
    unknown: 0,
    budget: { month: 20, render: null, spent: 1.2, reserved: 0, passes: false, ...budget },
  };
}

const proposal: ProposalAnswer = {
  by: 'model',
  why: null,
  model: 'gpt-5.2',
  cost: 0.02,
  tokens: { input: 1200, output: 400 },
  notes: ['The last shot holds a second longer.'],
  title: 'Ceramics shop, launch teaser',
  mood: 'calm',
  seconds: 18,
  shots: [
    {
      frame: '10:1',
      title: 'Welcome',
      direction: 'Slow push in on the headline',
      engine: 'motion' as const,
      model: null,
    },
    {
      frame: null,
      title: '',
      direction: 'A cup on a wooden table, steam, window light',
      engine: 'vendors' as const,
      model: kling.id,
    },
    {
      frame: '10:3',
      title: 'Product',
      direction: 'The price pops, then the button',
      engine: 'motion' as const,
      model: null,
    },
  ].map((shot) => ({
    ...shot,
    line: '',
    duration: 5,
    seconds: null,
    motion: null,
    prompt: null,
    transition: null,
  })),
};
