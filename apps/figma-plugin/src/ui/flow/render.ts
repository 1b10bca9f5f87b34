import { ApiError } from '@animatic/client';
import { API_VERSION, type Render, type RenderOutputs } from '@animatic/schema';
import type { Board } from '../board/board.ts';
import { isCancelled } from '../bridge/bridge-error.ts';
import { outputsOf } from '../render/also.ts';
import { frameOf, type Job, type Problem } from '../store/state.ts';
import { captureBoard } from './capture-board.ts';
import type { ConnectFlow } from './connect.ts';
import type { BoardKeeper } from './keep-board.ts';
import type { FrameKeeper } from './look-after-frames.ts';
import { CannotRender, outdated, problemOf } from './problems.ts';
import type { ResultFlow } from './result.ts';
import { sendStoryboard } from './send-storyboard.ts';
import type { Session } from './session.ts';

export interface RenderFlow {
  start(): void;
  /** Cancels the step under way, or puts a failure away. */
  cancel(): void;
  /** After a failure: takes the render up again if it lives, else starts anew. */
  retry(): void;
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
}

interface Helpers {
  keeper: FrameKeeper;
  board: BoardKeeper;
  connect: ConnectFlow;
  results: ResultFlow;
}

/** Capture, upload, queue, render: each step can be cancelled, and every failure is said in the bar. */
export function renderFlow(session: Session, { keeper, board: keep, connect, results }: Helpers): RenderFlow {
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
    // Asked before, with no answer: the same question once more, unless there is something new to render.
    const changed = board.shots.some((shot) => frameOf(store.get().frames, shot)?.stale);
    if (asked?.board !== board || asked.also !== also || changed) asked = await send(signal, board, also);
    const { key, id, revision, fingerprints } = asked;
    const render = await api.render(id, key, revision, outputsOf(also, board.format));
    asked = undefined;
    store.dispatch({ type: 'rendered', fingerprints });
    store.dispatch({ type: 'sent', sent: { render: render.id } });
    void keep.flush();
    if (signal.aborted) {
      await forget(render.id);
      return;
    }
    await follow(render.id, signal, render);
  };

  const send = async (signal: AbortSignal, board: Board, also: RenderOutputs): Promise<Asked> => {
    const { stills, fingerprints } = await captureBoard(session, keeper, signal, setJob);
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
    return { key, id: storyboard.id, revision: storyboard.revision, board, also, fingerprints };
  };

  const follow = async (id: string, signal: AbortSignal, known?: Render) => {
    unwatched = id;
    if (known) setJob(jobOf(known));
    for await (const render of api.watch(id, { signal })) {
      if (signal.aborted) return;
      if (render.state === 'done') {
        unwatched = null;
        setJob(null);
        await results.finished(render);
        return;
      }
      if (render.state === 'failed' || render.state === 'cancelled') {
        unwatched = null;
        store.dispatch({ type: 'sent', sent: { render: null } });
        if (render.state === 'failed') failJob(failureOf(render), null);
        else setJob(null);
        return;
      }
      setJob(jobOf(render));
    }
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
      if (job && job.step !== 'failed' && unwatched) void forget(unwatched);
    },
    retry() {
      const lost = unwatched;
      if (store.get().token === null) return connect.connect(() => this.retry());
      if (lost) begin((signal) => follow(lost, signal));
      else start();
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

function jobOf(render: Render): Job {
  if (render.state === 'queued') return { step: 'queued', render: render.id, place: render.place };
  return { step: 'rendering', render: render.id, progress: render.progress, stage: render.stage };
}

function failureOf(render: Render): Problem {
  return {
    title: 'The render failed',
    detail: render.error?.message ?? 'The server gave no reason.',
    remedy: 'retry',
  };
}
