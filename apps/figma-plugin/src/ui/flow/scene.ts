import { ApiError } from '@animatic/client';
import type { Generation } from '@animatic/schema';
import { isCancelled } from '../bridge/bridge-error.ts';
import type { SceneJob } from '../store/generation-state.ts';
import type { ConnectFlow } from './connect.ts';
import { frameStill } from './frame-still.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

/** What a scene is asked with. */
export interface SceneWish {
  model: string;
  prompt: string;
  variations: number;
  transparent: boolean;
  style: string | undefined;
  /** Whether the frame goes in; a scene of words alone without it. */
  withFrame: boolean;
  /** Asked for again with the same words: new pictures, not those that were paid for. */
  again: boolean;
}

export interface SceneFlow {
  make(shot: string, wish: SceneWish): void;
  /** Stops what can be stopped, or puts the pictures away. */
  cancel(): void;
  /** A person's word on a picture that may have been made. */
  review(generation: string, decision: 'made' | 'again', vendorId: string): void;
  /** Takes one of the pictures: it becomes the shot's still. */
  choose(shot: string, generation: string): void;
}

/** A frame put into a scene by an image model: asked, watched with its pictures on the way, one chosen. */
export function sceneFlow(
  session: Session,
  connect: Pick<ConnectFlow, 'expire'>,
  paid: () => void,
): SceneFlow {
  const { store, api, derive, origin } = session;
  let stop: AbortController | undefined;
  let take = 0;
  const partials = new Map<string, string>();

  const put = (sceneJob: SceneJob | null) => store.dispatch({ type: 'set', values: { sceneJob } });
  const show = (id: string, blob: Blob) => {
    const before = store.get().footage[id]?.poster;
    store.dispatch({ type: 'footage', generation: id, view: { poster: URL.createObjectURL(blob) } });
    if (before) URL.revokeObjectURL(before);
  };
  /** The newest picture of each, as they come. */
  const look = async (generation: Generation) => {
    const url = generation.result?.url ?? generation.partial;
    if (!url || partials.get(generation.id) === url) return;
    partials.set(generation.id, url);
    const part = generation.result ? 'media' : 'partial';
    await api.generationMedia(generation, part).then(
      (blob) => show(generation.id, blob),
      () => partials.delete(generation.id),
    );
  };
  const run = async (id: string, wish: SceneWish, signal: AbortSignal) => {
    const state = store.get();
    const shot = state.history.present.shots.find((each) => each.id === id);
    if (!shot) return;
    const job: SceneJob = {
      shot: id,
      step: 'asking',
      model: wish.model,
      prompt: wish.prompt,
      ids: [],
      problem: null,
    };
    put(job);
    const inputs =
      wish.withFrame && shot.frame !== null ? [await frameStill(session, shot.frame, signal)] : [];
    take = wish.again ? take + 1 : 0;
    const { width, height } = derive(state).size;
    const asked = await api.createImages({
      model: wish.model,
      prompt: wish.prompt,
      inputs,
      aspect: width / height,
      transparent: wish.transparent,
      variations: wish.variations,
      style: wish.style,
      take,
      shotId: id,
    });
    const ids = asked.map((each) => each.id);
    store.dispatch({ type: 'generations', generations: asked });
    await Promise.all(asked.map(look));
    await follow({ ...job, ids }, signal);
  };
  /** Until nothing more happens by itself. */
  const follow = async (job: SceneJob, signal: AbortSignal) => {
    put({ ...job, step: 'making', problem: null });
    for await (const generations of api.watchGenerations(job.ids, { signal })) {
      store.dispatch({ type: 'generations', generations });
      await Promise.all(generations.map(look));
    }
    put({ ...job, step: 'made' });
    paid();
  };
  const begin = (work: (signal: AbortSignal) => Promise<void>) => {
    stop?.abort();
    stop = new AbortController();
    const { signal } = stop;
    work(signal).catch((error: unknown) => {
      if (signal.aborted || isCancelled(error)) return;
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      const { sceneJob } = store.get();
      if (sceneJob) put({ ...sceneJob, problem: problemOf(error, origin) });
    });
  };
  return {
    make: (shot, wish) => begin((signal) => run(shot, wish, signal)),
    review: (id, decision, vendorId) =>
      begin(async (signal) => {
        const generation = await api.reviewGeneration(id, decision, vendorId || undefined);
        store.dispatch({ type: 'generations', generations: [generation] });
        const { sceneJob } = store.get();
        if (!sceneJob) return;
        const ids = sceneJob.ids.map((each) => (each === id ? generation.id : each));
        await follow({ ...sceneJob, ids }, signal);
      }),
    cancel() {
      stop?.abort();
      const { sceneJob, generations } = store.get();
      put(null);
      for (const id of sceneJob?.ids ?? []) {
        const state = generations[id]?.state;
        if (state === 'queued' || state === 'submitting' || state === 'running')
          void api.cancelGeneration(id).catch(() => undefined);
      }
    },
    choose(shot, id) {
      const { generations, sceneJob } = store.get();
      const generation = generations[id];
      if (!generation?.result) return;
      const { hash: still, width, height } = generation.result;
      const prompt = sceneJob?.ids.includes(id) ? sceneJob.prompt : generation.prompt;
      const scene = { generation: id, model: generation.model, prompt, still, width, height };
      store.dispatch({ type: 'change-shot', id: shot, change: { scene }, at: performance.now() });
      put(null);
    },
  };
}
