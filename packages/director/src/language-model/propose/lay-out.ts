import { clipSeconds, type Mood, type Motion, type ProposedShot, transitionSeconds } from '@animatic/schema';
import type { Notes } from '../notes.ts';
import { composePrompt } from '../prompt/compose-prompt.ts';
import { askedSeconds, type VideoModel } from '../video-model.ts';
import { saidLine } from '../words/clean.ts';
import { fitLength } from './fit-length.ts';
import { oneTransition } from './one-transition.ts';
import type { ShotGiven } from './proposal-answer.ts';
import type { ProposalFrame, Proposed } from './proposal-input.ts';
import { shotMotion, withoutBreathing } from './shot-motion.ts';

const TITLE = 60;
const LINE = 120;
const DIRECTION = 400;
const MOST_SHOTS = 60;
/** A frame may be shown again, but not over and over. */
const SHOWN = 2;
/** taste.md: entrances on one shot in three. */
const ONE_IN = 3;
/** Seconds by which a clip may miss what was asked without a word. */
const NEAR = 1;

export interface LayOut {
  frames: readonly ProposalFrame[];
  models: readonly VideoModel[];
  /** Seconds of the clip. */
  wanted: number | undefined;
  mood: Mood;
  loop: boolean;
  notes: Notes;
}

interface Chosen {
  given: ShotGiven;
  frame: ProposalFrame | null;
  model: VideoModel | null;
}

/**
 * A storyboard of what was said of its shots: frames and models that are there, one kind of transition, lengths that
 * come near what was asked, motions within taste. Null where nothing is left to show.
 */
export async function layOut(
  shots: readonly ShotGiven[],
  context: LayOut,
): Promise<Pick<Proposed, 'shots' | 'seconds'> | null> {
  const { notes, wanted } = context;
  const chosen = choose(shots, context);
  if (chosen.length === 0) return null;
  const outlines = chosen.map(({ frame }) => frame?.outline ?? null);
  const transitions = oneTransition(
    chosen.map(({ given }) => given.transition),
    outlines,
    notes,
  );
  const overlap = transitions.reduce((sum, one) => sum + (one?.duration ?? 0), 0);
  const durations = fitLength(
    chosen.map(({ given, model }) => ({
      seconds: given.duration,
      most: model ? Math.max(...(model.durations.length > 0 ? model.durations : [60])) : undefined,
    })),
    wanted === undefined ? undefined : wanted + overlap,
  );
  const motions = withoutBreathing(await motionsOf(chosen, durations, context), notes);
  const made = chosen.map(({ given, frame, model }, index): ProposedShot => {
    const duration = durations[index] ?? given.duration;
    const prompt = model
      ? composePrompt(given.prompt ?? { ...NO_PARTS, action: given.direction }, {
          limit: model.maxPrompt,
          drawn: frame !== null,
          notes,
        })
      : null;
    return {
      frame: frame?.outline.id ?? null,
      title: saidLine(given.title, TITLE) || saidLine(frame?.outline.name ?? '', TITLE),
      line: saidLine(given.line, LINE),
      direction: prompt?.text ?? saidLine(given.direction, DIRECTION),
      duration,
      engine: model?.engine ?? 'motion',
      model: model?.id ?? null,
      seconds: model && askedSeconds(model, duration),
      motion: motions[index] ?? null,
      prompt,
      transition: transitions[index] ?? null,
    };
  });
  const timed = made.map((shot) => ({ ...shot, transition: shot.transition ?? undefined }));
  for (const [index, shot] of made.entries())
    if (shot.transition) shot.transition.duration = transitionSeconds(timed, index);
  const seconds = Math.round(clipSeconds(timed) * 10) / 10;
  if (wanted !== undefined && Math.abs(seconds - wanted) > NEAR)
    notes.say(
      seconds > wanted
        ? `The clip is ${seconds} s long, not ${wanted}: shots stand 2.5 s at least. Leave frames out for a shorter one.`
        : `The clip is ${seconds} s long, not ${wanted}: shots stand 6 s at most. Add frames for a longer one.`,
    );
  return { shots: made, seconds };
}

const NO_PARTS = { subject: '', action: '', camera: '', light: '', keep: '' };

function choose(shots: readonly ShotGiven[], { frames, models, notes }: LayOut): Chosen[] {
  const shown = new Map<string, number>();
  const chosen: Chosen[] = [];
  for (const given of shots.slice(0, MOST_SHOTS)) {
    const frame = frames.find(({ handle }) => handle === given.frame) ?? null;
    if (given.frame && given.frame !== 'none' && !frame) {
      notes.say('Shots of frames that are not there were left out.');
      continue;
    }
    const named = given.engine === 'model' ? models.find(({ id }) => id === given.model) : undefined;
    const model = named && (frame ? named.firstFrame : named.words) ? named : null;
    if (given.engine === 'model' && !model) {
      notes.say('A shot was to be made by a model that is not there or cannot do it.');
      if (!frame) continue;
    }
    if (!frame && !model) continue;
    const times = (shown.get(frame?.handle ?? '') ?? 0) + 1;
    if (frame && times > SHOWN) {
      notes.say(`A frame is shown at most ${SHOWN} times.`);
      continue;
    }
    if (frame) shown.set(frame.handle, times);
    chosen.push({ given, frame, model });
  }
  return chosen;
}

async function motionsOf(
  chosen: readonly Chosen[],
  durations: readonly number[],
  { mood, loop, notes }: LayOut,
): Promise<(Motion | null)[]> {
  let entered = 0;
  let before = false;
  const motions: (Motion | null)[] = [];
  for (const [index, { given, frame, model }] of chosen.entries()) {
    if (!frame || model) {
      motions.push(null);
      continue;
    }
    // Others are served between two shots: reading words against a large frame takes its time.
    await new Promise((go) => setImmediate(go));
    const motion = shotMotion(given.motion, saidLine(given.direction, DIRECTION), {
      outline: frame.outline,
      handles: frame.handles,
      duration: durations[index] ?? given.duration,
      index,
      count: chosen.length,
      mood,
      sharpest: frame.sharpest,
      loop,
      mayEnter: !before && entered < Math.ceil(chosen.length / ONE_IN),
      notes,
    });
    before = motion.layers.length > 0;
    if (before) entered += 1;
    motions.push(motion);
  }
  return motions;
}
