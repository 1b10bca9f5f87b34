import type { PlayerClip, PlayerOptions } from '@animatic/motion/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describeFrame, start } from '../../../test/fake-session.ts';
import { newShot } from '../board/board.ts';
import { createDeriver } from '../derive/derive-board.ts';
import { createStore } from '../store/store.ts';
import { followBoard } from './follow-board.ts';
import { createPlayback } from './playback.ts';

const made = vi.hoisted((): PlayerClip[] => []);
vi.mock('@animatic/motion/browser', () => ({
  createPlayer(options: PlayerOptions) {
    let playing = false;
    const take = (clip: PlayerClip) => {
      made.push(clip);
      const first = clip.shots[0]?.still.tiles[0]?.still ?? '';
      void Promise.resolve(clip.bitmapOf(first)).catch(() => undefined);
    };
    take(options);
    return {
      update: take,
      rests: [],
      seconds: 0,
      duration: 100,
      get playing() {
        return playing;
      },
      play: () => {
        playing = true;
      },
      playTo: () => {
        playing = true;
      },
      pause: () => {
        playing = false;
      },
      seek: () => undefined,
      dispose: () => undefined,
    };
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 16));
  vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id));
  vi.stubGlobal('window', { innerWidth: 380, devicePixelRatio: 1 });
  vi.stubGlobal('createImageBitmap', async () => ({ width: 1, height: 1 }));
  made.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Sixty described shots in the player; the first one's picture is there, and plays. */
async function sixty() {
  const store = createStore();
  const derive = createDeriver();
  const playback = createPlayback({ autoplay: true });
  followBoard(store, derive, playback);
  // Only its being there matters to the stand-in above.
  playback.attach({} as HTMLCanvasElement);
  store.dispatch({ type: 'started', start });
  const ids = Array.from({ length: 60 }, (_, index) => `1:${index}`);
  const shots = ids.map((id, index) => ({ ...newShot({ id, name: id }), id: `s${index}` }));
  store.dispatch({ type: 'add-shots', shots, at: 0 });
  for (const id of ids) store.dispatch({ type: 'frame', id, known: { description: describeFrame(id) } });
  const capture = (index: number) => {
    const hash = String(index + 1).padStart(64, 'a');
    const tile = { still: hash, x: 0, y: 0, width: 1, height: 1 };
    const shot = {
      source: { node: `1:${index}`, name: '' },
      size: { width: 390, height: 844 },
      still: { width: 1, height: 1, tiles: [tile] },
      layers: [],
      stills: new Map([[hash, new Blob()]]),
      kept: 0,
      total: 0,
      merged: [],
    };
    store.dispatch({ type: 'captured', shot: `s${index}`, capture: { shot, layers: 'coming' } });
  };
  capture(0);
  await vi.advanceTimersByTimeAsync(2000);
  expect(playback.get()).toMatchObject({ ready: true, playing: true });
  return { store, playback, capture };
}

test('pictures that come for shots out of sight do not open the one in view again, sixty times', async () => {
  const { capture } = await sixty();
  const before = made.length;
  for (let index = 5; index < 60; index += 1) capture(index);
  expect(made.length).toBe(before);
  await vi.advanceTimersByTimeAsync(2000);
  expect(made.length).toBe(before + 1);
  expect(made.at(-1)?.shots[59]?.still.tiles[0]?.still).toMatch(/60$/);
});

test('what is in view, or comes next, is taken up at once', async () => {
  const { capture } = await sixty();
  const before = made.length;
  capture(1);
  await vi.advanceTimersByTimeAsync(20);
  expect(made.length).toBe(before + 1);
});

test('ten keys between two pictures of the display are one change of the player', async () => {
  const { store } = await sixty();
  const before = made.length;
  for (let length = 1; length <= 10; length += 1) {
    const caption = { direction: 'push in on it'.slice(0, length), line: '', title: '' };
    store.dispatch({ type: 'change-shot', id: 's0', change: { caption }, at: length });
  }
  expect(made.length).toBe(before);
  await vi.advanceTimersByTimeAsync(20);
  expect(made.length).toBe(before + 1);
});

test('a shot that is gone to is shown with the picture that came meanwhile', async () => {
  const { playback, capture } = await sixty();
  playback.pause();
  capture(40);
  const before = made.length;
  playback.showShot('s40');
  expect(made.length).toBe(before + 1);
});

test('it pauses once when a render begins, so that the worker has the machine, and plays again by hand', async () => {
  const { store, playback } = await sixty();
  const job = (values: object) => store.dispatch({ type: 'set', values });
  job({ job: { step: 'capturing', done: 0, total: 60, name: '' } });
  expect(playback.get().playing).toBe(false);
  playback.play();
  job({ job: { step: 'rendering', render: 'r', progress: 0.1, stage: '' } });
  expect(playback.get().playing).toBe(true);
});

test('it pauses while a clip is made in the panel, whose thread it shares', async () => {
  const { store, playback } = await sixty();
  store.dispatch({ type: 'set', values: { saving: { step: 'capturing', done: 0, total: 60, name: '' } } });
  expect(playback.get().playing).toBe(false);
});

test('a shot plays once its direction changed, and not for half a word that changes nothing', async () => {
  const { store, playback } = await sixty();
  const write = async (direction: string) => {
    playback.pause();
    const caption = { direction, line: '', title: '' };
    store.dispatch({ type: 'change-shot', id: 's0', change: { caption }, at: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    return playback.get().playing;
  };
  expect(await write('push in')).toBe(true);
  expect(await write('push in ')).toBe(false);
  expect(await write('pull out')).toBe(true);
});

test('words that are written during a render do not set it going', async () => {
  const { store, playback } = await sixty();
  store.dispatch({ type: 'set', values: { job: { step: 'queued', render: 'r', place: 1 } } });
  expect(playback.get().playing).toBe(false);
  const caption = { direction: 'push in', line: '', title: '' };
  store.dispatch({ type: 'change-shot', id: 's0', change: { caption }, at: 1 });
  await vi.advanceTimersByTimeAsync(2000);
  expect(playback.get().playing).toBe(false);
});
