import { ApiError } from '@animatic/client';
import { type DirectAnswer, frameOfOutline, type ProposalAnswer } from '@animatic/schema';
import type { StoredShot } from '../../protocol/index.ts';
import { framesOn, newShot, newWordsShot } from '../board/board.ts';
import { isCancelled } from '../bridge/bridge-error.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { newAsk } from '../generate/new-ask.ts';
import type { Draft } from '../store/generation-state.ts';
import { frameOf } from '../store/state.ts';
import type { ConnectFlow } from './connect.ts';
import { problemOf } from './problems.ts';
import type { Session } from './session.ts';

export interface DirectFlow {
  /** A language model directs one shot: its motion, or the words that a video model gets. */
  direct(shot: string): void;
  /** A storyboard from a line and the board's frames. */
  draft(brief: string): void;
  /** Puts the draft in the board's place: one step back. */
  accept(): void;
  dismiss(): void;
}

/** Pixels of the longer side of what a language model sees of a shot, and of each frame of many. */
const SIDE = 1024;
const SIDE_OF_MANY = 512;
const MOST_FRAMES = 24;

/** Asks the language model that the server has; where it has none, the server's rules answer and say so. */
export function directFlow(
  session: Session,
  connect: Pick<ConnectFlow, 'expire'>,
  notify: (words: string) => void,
): DirectFlow {
  const { bridge, store, api, origin } = session;
  let stop: AbortController | undefined;

  const pictureOf = async (frame: string, side: number, signal: AbortSignal) => {
    const { bytes } = await bridge.ask('make-thumbnail', { id: frame, side }, { signal });
    return dataUrl(bytes);
  };
  const setDraft = (draft: Draft | null) => store.dispatch({ type: 'set', values: { draft } });
  const begin = (work: (signal: AbortSignal) => Promise<void>, fail: (error: unknown) => void) => {
    stop?.abort();
    const control = new AbortController();
    stop = control;
    work(control.signal).catch((error: unknown) => {
      if (control.signal.aborted || isCancelled(error)) return;
      if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
      fail(error);
    });
  };
  const directOne = async (id: string, signal: AbortSignal) => {
    const { history, frames } = store.get();
    const { shots, mood, loop } = history.present;
    const index = shots.findIndex((shot) => shot.id === id);
    const shot = shots[index];
    if (!shot) return;
    const frame = shot.scene ? null : (frameOf(frames, shot)?.description ?? null);
    const generated = isGenerated(shot);
    const answer = await api.direct(
      {
        ...(frame && { frame: frameOfOutline(frame.outline) }),
        ...(shot.frame !== null && { picture: await pictureOf(shot.frame, SIDE, signal) }),
        direction: shot.caption.direction,
        want: generated || !frame ? 'prompt' : 'motion',
        ...(generated && shot.ask && { model: shot.ask.model }),
        ...(shot.duration !== null && { duration: shot.duration }),
        mood,
        place: { index, count: shots.length },
        loop,
      },
      signal,
    );
    if (signal.aborted) return;
    const now = store.get().history.present.shots.find((each) => each.id === id);
    if (now)
      store.dispatch({ type: 'change-shot', id, change: changeOf(now, answer), at: performance.now() });
    const [note] = answer.notes;
    if (answer.by === 'rules') notify(answer.why ?? 'The rules read the words: no language model answered.');
    else if (note) notify(note);
  };
  const draftOne = async (brief: string, signal: AbortSignal) => {
    setDraft({ step: 'asking' });
    const { history, frames, models } = store.get();
    const { shots, mood, loop } = history.present;
    const ids = framesOn(shots).slice(0, MOST_FRAMES);
    const sent = [];
    for (const id of ids) {
      const known = frames[id]?.description ?? (await bridge.ask('describe-frame', { id }, { signal }));
      sent.push({ frame: frameOfOutline(known.outline), picture: await pictureOf(id, SIDE_OF_MANY, signal) });
    }
    const usable = models?.models.filter(({ kind, available }) => kind === 'video' && available) ?? [];
    const answer = await api.propose(
      { brief, frames: sent, mood, loop, models: usable.slice(0, 20).map(({ id }) => id) },
      signal,
    );
    if (!signal.aborted) setDraft({ step: 'proposed', answer });
  };
  return {
    direct(shot) {
      store.dispatch({ type: 'refused', shot, words: null });
      store.dispatch({ type: 'set', values: { directing: shot } });
      const done = () => {
        if (store.get().directing === shot) store.dispatch({ type: 'set', values: { directing: null } });
      };
      begin(
        (signal) => directOne(shot, signal).finally(done),
        (error) => {
          const { title, detail } = problemOf(error, origin);
          store.dispatch({ type: 'refused', shot, words: detail ?? title });
        },
      );
    },
    draft(brief) {
      begin(
        (signal) => draftOne(brief, signal),
        (error) => setDraft({ step: 'failed', problem: problemOf(error, origin) }),
      );
    },
    accept() {
      const { draft, history, models } = store.get();
      if (draft?.step !== 'proposed') return;
      const known = new Map(history.present.shots.map((shot) => [shot.frame, shot.name]));
      const shots = draft.answer.shots.map((shot) =>
        shotOf(shot, draft.answer, (frame) => known.get(frame) ?? 'Frame', models?.models ?? []),
      );
      store.dispatch({ type: 'replace-shots', shots, at: performance.now() });
      setDraft(null);
    },
    dismiss() {
      stop?.abort();
      setDraft(null);
    },
  };
}

/** A motion goes on beside the words, a prompt becomes them. */
function changeOf(
  { caption }: StoredShot,
  { by, model, motion, prompt, duration }: DirectAnswer,
): Partial<StoredShot> {
  if (prompt) return { caption: { ...caption, direction: prompt.text } };
  // What the rules say, they say here by themselves.
  if (!motion || by === 'rules') return { directed: undefined };
  const directed = { by: model ?? 'A language model', words: caption.direction, motion, duration };
  return { directed, chips: [], variant: 0, carried: undefined };
}

function shotOf(
  {
    frame,
    title,
    line,
    direction,
    duration,
    engine,
    model: id,
    seconds,
    motion,
    prompt,
    transition,
  }: ProposalAnswer['shots'][number],
  { by, model: director }: ProposalAnswer,
  nameOf: (frame: string) => string,
  models: Parameters<typeof newAsk>[1][],
): StoredShot {
  const words = prompt?.text ?? direction;
  const blank = frame === null ? newWordsShot() : newShot({ id: frame, name: nameOf(frame) });
  const model = engine === 'motion' ? undefined : models.find((each) => each.id === id);
  return {
    ...blank,
    caption: { title, line, direction: words },
    duration,
    transition,
    ...(motion &&
      by === 'model' &&
      engine === 'motion' && {
        directed: { by: director ?? 'A language model', words, motion, duration },
      }),
    ...(model &&
      engine !== 'motion' && {
        engine,
        ask: { ...newAsk(blank, model), ...(seconds !== null && { seconds }) },
      }),
  };
}

function dataUrl(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/png;base64,${btoa(text)}`;
}
