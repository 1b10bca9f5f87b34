import type { Size } from '@animatic/schema';
import type { FrameDescription } from '../../protocol/index.ts';
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

  const cacheOf = ({ frame, stillKey }: Wanted): CaptureCache => {
    const known = caches.get(frame.id);
    if (known?.stillKey === stillKey) return known.cache;
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

function largestZoom({ motion: { camera } }: Reading): number | undefined {
  const zooms = camera.move === 'push-in' || camera.move === 'pull-out';
  return zooms && camera.amount !== undefined ? Math.max(1, camera.amount) : undefined;
}
