import { ApiError } from '@animatic/client';
import { API_VERSION, type Render, type RenderOutputs } from '@animatic/schema';
import type { Board } from '../board/board.ts';
import { isCancelled } from '../bridge/bridge-error.ts';
import type { Derived } from '../derive/derived.ts';
import { outputsOf } from '../render/also.ts';
import { frameOf, type Job, type Problem } from '../store/state.ts';
import { captureBoard } from './capture-board.ts';
import type { ConnectFlow } from './connect.ts';
import type { BoardKeeper } from './keep-board.ts';
import type { FrameKeeper } from './look-after-frames.ts';
import { CannotRender, outdated, problemOf } from './problems.ts';
import type { ResultFlow } from './result.ts';
import { blocker, failedJob, isFailed, jobOf, takesOf } from './running.ts';
import { sendStoryboard } from './send-storyboard.ts';
import type { Session } from './session.ts';

export interface RenderFlow {
  start(): void;
  /** Cancels the step under way, or puts a failure away. */
  cancel(): void;
  /** After a failure: takes the render up again if it lives, else starts anew. */
  retry(): void;
  /** The render goes on with another try of this shot, where no other one failed; else false. */
  retryAlone(shot: string): boolean;
  /** After the panel was closed: finds the render that the board remembers. */
  resume(): Promise<void>;
}

/** One question to the server: this revision, under this key. */
interface Asked {
  key: string;
  id: string;
  revision: number;
  board: Board;
  /** What it was asked for besides; another choice is another question. */
  also: RenderOutputs;
  fingerprints: Record<string, string>;
  /** What its shots ask of models. */
  derived: Pick<Derived, 'asked'>;
}

interface Helpers {
  keeper: FrameKeeper;
  board: BoardKeeper;
  connect: ConnectFlow;
  results: ResultFlow;
  /** Something was paid for: prices are others now. */
  paid?: () => void;
}

/** Capture, upload, queue, render: each step can be cancelled, and every failure is said in the bar. */
export function renderFlow(
  session: Session,
  { keeper, board: keep, connect, results, paid = () => undefined }: Helpers,
): RenderFlow {
  const { store, api, origin } = session;
  let stop: AbortController | undefined;
  /** Kept until the server has acknowledged, so that trying again never makes two renders of one revision. */
  let asked: Asked | undefined;
  /** A render that goes on while nobody watches it. */
  let unwatched: string | null = null;

  const setJob = (job: Job | null) => store.dispatch({ type: 'set', values: { job } });
  const failJob = (problem: Problem, render: string | null) => setJob({ step: 'failed', problem, render });

  const guard = async (signal: AbortSignal, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (signal.aborted || isCancelled(error)) return;
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      failJob(error instanceof CannotRender ? error.problem : problemOf(error, origin), unwatched);
    }
  };

  const submit = async (signal: AbortSignal) => {
    setJob({ step: 'capturing', done: 0, total: store.get().history.present.shots.length, name: '' });
    const about = await api.about();
    if (about.apiVersion !== API_VERSION) throw new CannotRender(outdated(about.apiVersion));
    const { also, history } = store.get();
    const board = history.present;
    const blocked = blocker(board, session.derive(store.get()));
    if (blocked) throw new CannotRender(blocked);
    // Asked before, with no answer: the same question once more, unless there is something new to render.
    const changed = board.shots.some((shot) => frameOf(store.get().frames, shot)?.stale);
    if (asked?.board !== board || asked.also !== also || changed) asked = await send(signal, board, also);
    const { key, id, revision, fingerprints } = asked;
    const render = await api.render(id, key, revision, outputsOf(also, board.format));
    store.dispatch({ type: 'rendered', fingerprints });
    store.dispatch({ type: 'sent', sent: { render: render.id } });
    remember(render, asked.board, asked.derived);
    asked = undefined;
    void keep.flush();
    if (signal.aborted) {
      await forget(render.id);
      return;
    }
    await follow(render.id, signal, render);
  };

  const send = async (signal: AbortSignal, board: Board, also: RenderOutputs): Promise<Asked> => {
    const { stills, fingerprints } = await captureBoard(session, keeper, signal, setJob);
    const { scenes } = store.get();
    // A scene's picture is in the workspace that made it; another one gets it from here.
    for (const { scene } of board.shots) {
      const blob = scene && scenes[scene.still];
      if (blob) stills.set(scene.still, blob);
    }
    setJob({ step: 'uploading', sent: 0, total: 0, bytesSent: 0, bytesTotal: 0 });
    await api.uploadStills(stills, {
      signal,
      onProgress: ({ sent, total, bytesSent, bytesTotal }) =>
        setJob({ step: 'uploading', sent, total, bytesSent, bytesTotal }),
    });
    signal.throwIfAborted();
    setJob({ step: 'sending' });
    const storyboard = await sendStoryboard(session);
    signal.throwIfAborted();
    const key = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const derived = session.derive(store.get());
    return { key, id: storyboard.id, revision: storyboard.revision, board, also, fingerprints, derived };
  };

  const follow = async (id: string, signal: AbortSignal, known?: Render) => {
    unwatched = id;
    if (known) tell(known);
    for await (const render of api.watch(id, { signal })) {
      if (signal.aborted) return;
      if (render.state === 'done') {
        unwatched = null;
        tell(render);
        setJob(null);
        store.dispatch({ type: 'set', values: { running: null } });
        paid();
        await results.finished(render);
        return;
      }
      if (render.state === 'failed' || render.state === 'cancelled') {
        unwatched = null;
        store.dispatch({ type: 'sent', sent: { render: null } });
        paid();
        tell(render);
        if (render.state === 'failed') setJob(failedJob(render));
        else {
          setJob(null);
          store.dispatch({ type: 'set', values: { running: null } });
        }
        return;
      }
      tell(render);
    }
  };
  /** What its shots are made of, for their cards, and how far it is, for the bar. */
  const tell = (render: Render) => {
    const generations = render.shots.flatMap((shot) => shot.generations);
    if (generations.length > 0) {
      store.dispatch({ type: 'generations', generations });
      store.dispatch({ type: 'set', values: { running: render } });
    }
    setJob(jobOf(render));
  };
  const remember = (render: Render, board: Board, derived: Pick<Derived, 'asked'>) => {
    const takes = takesOf(render, board, derived);
    if (Object.keys(takes).length > 0) store.dispatch({ type: 'asked', takes });
  };

  const forget = async (id: string) => {
    unwatched = null;
    store.dispatch({ type: 'sent', sent: { render: null } });
    await api.cancelRender(id).catch(() => undefined);
  };
  const begin = (work: (signal: AbortSignal) => Promise<void>) => {
    stop?.abort();
    const control = new AbortController();
    stop = control;
    void guard(control.signal, () => work(control.signal));
  };
  const start = () => {
    const { job, token, history } = store.get();
    if (history.present.shots.length === 0 || (job && job.step !== 'failed')) return;
    if (token === null) return connect.connect(start);
    begin(submit);
  };

  return {
    start,
    cancel() {
      const { job } = store.get();
      stop?.abort();
      setJob(null);
      store.dispatch({ type: 'set', values: { running: null } });
      if (job && job.step !== 'failed' && unwatched) void forget(unwatched);
    },
    retry() {
      const lost = unwatched;
      const { job } = store.get();
      const again = job?.step === 'failed' ? job.again : undefined;
      if (store.get().token === null) return connect.connect(() => this.retry());
      if (again)
        begin(async (signal) => {
          setJob({ step: 'sending' });
          const render = await api.retryRender(again.render);
          store.dispatch({ type: 'sent', sent: { render: render.id } });
          const { present } = store.get().history;
          remember(render, present, session.derive(store.get()));
          await follow(render.id, signal, render);
        });
      else if (lost) begin((signal) => follow(lost, signal));
      else start();
    },
    retryAlone(id) {
      const { running, job } = store.get();
      const failed = running?.shots.filter((shot) => shot.generations.some(isFailed)) ?? [];
      if (job?.step !== 'failed' || !job.again || failed.length !== 1 || failed[0]?.id !== id) return false;
      this.retry();
      return true;
    },
    async resume() {
      const { sent, token, remembered } = store.get();
      const id = sent.render;
      if (!id || token === null || remembered.some((entry) => entry.render === id)) return;
      begin(async (signal) => {
        try {
          await follow(id, signal, await api.getRender(id));
        } catch (error) {
          if (!(error instanceof ApiError) || error.status !== 404) throw error;
          unwatched = null;
          setJob(null);
          store.dispatch({ type: 'sent', sent: { render: null } });
        }
      });
    },
  };
}
