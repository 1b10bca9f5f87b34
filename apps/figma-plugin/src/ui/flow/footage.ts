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

/**
 * Brings what models made to the panel: what the board remembers is read once, posters of the takes that its shots are
 * made of, the clip of the one that is shown, and scenes' pictures. One file at a time.
 */
export function footageFlow({ store, api, derive }: Session): FootageFlow {
  const asked = new Set<string>();
  const fetched = new Set<string>();
  const looked = new Set<string>();
  let running = false;

  const readTakes = async (ids: string[]) => {
    for (const id of ids) asked.add(id);
    const generations = await api.generations({ ids });
    store.dispatch({ type: 'generations', generations });
  };
  const fetchFile = async (generation: Generation, part: 'poster' | 'clip') => {
    const blob = await api.generationMedia(generation, part === 'clip' ? 'media' : 'poster');
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
    const unknown = ids.filter((id) => !state.generations[id] && !asked.has(id)).slice(0, MOST_IDS);
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
    if (fetched.has(what)) return false;
    fetched.add(what);
    return true;
  };
  const wake = async () => {
    if (running || store.get().phase !== 'ready' || store.get().token === null) return;
    running = true;
    try {
      // A file that cannot be had leaves its place to the still; it is asked for again when the panel opens again.
      for (let task = next(store.get()); task; task = next(store.get())) await task().catch(() => undefined);
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
