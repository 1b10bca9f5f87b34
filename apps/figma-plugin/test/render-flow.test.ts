import { ApiError } from '@animatic/client';
import { storyboardSchema } from '@animatic/schema';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectFlow } from '../src/ui/flow/connect.ts';
import type { FrameKeeper } from '../src/ui/flow/look-after-frames.ts';
import { renderFlow } from '../src/ui/flow/render.ts';
import { resultFlow } from '../src/ui/flow/result.ts';
import type { State } from '../src/ui/store/state.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { describeFrame, fakeSession, gone } from './fake-session.ts';

let api: FakeApi;
beforeEach(async () => {
  api = await startFakeApi();
});
afterEach(() => api.close());

/** The flows as the panel puts them together, without its background work. */
function panel(answers?: Parameters<typeof fakeSession>[1], origin = api.origin) {
  const { session, store, main } = fakeSession(origin, answers);
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
  const rendering = renderFlow(session, {
    keeper,
    board: { flush: async () => undefined },
    connect,
    results,
  });
  const until = (check: (state: State) => boolean) =>
    vi.waitFor(() => expect(check(store.get())).toBe(true), { timeout: 5000, interval: 10 });
  return { store, main, session, connect, results, rendering, until };
}
const signIn = ({ store }: ReturnType<typeof panel>, token = 'good') =>
  store.dispatch({ type: 'set', values: { token } });

test('a render goes from the frames to a clip on show, and is remembered in the file', async () => {
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  const { result, job, sent, screen } = one.store.get();
  expect(job).toBeNull();
  expect(screen).toBe('result');
  expect(result?.take?.seconds).toBe(7.5);
  expect(sent.storyboard).toMatchObject({ revision: 1, origin: api.origin });
  expect(api.stills.size).toBe(2);
  const [board] = api.storyboards;
  expect(board?.source).toBe('file-1');
  const document = storyboardSchema.parse(board?.document);
  expect(document.shots.map((shot) => shot.caption.title)).toEqual(['Welcome', 'Shop']);
  expect(one.main.of('remember-render')[0]?.params).toMatchObject({
    render: { preview: null, frames: [{ id: '1:1', fingerprint: 'look of 1:1' }, { id: '1:2' }] },
  });
});

test('the same frames a second time upload nothing and make a new revision of the same storyboard', async () => {
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  api.calls.length = 0;
  one.store.dispatch({ type: 'set', values: { result: null, screen: 'board' } });
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  expect(api.calls.filter((call) => call.startsWith('PUT /v1/stills'))).toEqual([]);
  expect(api.storyboards.map(({ revision }) => revision)).toEqual([1, 2]);
  expect(new Set(api.keys).size).toBe(2);
});

test('a storyboard that somebody else revised meanwhile becomes a new one', async () => {
  const one = panel();
  signIn(one);
  const storyboard = { id: '0190a5c2-0000-7000-8000-000000009999', revision: 4, origin: api.origin };
  one.store.dispatch({ type: 'sent', sent: { storyboard } });
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  expect(one.store.get().sent.storyboard?.id).not.toBe(storyboard.id);
});

test('without a token it asks to connect first, and then goes on by itself', async () => {
  const one = panel();
  one.rendering.start();
  await one.until((state) => state.connecting?.step === 'waiting');
  expect(one.store.get().connecting).toMatchObject({ code: { user_code: 'WDJB-MJHT' } });
  await one.until((state) => state.result?.clip != null);
  expect(one.store.get().connecting).toBeNull();
  expect(one.main.of('save-token')[0]?.params).toEqual({ origin: api.origin, token: 'good' });
});

test('a token that has expired leads back to connect with the board intact', async () => {
  const one = panel();
  signIn(one, 'stale');
  const before = one.store.get().history.present.shots.length;
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.store.get()).toMatchObject({ token: null, job: { problem: { remedy: 'connect' } } });
  expect(one.store.get().history.present.shots).toHaveLength(before);
  one.rendering.retry();
  await one.until((state) => state.result?.clip != null);
});

test('a server that does not answer is named, with what to type', async () => {
  const dead = await startFakeApi();
  await dead.close();
  const one = panel(undefined, dead.origin);
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  const { job } = one.store.get();
  expect(job?.step === 'failed' && job.problem.detail).toMatch(`${dead.origin} does not answer.`);
  expect(job?.step === 'failed' && job.problem.detail).toMatch('npm start');
});

test.each([
  [0, 'The server is older than this plugin'],
  [99, 'The server is newer than this plugin'],
])('a server of API version %d is refused before anything is captured', async (version, title) => {
  api.apiVersion = version;
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.store.get().job).toMatchObject({ problem: { title } });
  expect(one.main.of('describe-frame')).toEqual([]);
});

test('an answer that was lost is asked for again: the same revision under the same key', async () => {
  const one = panel();
  signIn(one);
  const ask = one.session.api.render;
  vi.spyOn(one.session.api, 'render').mockImplementationOnce(async (...about) => {
    await ask(...about);
    throw new ApiError('unreachable', 'The server does not answer.');
  });
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  one.rendering.retry();
  await one.until((state) => state.result?.clip != null);
  expect(api.keys).toHaveLength(2);
  expect(new Set(api.keys).size).toBe(1);
  expect(one.store.get().sent.storyboard?.revision).toBe(1);
});

test('a board that was edited after a lost answer is another question', async () => {
  const one = panel();
  signIn(one);
  vi.spyOn(one.session.api, 'render').mockRejectedValueOnce(new ApiError('unreachable', 'Lost.'));
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  one.store.dispatch({ type: 'change-format', format: { fps: 60 }, at: 1 });
  one.rendering.retry();
  await one.until((state) => state.result?.clip != null);
  expect(one.store.get().sent.storyboard?.revision).toBe(2);
});

test('a failed render says the server’s reason, and trying again starts a new one', async () => {
  api.outcome = 'failed';
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.store.get().job).toMatchObject({
    problem: { title: 'The render failed', detail: 'The picture of “Shop” could not be read.' },
  });
  expect(one.store.get().sent.render).toBeNull();
  api.outcome = 'done';
  one.rendering.retry();
  await one.until((state) => state.result?.clip != null);
});

test('a frame that is gone stops the render and is named', async () => {
  const one = panel({
    'describe-frame': ({ id }: { id: string }) => (id === '1:2' ? gone() : describeFrame(id)),
  });
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.job?.step === 'failed');
  expect(one.store.get().job).toMatchObject({ problem: { title: '“Shop” cannot be captured' } });
  expect(api.keys).toEqual([]);
});

test('cancelling while it is queued cancels it on the server and clears the bar', async () => {
  api.outcome = 'never';
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.job?.step === 'queued');
  const { render } = one.store.get().sent;
  one.rendering.cancel();
  expect(one.store.get().job).toBeNull();
  await vi.waitFor(() => expect(api.cancelled).toEqual([render]));
  expect(one.store.get().sent.render).toBeNull();
});

test('a panel that was closed finds its render again', async () => {
  api.outcome = 'never';
  const first = panel();
  signIn(first);
  first.rendering.start();
  await first.until((state) => state.job?.step === 'queued');
  const { render } = first.store.get().sent;
  api.outcome = 'done';
  const second = panel();
  signIn(second);
  second.store.dispatch({ type: 'sent', sent: { render } });
  await second.rendering.resume();
  await second.until((state) => state.result?.clip != null);
  expect(second.store.get().result?.render).toBe(render);
  first.rendering.cancel();
});

test('a render that the server no longer knows is forgotten without a word', async () => {
  const one = panel();
  signIn(one);
  one.store.dispatch({ type: 'sent', sent: { render: '0190a5c2-0000-7000-8000-000000000777' } });
  await one.rendering.resume();
  await one.until((state) => state.sent.render === null);
  expect(one.store.get().job).toBeNull();
});

test('publishing makes a new link, or a new version behind one that exists, and the file remembers it', async () => {
  const one = panel();
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  await one.results.publish(null, 'First round');
  const link = one.store.get().result?.preview?.url;
  expect(link).toMatch(/\/p\//);
  expect(api.previews).toMatchObject([{ title: 'First round', versions: [{ number: 1 }] }]);
  one.store.dispatch({ type: 'set', values: { result: null } });
  one.rendering.start();
  await one.until((state) => (state.result?.previews?.length ?? 0) > 0);
  await one.results.publish(api.previews[0]?.id ?? '', 'ignored');
  expect(one.store.get().result?.preview?.url).toBe(link);
  expect(api.previews).toMatchObject([{ title: 'First round', versions: [{ number: 2 }, { number: 1 }] }]);
  expect(one.main.of('remember-render').at(-1)?.params).toMatchObject({ render: { preview: { url: link } } });
});

test('the clip goes to the canvas with its poster and its link', async () => {
  const one = panel({
    'place-clip': () => ({ placed: 'poster', id: '9:9', reason: 'The plan takes no video.' }),
  });
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  await one.results.publish(null, 'First round');
  await one.results.placeOnCanvas();
  expect(one.store.get().result?.placing).toBe('poster');
  expect(one.main.of('place-clip')[0]?.params).toMatchObject({
    link: one.store.get().result?.preview?.url,
    clip: new Uint8Array(api.clip),
    near: ['1:1', '1:2'],
  });
});

test('an older render is placed beside the frames it was made of, with Figma’s reason against its video', async () => {
  const reason = 'Figma takes videos of at most 100 MB';
  const one = panel({ 'place-clip': () => ({ placed: 'poster', id: '9:9', reason }) });
  signIn(one);
  one.rendering.start();
  await one.until((state) => state.result?.clip != null);
  const [gone] = one.store.get().history.present.shots;
  one.store.dispatch({ type: 'remove-shot', id: gone?.id ?? '', at: 1 });
  await one.results.placeOnCanvas();
  expect(one.main.of('place-clip')[0]?.params).toMatchObject({ near: ['1:1', '1:2'] });
  expect(one.store.get().result).toMatchObject({ placing: 'poster', refusal: reason });
});
