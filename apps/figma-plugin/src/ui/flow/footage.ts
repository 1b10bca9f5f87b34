import type { Generation } from '@animatic/schema';
import { currentTakes } from '../derive/shot-generation.ts';
import type { State } from '../store/state.ts';
import type { Session } from './session.ts';

export interface FootageFlow {
  /** A shot's takes are looked at: all their posters and clips are wanted. */
  look(shot: string): void;
}

/** As many as one question asks for. */
const MOST_IDS = 60;
/** How often something is tried, the milliseconds until the next try, and those that one file may take. */
const TRIES = 3;
const PAUSE = 2000;
const LONGEST = 90_000;

/**
 * Brings what models made to the panel: what the board remembers is read once, posters of the takes that its shots are
 * made of, the clip of the one that is shown, and scenes' pictures. One file at a time.
 */
export function footageFlow({ store, api, derive }: Session): FootageFlow {
  /** How often each thing was tried. */
  const tries = new Map<string, number>();
  /** Tried, and there or not to be tried yet. */
  const waiting = new Set<string>();
  const looked = new Set<string>();
  let running = false;

  const readTakes = async (ids: string[]) => {
    const generations = await api.generations({ ids });
    store.dispatch({ type: 'generations', generations });
  };
  const fetchFile = async (generation: Generation, part: 'poster' | 'clip') => {
    const limit = AbortSignal.timeout(LONGEST);
    const blob = await api.generationMedia(generation, part === 'clip' ? 'media' : 'poster', limit);
    store.dispatch({
      type: 'footage',
      generation: generation.id,
      view: { [part]: URL.createObjectURL(blob) },
    });
  };
  const fetchScene = async (still: string, id: string) => {
    const generation = store.get().generations[id] ?? (await api.getGeneration(id));
    store.dispatch({ type: 'scene-still', still, blob: await api.generationMedia(generation, 'media') });
  };

  /** The next thing to fetch; null where all is there. */
  const next = (state: State): (() => Promise<void>) | null => {
    const { shots } = state.history.present;
    for (const { scene } of shots)
      if (scene && !state.scenes[scene.still] && once(`scene ${scene.still}`))
        return () => fetchScene(scene.still, scene.generation);
    const ids = shots.flatMap((shot) => shot.takes.map(({ generation }) => generation));
    const unread = ids.filter((id) => !state.generations[id] && !waiting.has(`take ${id}`));
    const unknown = unread.slice(0, MOST_IDS).filter((id) => once(`take ${id}`));
    if (unknown.length > 0) return () => readTakes(unknown);
    const { asked: asks } = derive(state);
    for (const [index, shot] of shots.entries()) {
      const ask = asks[index];
      const current = ask && 'generation' in ask ? currentTakes(shot, ask.inputs) : [];
      const wanted = looked.has(shot.id) ? shot.takes : current;
      for (const take of wanted) {
        const generation = state.generations[take.generation];
        if (generation?.state !== 'done' || !generation.result) continue;
        const shown = take.variation === shot.ask?.chosen || looked.has(shot.id);
        const known = state.footage[generation.id];
        if (generation.result.poster && !known?.poster && once(`poster ${generation.id}`))
          return () => fetchFile(generation, 'poster');
        if (shown && !known?.clip && once(`clip ${generation.id}`))
          return () => fetchFile(generation, 'clip');
      }
    }
    return null;
  };
  const once = (what: string) => {
    const before = tries.get(what) ?? 0;
    if (before >= TRIES || waiting.has(what)) return false;
    tries.set(what, before + 1);
    waiting.add(what);
    return true;
  };
  /** What failed is tried again after a while; then its place is left to the still until the panel opens again. */
  const later = () => {
    setTimeout(() => {
      waiting.clear();
      void wake();
    }, PAUSE);
  };
  const wake = async () => {
    if (running || store.get().phase !== 'ready' || store.get().token === null) return;
    running = true;
    try {
      for (let task = next(store.get()); task; task = next(store.get())) await task().catch(later);
    } finally {
      running = false;
    }
  };
  store.subscribe((state, before) => {
    if (
      state.history.present !== before.history.present ||
      state.generations !== before.generations ||
      state.captures !== before.captures ||
      state.token !== before.token ||
      state.phase !== before.phase
    )
      void wake();
  });
  return {
    look(shot) {
      looked.add(shot);
      void wake();
    },
  };
}
