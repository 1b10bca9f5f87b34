import { viewportOf } from '@animatic/motion';
import type { Motion, Size } from '@animatic/schema';
import type { FrameDescription, FrameOffer } from '../../protocol/index.ts';
import { BridgeError, isCancelled } from '../bridge/bridge-error.ts';
import { boardNeeds } from '../capture/board-needs.ts';
import type { Bridge } from '../capture/bridge.ts';
import { type CaptureCache, createCaptureCache } from '../capture/cache.ts';
import { captureScale, earlyScale } from '../capture/capture-scale.ts';
import { type CaptureTools, captureShot } from '../capture/capture-shot.ts';
import type { CapturedShot } from '../capture/captured.ts';
import type { SmartNeeds } from '../capture/smart-needs.ts';
import { bareFrame } from '../derive/bare-frame.ts';
import type { Deriver } from '../derive/derive-board.ts';
import type { Derived } from '../derive/derived.ts';
import { readAlternatives, widened } from '../derive/read-alternatives.ts';
import type { Reading } from '../derive/reading.ts';
import { frameOf, type State } from '../store/state.ts';
import type { Store } from '../store/store.ts';

/** One shot's capture as it is wanted now. */
export interface Wanted {
  shot: string;
  frame: FrameDescription;
  reading: Reading;
  view: Size;
  scale: number;
  /** What smart animates into and out of the shot move. */
  needs: SmartNeeds | null;
  /** Equal keys give equal pixels. */
  key: string;
  /** Equal keys share a still. */
  stillKey: string;
}

export interface Captures {
  wanted(state: State): Wanted[];
  hasStill(wanted: Wanted): boolean;
  isDone(wanted: Wanted): boolean;
  /** A still before anything else is known of its frame, so that something moves at once. */
  captureEarly(shot: string, offer: FrameOffer, view: Size): Promise<void>;
  /** The still alone, or with its layers; what is known already is not captured again. */
  capture(wanted: Wanted, how: CaptureHow): Promise<CapturedShot | null>;
}

interface CaptureHow {
  stillOnly?: boolean;
  signal?: AbortSignal;
}

/** Captures shots and remembers what is captured, by frame, fingerprint and scale. */
export function createCaptures({
  bridge,
  store,
  derive,
  tools,
}: {
  bridge: Bridge;
  store: Store;
  derive: Deriver;
  tools?: CaptureTools;
}): Captures {
  const caches = new Map<string, { stillKey: string; cache: CaptureCache }>();
  const stills = new Map<string, string>();
  /** Shots whose picture is a smaller one than they need. */
  const rough = new Set<string>();
  const done = new Map<string, string>();
  /** The largest scale that a frame, as it looks now, could be had at. */
  const most = new Map<string, { fingerprint: string; scale: number }>();

  const cacheOf = ({ frame, stillKey, scale }: Wanted): CaptureCache => {
    const known = caches.get(frame.id);
    if (known && (known.stillKey === stillKey || known.stillKey === early(scale))) {
      known.stillKey = stillKey;
      return known.cache;
    }
    const cache = createCaptureCache();
    caches.set(frame.id, { stillKey, cache });
    return cache;
  };
  return {
    wanted(state) {
      const derived = derive(state);
      const needs = needsOf(state, derived);
      return state.history.present.shots.flatMap((shot, index): Wanted[] => {
        const known = frameOf(state.frames, shot);
        const plain = derived.readings[index];
        const frame = known?.description;
        if (!frame || !plain || known.gone || known.problem || shot.scene) return [];
        const count = state.history.present.shots.length;
        const { mood } = state.history.present;
        const reading =
          state.exploring === shot.id
            ? widened(plain, readAlternatives({ shot, frame, index, count, mood }))
            : plain;
        const limit = most.get(frame.id);
        const best = captureScale(frame.size, derived.size, largestZoom(reading), seenOf(frame, reading));
        const scale = limit?.fingerprint === frame.fingerprint ? Math.min(best, limit.scale) : best;
        const about = { shot: shot.id, frame, reading, view: derived.size, needs: needs[index] ?? null };
        return [keyed(about, scale)];
      });
    },
    hasStill: (wanted) =>
      stills.get(wanted.shot) === wanted.stillKey ||
      done.get(wanted.shot) === wanted.key ||
      // A rough picture that moves already: the sharp one waits for its turn, with the layers.
      rough.has(wanted.shot),
    isDone: (wanted) => done.get(wanted.shot) === wanted.key,
    async captureEarly(id, offer, view) {
      const best = captureScale(offer.size, view);
      const scale = earlyScale(offer.size, best);
      const cache = createCaptureCache();
      const frame = bareFrame(offer);
      const motion: Motion = { camera: [], layers: [], overlays: [], scroll: [] };
      const shot = await captureShot({ bridge, frame, motion, scale, cache }, tools);
      caches.set(offer.id, { stillKey: early(scale), cache });
      if (scale < best) rough.add(id);
      store.dispatch({ type: 'captured', shot: id, capture: { shot, layers: 'coming' } });
    },
    capture,
  };

  /** Takes a frame that is too large at smaller and smaller scales: a soft picture is better than none. */
  async function capture(wanted: Wanted, how: CaptureHow): Promise<CapturedShot | null> {
    try {
      return await captureOnce(wanted, how);
    } catch (error) {
      if (wanted.scale <= 1 || !isTooLarge(error)) throw error;
      const { frame, scale } = wanted;
      most.set(frame.id, { fingerprint: frame.fingerprint, scale: scale - 1 });
      return capture(keyed(wanted, scale - 1), how);
    }
  }

  async function captureOnce(
    wanted: Wanted,
    { stillOnly = false, signal }: CaptureHow,
  ): Promise<CapturedShot | null> {
    const stop = new AbortController();
    const show = (shot: CapturedShot, layers: 'coming' | 'there') =>
      store.dispatch({ type: 'captured', shot: wanted.shot, capture: { shot, layers } });
    try {
      const shot = await captureShot(
        {
          bridge,
          frame: wanted.frame,
          motion: wanted.reading.motion,
          scale: wanted.scale,
          view: wanted.view,
          ...(wanted.needs && { needs: wanted.needs, reaches: wanted.needs.reaches }),
          cache: cacheOf(wanted),
          signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
          onStill: (still) => {
            if (stills.get(wanted.shot) !== wanted.stillKey) show(still, 'coming');
            stills.set(wanted.shot, wanted.stillKey);
            rough.delete(wanted.shot);
            if (stillOnly) stop.abort();
          },
        },
        tools,
      );
      done.set(wanted.shot, wanted.key);
      show(shot, 'there');
      return shot;
    } catch (error) {
      if (stop.signal.aborted && !signal?.aborted && isCancelled(error)) return null;
      throw error;
    }
  }
}

function keyed(about: Pick<Wanted, 'shot' | 'frame' | 'reading' | 'view' | 'needs'>, scale: number): Wanted {
  const { shot, frame, reading, view, needs } = about;
  const stillKey = `${frame.fingerprint}|${scale}`;
  const { layers, scroll } = reading.motion;
  const moves = layers.map(({ layers: ids, phase, effect, from, travel, amount }) => [
    ids,
    phase,
    effect,
    from,
    travel,
    amount,
  ]);
  const apart = needs && [needs.whole, [...needs.grounds], [...needs.reaches]];
  const key = JSON.stringify([stillKey, view, moves, scroll.length > 0, apart]);
  return { shot, frame, reading, view, needs, scale, key, stillKey };
}

/** What smart animates need of each shot: made once for each reading of the board. */
const known = new WeakMap<Derived, (SmartNeeds | null)[]>();

function needsOf({ frames, history }: State, derived: Derived): (SmartNeeds | null)[] {
  const before = known.get(derived);
  if (before) return before;
  const still: Pick<Motion, 'layers' | 'scroll'> = { layers: [], scroll: [] };
  const needs = boardNeeds(
    history.present.shots.map(({ frame }, index) => ({
      outline: frame === null ? null : (frames[frame]?.description?.outline ?? null),
      motion: derived.readings[index]?.motion ?? still,
      smart: derived.shots[index]?.transition?.kind === 'smart-animate',
    })),
    history.present.loop,
  );
  known.set(derived, needs);
  return needs;
}

/** Figma said so, or the browser could not hold the picture. */
function isTooLarge(error: unknown): boolean {
  if (isCancelled(error)) return false;
  if (error instanceof BridgeError) return error.code === 'too-large';
  return error instanceof RangeError || error instanceof DOMException;
}

/** Names a still that was captured before its frame's fingerprint was known. */
function early(scale: number): string {
  return `early|${scale}`;
}

/** What of a frame is seen at a time. */
function seenOf({ size }: FrameDescription, { motion }: Reading): Size {
  return motion.scroll.length > 0 ? viewportOf({ size }) : size;
}

function largestZoom({ motion: { camera } }: Reading): number | undefined {
  const zooms = camera.filter(({ move }) => move === 'push-in' || move === 'pull-out' || move === 'dolly');
  const amounts = zooms.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
  return amounts.length > 0 ? Math.max(1, ...amounts) : undefined;
}
