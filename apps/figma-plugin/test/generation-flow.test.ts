import { storyboardSchema } from '@animatic/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredShot } from '../src/protocol/index.ts';
import { newWordsShot } from '../src/ui/board/board.ts';
import { currentTakes } from '../src/ui/derive/shot-generation.ts';
import { connectFlow } from '../src/ui/flow/connect.ts';
import { directFlow } from '../src/ui/flow/direct.ts';
import { watchPrice } from '../src/ui/flow/estimate.ts';
import { footageFlow } from '../src/ui/flow/footage.ts';
import { generationsFlow } from '../src/ui/flow/generations.ts';
import type { FrameKeeper } from '../src/ui/flow/look-after-frames.ts';
import { modelsFlow } from '../src/ui/flow/models.ts';
import { renderFlow } from '../src/ui/flow/render.ts';
import { resultFlow } from '../src/ui/flow/result.ts';
import { sceneFlow } from '../src/ui/flow/scene.ts';
import { newAsk } from '../src/ui/generate/new-ask.ts';
import { shotState } from '../src/ui/generate/shot-state.ts';
import type { State } from '../src/ui/store/state.ts';
import { wan } from '../src/ui/testing/generation-facts.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { fakeSession } from './fake-session.ts';

let api: FakeApi;
beforeEach(async () => {
  api = await startFakeApi();
});
afterEach(() => api.close());

/** The flows as the panel puts them together, signed in, without its background capture. */
function panel() {
  const { session, store, main } = fakeSession(api.origin, {
    'make-thumbnail': () => ({ bytes: new Uint8Array([1, 2, 3]), width: 1, height: 1 }),
  });
  const connect = connectFlow(session);
  const results = resultFlow(session, connect);
  const keeper: FrameKeeper = {
    again: () => undefined,
    hold: async () => () => undefined,
    async refresh(id) {
      const description = await session.bridge.ask('describe-frame', { id });
      store.dispatch({ type: 'frame', id, known: { description } });
      return true;
    },
  };
  const price = watchPrice(session, connect);
  const said: string[] = [];
  const flows = {
    models: modelsFlow(session, connect),
    footage: footageFlow(session),
    generations: generationsFlow(session, connect, price.again),
    scene: sceneFlow(session, connect, price.again),
    director: directFlow(session, connect, (words) => said.push(words)),
    rendering: renderFlow(session, {
      keeper,
      board: { flush: async () => undefined },
      connect,
      results,
      paid: price.again,
    }),
  };
  store.dispatch({ type: 'set', values: { token: 'good' } });
  const change = (values: Partial<StoredShot>, id = 's1') =>
    store.dispatch({ type: 'change-shot', id, change: values, at: 0 });
  const shot = (id = 's1') => {
    const found = store.get().history.present.shots.find((each) => each.id === id);
    if (!found) throw new Error(`there is no shot ${id}`);
    return found;
  };
  const stateOf = (id = 's1') => {
    const index = store.get().history.present.shots.findIndex((each) => each.id === id);
    const asked = session.derive(store.get()).asked[index] ?? null;
    return shotState(shot(id), { asked, ...store.get() });
  };
  const until = (check: (state: State) => boolean) =>
    vi.waitFor(() => expect(check(store.get())).toBe(true), { timeout: 10_000, interval: 10 });
  return { ...flows, session, store, main, said, change, shot, stateOf, until };
}
const words = (direction: string) => ({ caption: { direction, line: '', title: '' } });
/** The first shot, made by a model from its frame. */
const generated = (one: ReturnType<typeof panel>, direction = 'Steam rises') =>
  one.change({ ...words(direction), engine: 'videos', ask: newAsk(one.shot(), wan) });

test('the price is there before anything is asked, and follows the settings', async () => {
  const one = panel();
  generated(one);
  await one.until((state) => state.estimate?.total === 0.5);
  const { ask } = one.shot();
  if (ask) one.change({ ask: { ...ask, variations: 3 } });
  await one.until((state) => state.estimate?.total === 1.5);
  expect(api.generations.charged).toEqual([]);
  one.change({ engine: 'motion' });
  await one.until((state) => state.estimate === null);
});

test('a generated shot is asked once: its takes are remembered, and a second render finds them', async () => {
  const one = panel();
  generated(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  expect(one.shot().takes).toMatchObject([{ variation: 0, words: 'Steam rises', engine: 'videos' }]);
  expect(one.stateOf()?.step).toBe('made');
  const document = storyboardSchema.parse(api.storyboards[0]?.document);
  expect(document.shots[0]).toMatchObject({
    engine: 'videos',
    layers: [],
    generation: { model: wan.id, from: { kind: 'still', fit: 'letterbox' } },
  });
  one.store.dispatch({ type: 'set', values: { result: null, screen: 'board' } });
  const { ask } = one.shot();
  if (ask) one.change({ ask: { ...ask, trimStart: 1, loop: true } });
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  expect(api.generations.charged).toEqual(['Steam rises']);
});

test('variations are chosen without being asked again, a new take is asked', async () => {
  const one = panel();
  one.change({ ...words('Steam'), engine: 'videos', ask: { ...newAsk(one.shot(), wan), variations: 3 } });
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  expect(one.shot().takes.map(({ variation }) => variation)).toEqual([0, 1, 2]);
  const { ask } = one.shot();
  if (!ask) throw new Error('it asks for nothing');
  one.change({ ask: { ...ask, chosen: 2 } });
  expect(one.stateOf()).toMatchObject({ step: 'made', chosen: { variation: 2 } });
  one.change({ ask: { ...ask, take: 1, variations: 1, chosen: 0 } });
  expect(one.stateOf()?.step).toBe('unmade');
  one.store.dispatch({ type: 'undo' });
  expect(one.stateOf()?.step).toBe('made');
});

test('a failed shot says why and what to try; another try asks for that shot alone', async () => {
  const one = panel();
  generated(one);
  one.change({ ...words('A stranger'), engine: 'videos', ask: newAsk(one.shot('s2'), wan) }, 's2');
  api.generations.fates.set('A stranger', 'failed');
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.stateOf()?.step).toBe('made');
  expect(one.stateOf('s2')).toMatchObject({
    step: 'failed',
    generation: { error: { advice: 'Hide the avatars layer.' } },
  });
  expect(one.store.get().job).toMatchObject({ again: { shots: 1, cost: 0.5 } });
  expect(one.rendering.retryAlone('s1')).toBe(false);
  expect(one.rendering.retryAlone('s2')).toBe(true);
  await one.until((state) => state.result?.clip != null);
  expect(api.generations.charged).toEqual(['Steam rises', 'A stranger', 'A stranger']);
});

test('what may have been made waits for a person, and is made again only when told so', async () => {
  const one = panel();
  generated(one, 'A doubtful cup');
  api.generations.fates.set('doubtful', 'needs_review');
  one.rendering.start();
  await one.until((state) => state.job?.step === 'generating' && state.job.decide === 1);
  const state = one.stateOf();
  if (state?.step !== 'review') throw new Error('it waits for nobody');
  expect(state.generation.review).toMatchObject({ again: 0.5 });
  expect(api.generations.charged).toHaveLength(1);
  one.rendering.cancel();
  await one.generations.review('s1', state.generation.id, 'again');
  await vi.waitFor(() => expect(one.stateOf()?.step).toBe('made'));
  expect(api.generations.charged).toHaveLength(2);
});

test('over the budget nothing is asked, in the board’s words', async () => {
  const one = panel();
  api.generations.budget = { month: 0.3, render: null };
  generated(one);
  await one.until((state) => state.estimate?.budget.passes === true);
  await one.models.setBudget({ month: null, render: 5 });
  expect(one.store.get().budget).toEqual({ month: null, render: 5 });
});

test('a shot of words alone needs a model and words, and says so before it is captured', async () => {
  const one = panel();
  const shot = { ...newWordsShot(), id: 'w1' };
  one.store.dispatch({ type: 'insert-shot', after: 's1', shot, at: 0 });
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.store.get().job).toMatchObject({
    problem: { detail: 'A shot of words is made by a model: choose one.' },
  });
  one.change({ engine: 'videos', ask: newAsk(shot, wan), ...words('A cup') }, 'w1');
  one.rendering.retry();
  await one.until((state) => state.result?.clip != null);
  const document = storyboardSchema.parse(api.storyboards[0]?.document);
  expect(document.shots[1]).toMatchObject({
    source: { node: 'words:w1' },
    generation: { from: { kind: 'words' } },
  });
});

test('a frame is put into a scene, one picture is picked, and there is a way back', async () => {
  const one = panel();
  one.scene.make('s1', {
    model: 'gpt-image-2',
    prompt: 'On a jar',
    variations: 2,
    transparent: false,
    style: undefined,
    withFrame: true,
    again: false,
  });
  await one.until((state) => state.sceneJob?.step === 'made');
  const [first] = one.store.get().sceneJob?.ids ?? [];
  if (!first) throw new Error('nothing was made');
  one.scene.choose('s1', first);
  expect(one.shot().scene).toMatchObject({ generation: first, prompt: 'On a jar', width: 1280 });
  await one.until((state) => Object.keys(state.scenes).length === 1);
  const [filmed] = one.session.derive(one.store.get()).shots;
  expect(filmed).toMatchObject({ scene: { generation: first }, size: { width: 1280 }, engine: 'motion' });
  one.store.dispatch({ type: 'undo' });
  expect(one.shot().scene).toBeNull();
});

test('a shot goes on from the one before, by its place', () => {
  const one = panel();
  generated(one);
  const { ask } = one.shot();
  if (!ask) throw new Error('it asks for nothing');
  one.change({ engine: 'videos', ask: { ...ask, from: { kind: 'extend' } }, ...words('It goes on') }, 's2');
  expect(one.session.derive(one.store.get()).shots[1]?.generation?.from).toEqual({
    kind: 'extend',
    shot: 's1',
  });
  one.store.dispatch({ type: 'move-shot', id: 's2', to: 0, at: 1 });
  expect(one.session.derive(one.store.get()).asked[0]).toMatchObject({ problem: /before this one/ });
});

test('a language model’s motion stands while the words are the same', async () => {
  const one = panel();
  await one.session.bridge.ask('describe-frame', { id: '1:1' });
  one.store.dispatch({
    type: 'frame',
    id: '1:1',
    known: { description: await one.session.bridge.ask('describe-frame', { id: '1:1' }) },
  });
  one.change(words('something slow'));
  api.generations.answer = {
    by: 'model',
    why: null,
    model: 'gpt-5.2',
    cost: 0.01,
    tokens: { input: 1, output: 1 },
    notes: [],
    motion: { camera: [{ move: 'push-in', amount: 1.1 }] },
    prompt: null,
    duration: 4,
  };
  one.director.direct('s1');
  await one.until((state) => state.history.present.shots[0]?.directed !== undefined);
  const reading = () => one.session.derive(one.store.get()).readings[0];
  expect(reading()).toMatchObject({ duration: 4, chips: [{ label: 'Push in' }] });
  one.change(words('something slow, then a tap'));
  expect(reading()?.chips.some(({ id }) => id.startsWith('directed:'))).toBe(false);
  one.store.dispatch({ type: 'undo' });
  expect(reading()?.chips[0]?.label).toBe('Push in');
});

test('a draft is looked through first, takes the board’s place in one step, and can be undone', async () => {
  const one = panel();
  await one.models.read();
  const shot = {
    title: '',
    line: '',
    duration: 4,
    seconds: null,
    motion: null,
    prompt: null,
    transition: null,
  };
  api.generations.proposal = {
    by: 'model',
    why: null,
    model: 'gpt-5.2',
    cost: 0.02,
    tokens: { input: 1, output: 1 },
    notes: [],
    title: 'Teaser',
    mood: 'calm',
    seconds: 8,
    shots: [
      { ...shot, frame: '1:2', direction: 'Push in', engine: 'motion', model: null },
      { ...shot, frame: null, direction: 'A cup', engine: 'videos', model: wan.id, seconds: 4 },
    ],
  };
  one.director.draft('A teaser');
  await one.until((state) => state.draft?.step === 'proposed');
  expect(one.store.get().history.present.shots).toHaveLength(2);
  one.director.accept();
  const { shots } = one.store.get().history.present;
  expect(shots.map(({ frame, engine }) => [frame, engine])).toEqual([
    ['1:2', 'motion'],
    [null, 'videos'],
  ]);
  expect(shots[1]?.ask).toMatchObject({ seconds: 4, from: { kind: 'words' } });
  one.store.dispatch({ type: 'undo' });
  expect(one.store.get().history.present.shots.map(({ id }) => id)).toEqual(['s1', 's2']);
});

test('posters come by themselves, and the clip of the take that is shown', async () => {
  const one = panel();
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }),
  );
  generated(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  const asked = one.session.derive(one.store.get()).asked[0];
  const [take] = asked && 'inputs' in asked ? currentTakes(one.shot(), asked.inputs) : [];
  await one.until((state) => state.footage[take?.generation ?? '']?.clip === 'blob:x');
});
