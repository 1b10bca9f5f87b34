import type { Size } from '@animatic/schema';
import type { FrameDescription, FrameOffer } from '../../protocol/index.ts';
import { isCancelled } from '../bridge/bridge-error.ts';
import type { Bridge } from '../capture/bridge.ts';
import { type CaptureCache, createCaptureCache } from '../capture/cache.ts';
import { captureScale } from '../capture/capture-scale.ts';
import { captureShot } from '../capture/capture-shot.ts';
import type { CapturedShot } from '../capture/captured.ts';
import type { Deriver } from '../derive/derive-board.ts';
import type { Reading } from '../derive/reading.ts';
import type { State } from '../store/state.ts';
import type { Store } from '../store/store.ts';

/** One shot's capture as it is wanted now. */
export interface Wanted {
  shot: string;
  frame: FrameDescription;
  reading: Reading;
  view: Size;
  scale: number;
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
}: {
  bridge: Bridge;
  store: Store;
  derive: Deriver;
}): Captures {
  const caches = new Map<string, { stillKey: string; cache: CaptureCache }>();
  const stills = new Map<string, string>();
  const done = new Map<string, string>();

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
      return state.history.present.shots.flatMap((shot, index): Wanted[] => {
        const known = state.frames[shot.frame];
        const reading = derived.readings[index];
        const frame = known?.description;
        if (!frame || !reading || known.gone || known.problem) return [];
        const scale = captureScale(frame.size, derived.size, largestZoom(reading));
        const stillKey = `${frame.fingerprint}|${scale}`;
        const entrances = reading.motion.entrances.map(({ layers, effect, travel }) => [
          layers,
          effect,
          travel,
        ]);
        const key = JSON.stringify([stillKey, derived.size, entrances]);
        return [{ shot: shot.id, frame, reading, view: derived.size, scale, key, stillKey }];
      });
    },
    hasStill: (wanted) => stills.get(wanted.shot) === wanted.stillKey || done.get(wanted.shot) === wanted.key,
    isDone: (wanted) => done.get(wanted.shot) === wanted.key,
    async captureEarly(id, offer, view) {
      const scale = captureScale(offer.size, view);
      const cache = createCaptureCache();
      const frame = bareFrame(offer);
      const shot = await captureShot({
        bridge,
        frame,
        motion: { camera: { move: 'hold' }, entrances: [] },
        scale,
        cache,
      });
      caches.set(offer.id, { stillKey: early(scale), cache });
      store.dispatch({ type: 'captured', shot: id, capture: { shot, layers: 'coming' } });
    },
    async capture(wanted, { stillOnly = false, signal }) {
      const stop = new AbortController();
      const show = (shot: CapturedShot, layers: 'coming' | 'there') =>
        store.dispatch({ type: 'captured', shot: wanted.shot, capture: { shot, layers } });
      try {
        const shot = await captureShot({
          bridge,
          frame: wanted.frame,
          motion: wanted.reading.motion,
          scale: wanted.scale,
          view: wanted.view,
          cache: cacheOf(wanted),
          signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
          onStill: (still) => {
            if (stills.get(wanted.shot) !== wanted.stillKey) show(still, 'coming');
            stills.set(wanted.shot, wanted.stillKey);
            if (stillOnly) stop.abort();
          },
        });
        done.set(wanted.shot, wanted.key);
        show(shot, 'there');
        return shot;
      } catch (error) {
        if (stop.signal.aborted && !signal?.aborted && isCancelled(error)) return null;
        throw error;
      }
    },
  };
}

/** Names a still that was captured before its frame's fingerprint was known. */
function early(scale: number): string {
  return `early|${scale}`;
}

/** As much of a description as a still alone needs. */
function bareFrame(offer: FrameOffer): FrameDescription {
  const box = { x: 0, y: 0, ...offer.size };
  return {
    ...offer,
    outline: {
      id: offer.id,
      name: offer.name,
      kind: 'group',
      box,
      bounds: box,
      opens: false,
      children: [],
      size: offer.size,
    },
    cut: false,
    background: null,
    directions: [],
    fingerprint: '',
  };
}

function largestZoom({ motion: { camera } }: Reading): number | undefined {
  const zooms = camera.move === 'push-in' || camera.move === 'pull-out';
  return zooms && camera.amount !== undefined ? Math.max(1, camera.amount) : undefined;
}
