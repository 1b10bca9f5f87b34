import { framesOn } from '../board/board.ts';
import { BridgeError, isCancelled } from '../bridge/bridge-error.ts';
import type { State } from '../store/state.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

/** Milliseconds without an edit until layers are captured anew, so that typing does not start it at each key. */
const PAUSE = 400;
/** Thumbnail pixels, the longer side. */
const THUMBNAIL = 160;

export interface FrameKeeper {
  /** Looks at a frame afresh, for a card that says it changed. */
  again(frame: string): void;
  /** Nothing runs until the returned function is called: a render has the main thread for itself. */
  hold(): Promise<() => void>;
  /** Describes the frame as it is now. True where it looks other than when it was captured. */
  refresh(frame: string, signal?: AbortSignal): Promise<boolean>;
}

type Task = () => Promise<void>;

/**
 * Keeps what the cards and the player need up to date in the background, one step at a time and the shot in view
 * first: description, still, thumbnails, then layers.
 */
export function lookAfterFrames({ bridge, store, captures, derive, origin }: Session): FrameKeeper {
  let running: Promise<void> | null = null;
  let held = 0;
  let lastEdit = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let linked = '';
  /** The first still comes before everything else, once. */
  let hurried = false;
  /** Captures that failed, by key: tried again only when something changes. */
  const failed = new Set<string>();
  const thumbnailed = new Map<string, string>();

  const fail = (frame: string, error: unknown) => {
    if (isCancelled(error)) return;
    if (error instanceof BridgeError && error.code === 'gone')
      return store.dispatch({ type: 'frame', id: frame, known: { gone: true } });
    const problem = error instanceof BridgeError ? { title: error.message } : problemOf(error, origin);
    store.dispatch({ type: 'frame', id: frame, known: { problem } });
  };

  const describe = async (id: string) => {
    try {
      const description = await bridge.ask('describe-frame', { id });
      store.dispatch({
        type: 'frame',
        id,
        known: { description, problem: null, stale: false, gone: false },
      });
    } catch (error) {
      fail(id, error);
    }
  };
  const makeThumbnail = async (id: string, fingerprint: string) => {
    thumbnailed.set(id, fingerprint);
    try {
      const { bytes } = await bridge.ask('make-thumbnail', { id, side: THUMBNAIL });
      const before = store.get().frames[id]?.thumbnail;
      const thumbnail = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      store.dispatch({ type: 'frame', id, known: { thumbnail } });
      if (before) URL.revokeObjectURL(before);
    } catch (error) {
      fail(id, error);
    }
  };
  const readLinks = async (ids: string[], key: string) => {
    linked = key;
    const { links } = await bridge.ask('read-links', { ids });
    store.dispatch({ type: 'set', values: { links } });
  };

  /** The next thing to do, the shot in view first; null where all is there. */
  const next = (state: State): Task | null => {
    const { shots } = state.history.present;
    const active = Math.max(
      0,
      shots.findIndex((shot) => shot.id === state.active),
    );
    const order = [...shots.slice(active), ...shots.slice(0, active)];
    const frames = framesOn(order);
    const undescribed = frames.filter((id) => {
      const known = state.frames[id];
      return !known || (!known.description && !known.problem && !known.gone);
    });
    const [first] = frames;
    const shown = order.find((shot) => shot.frame === first);
    const offer = state.selection.frames.find(({ id }) => id === first);
    if (shown && offer && undescribed.includes(offer.id) && !state.captures[shown.id] && !hurried) {
      return async () => {
        hurried = true;
        await captures.captureEarly(shown.id, offer, derive(state).size).catch(() => undefined);
      };
    }
    if (first !== undefined && undescribed.includes(first)) return () => describe(first);
    const wanted = captures.wanted(state).filter(({ key }) => !failed.has(key));
    const place = new Map(order.map((shot, index) => [shot.id, index]));
    wanted.sort((a, b) => (place.get(a.shot) ?? 0) - (place.get(b.shot) ?? 0));
    const capture = (
      stillOnly: boolean,
      one = wanted.find((each) => !(stillOnly ? captures.hasStill(each) : captures.isDone(each))),
    ): Task | null =>
      one
        ? async () => {
            try {
              await captures.capture(one, { stillOnly });
            } catch (error) {
              failed.add(one.key);
              fail(one.frame.id, error);
            }
          }
        : null;
    const [inView] = wanted;
    if (inView && !captures.hasStill(inView)) return capture(true, inView);
    const [unknown] = undescribed;
    if (unknown !== undefined) return () => describe(unknown);
    for (const id of frames) {
      const fingerprint = state.frames[id]?.description?.fingerprint;
      if (fingerprint !== undefined && thumbnailed.get(id) !== fingerprint)
        return () => makeThumbnail(id, fingerprint);
    }
    const key = framesOn(shots).join();
    if (key !== linked) return () => readLinks(frames, key);
    const still = capture(true);
    if (still) return still;
    const rest = lastEdit + PAUSE - performance.now();
    if (rest > 0) {
      clearTimeout(timer);
      timer = setTimeout(wake, rest);
      return null;
    }
    return capture(false);
  };
  const run = async () => {
    for (let task = next(store.get()); task && held === 0; task = next(store.get())) await task();
  };
  const wake = () => {
    if (running || held > 0 || store.get().phase !== 'ready') return;
    running = run()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        running = null;
        if (held === 0 && next(store.get())) wake();
      });
  };

  store.subscribe((state, before) => {
    const { present } = state.history;
    if (present !== before.history.present) lastEdit = performance.now();
    if (
      present !== before.history.present ||
      state.frames !== before.frames ||
      state.active !== before.active ||
      state.exploring !== before.exploring ||
      state.phase !== before.phase
    )
      wake();
  });

  const refresh = async (id: string, signal?: AbortSignal) => {
    const description = await bridge.ask('describe-frame', { id }, { signal });
    const known = store.get().frames[id];
    const changed = known?.description?.fingerprint !== description.fingerprint;
    if (changed || known?.stale || known?.problem || known?.gone)
      store.dispatch({ type: 'frame', id, known: { description, stale: false, problem: null, gone: false } });
    return changed;
  };

  return {
    again(frame) {
      failed.clear();
      thumbnailed.delete(frame);
      refresh(frame)
        .catch((error: unknown) => fail(frame, error))
        .finally(wake);
    },
    async hold() {
      held += 1;
      await running;
      return () => {
        held -= 1;
        wake();
      };
    },
    refresh,
  };
}
