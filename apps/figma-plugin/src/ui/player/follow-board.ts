import type { Deriver } from '../derive/derive-board.ts';
import { isSaving, type State } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { Playback } from './playback.ts';
import { footageOf } from './shot-footage.ts';

/** Milliseconds without a key until another direction is played. */
const PAUSE = 450;

/**
 * Keeps the player at what the board says: new pictures and edits are loaded, the active card is shown, the shot
 * under the head becomes the active one, and a shot whose direction was written plays once.
 */
export function followBoard(store: Store, derive: Deriver, playback: Playback): void {
  let loaded: unknown;
  let filmed = '';
  let following = false;
  /** How each shot moved when it was played by itself last. */
  const seen = new Map<string, string | undefined>();
  let replay: ReturnType<typeof setTimeout> | undefined;

  const blobs = (hash: string) => {
    for (const { shot } of Object.values(store.get().captures)) {
      const blob = shot.stills.get(hash);
      if (blob) return blob;
    }
    const { history, scenes } = store.get();
    const scene = scenes[hash];
    if (scene) return scene;
    if (!history.present.shots.some((shot) => shot.scene?.still === hash)) return undefined;
    return new Promise<Blob>((resolve) => {
      const stop = store.subscribe((state) => {
        const blob = state.scenes[hash];
        if (!blob) return;
        stop();
        resolve(blob);
      });
    });
  };
  /** A frame's thumbnail, as soon as there is one. */
  const thumbnail = (frame: string) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const url = store.get().frames[frame]?.thumbnail;
        if (url) resolve(url);
        return Boolean(url);
      };
      if (look()) return;
      const stop = store.subscribe(() => look() && stop());
    });

  const load = (state: State) => {
    const derived = derive(state);
    const footage = footageOf(state, derived);
    const films = JSON.stringify(footage);
    if (derived === loaded && films === filmed) return;
    loaded = derived;
    filmed = films;
    const { format, loop, lines } = state.history.present;
    playback.load({ ...derived, format, loop, lines, footage }, { blob: blobs, thumbnail });
  };
  store.subscribe((state, before) => {
    if (state.phase !== 'ready') return;
    load(state);
    // Capturing wants the one thread that there is, and on one machine the worker wants its cores.
    if (isRendering(state) && !isRendering(before)) playback.pause();
    if (state.active !== before.active && state.active && !following) playback.showShot(state.active);
    const written = writtenShot(state, before);
    if (!written) return;
    clearTimeout(replay);
    replay = setTimeout(() => {
      const { starts, length, playing } = playback.get();
      const index = store.get().history.present.shots.findIndex((shot) => shot.id === written);
      const start = starts[index];
      if (start === undefined || playing || isRendering(store.get())) return;
      // Half a word that changes nothing is no reason to begin again.
      const moves = JSON.stringify(derive(store.get()).readings[index]?.motion);
      if (seen.get(written) === moves) return;
      seen.set(written, moves);
      playback.seek(start);
      playback.playTo(starts[index + 1] ?? length);
    }, PAUSE);
  });
  playback.subscribe(() => {
    const { time, playing } = playback.get();
    if (!playing) return;
    const active = playback.shotAt(time);
    if (!active || active === store.get().active) return;
    following = true;
    store.dispatch({ type: 'set', values: { active } });
    following = false;
  });
}

function isRendering({ job, saving }: State): boolean {
  return (job !== null && job.step !== 'failed') || isSaving(saving);
}

/** The shot whose direction changed in this step: its words, or what was changed of them by hand; the one in view where the dial was turned. */
function writtenShot(state: State, before: State): string | null {
  const [now, then] = [state.history.present.shots, before.history.present.shots];
  if (state.history.present === before.history.present || now.length !== then.length) return null;
  if (state.history.present.mood !== before.history.present.mood) return state.active;
  const changed = now.find((shot, index) => {
    const was = then[index];
    return (
      shot.caption.direction !== was?.caption.direction ||
      shot.chips !== was.chips ||
      shot.variant !== was.variant ||
      shot.carried !== was.carried
    );
  });
  return changed && then.some((shot) => shot.id === changed.id) ? changed.id : null;
}
