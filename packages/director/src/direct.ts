import { MAX_CLIP_SECONDS } from '@animatic/schema';
import type { Chip, ChipEdit, Directed, DirectInput, Note } from './api.ts';
import { chipped } from './chips/chips.ts';
import { option, secondsOption } from './chips/options.ts';
import { cameraByDefault, familyByDefault, reasonToRest } from './defaults.ts';
import { type Frame, frameOf } from './find/frame.ts';
import { english } from './language/english.ts';
import type { Temper } from './language/language.ts';
import type { Intent, Plan } from './read/intents.ts';
import { readDirection } from './read/read.ts';
import { standingSeconds } from './standing-seconds.ts';
import { compose } from './time/compose.ts';
import { temperingOf } from './time/taste.ts';
import { varied } from './variants.ts';

const LAST_SHOT_EXTRA = 1;
const LONGEST = 60;
const SHORTEST = 0.5;
const TEMPERS = ['calm', 'crisp', 'playful', 'premium'] as const satisfies readonly Temper[];

/**
 * Turns a direction into a motion, by rules: what the words ask for, or, without words, what taste does with the
 * frame's structure. What is not understood changes nothing and is said in `notes`; what was changed of the chips by
 * hand stands over the words.
 *
 * @example direct({ outline, direction: 'push in on the total', shotIndex: 0, shotCount: 3 }).motion.camera
 */
export function direct(input: DirectInput): Directed {
  const { outline } = input;
  const frame = frameOf(outline, english);
  const plan = readDirection(frame, input.direction);
  const { say } = frame.language;
  const edits = input.chips ?? [];
  const used = new Set<string>();
  const chips: Chip[] = [];
  const notes: Note[] = [...plan.notes];
  const given = input.duration ?? editedSeconds(edits) ?? plan.seconds?.value;
  const stillRemoved = edits.some((edit) => edit.id === 'still' && edit.removed);
  if (plan.still) {
    if (edits.some((edit) => edit.id === 'still')) used.add('still');
    chips.push({
      id: 'still',
      kind: 'camera',
      words: plan.still.words,
      label: say.values[plan.still.about === 'all' ? 'still' : 'fixed'] ?? say.moves.hold,
      options: [],
      state: stillRemoved ? 'removed' : 'read',
    });
  }
  const directed = plan.intents.length > 0 || (plan.still !== undefined && !stillRemoved);
  const taste = directed ? null : byTaste(frame, input, given ?? standingSeconds(outline));
  if (taste?.why) notes.push({ kind: 'taste', words: { from: 0, to: 0 }, text: say.still(taste.why) });
  const paced =
    taste && plan.pace ? taste.intents.map((one) => ({ ...one, pace: plan.pace?.value })) : taste?.intents;
  const intents = varied(frame, paced ?? plan.intents, {
    variant: input.variant ?? 0,
    byTaste: taste !== null,
    resting: taste?.why !== null && taste !== null,
    shotIndex: input.shotIndex,
  });
  const made = chipped(frame, intents, edits);
  chips.push(...made.chips);
  for (const id of made.used) used.add(id);
  const temper = temperChip(frame, plan, edits, chips, used);
  const last = input.shotIndex === input.shotCount - 1 ? LAST_SHOT_EXTRA : 0;
  const composed = compose(made.intents, outline, temperingOf(temper, input.mood), given);
  const suggested = Math.ceil(Math.max(standingSeconds(outline), composed.needed) * 2) / 2 + last;
  const duration = Math.min(LONGEST, MAX_CLIP_SECONDS, Math.max(SHORTEST, given ?? suggested));
  paceChip(frame, plan, edits, chips, used);
  timeChip(frame, plan, { edits, chips, used, duration });
  chips.sort((a, b) => a.words.from - b.words.from);
  return {
    motion: composed.motion,
    duration,
    chips,
    notes,
    unusedEdits: edits.filter(({ id }) => !used.has(id)),
  };
}

function editedSeconds(edits: readonly ChipEdit[]): number | undefined {
  const seconds = Number(
    edits.find(({ id, removed }) => id === 'time' && !removed)?.set?.seconds ?? Number.NaN,
  );
  return seconds >= SHORTEST && seconds <= LONGEST ? seconds : undefined;
}

function timeChip(
  frame: Frame,
  plan: Plan,
  {
    edits,
    chips,
    used,
    duration,
  }: { edits: readonly ChipEdit[]; chips: Chip[]; used: Set<string>; duration: number },
): void {
  const edit = edits.find(({ id }) => id === 'time');
  if (!plan.seconds) return;
  if (edit) used.add('time');
  const seconds = secondsOption(frame.language, duration);
  chips.push({
    id: 'time',
    kind: 'time',
    words: plan.seconds.words,
    label: frame.language.say.seconds(duration),
    options: [seconds],
    state: edit?.removed ? 'removed' : edit ? 'edited' : 'read',
  });
}

function temperChip(
  frame: Frame,
  plan: Plan,
  edits: readonly ChipEdit[],
  chips: Chip[],
  used: Set<string>,
): Temper | undefined {
  if (!plan.temper) return undefined;
  const edit = edits.find(({ id }) => id === 'mood');
  if (edit) used.add('mood');
  const value = TEMPERS.find((each) => each === edit?.set?.mood) ?? plan.temper.value;
  const { language } = frame;
  chips.push({
    id: 'mood',
    kind: 'mood',
    words: plan.temper.words,
    label: language.say.tempers[value],
    options: [option(language, 'mood', value, TEMPERS, language.say.tempers)],
    state: edit?.removed ? 'removed' : edit ? 'edited' : 'read',
  });
  return edit?.removed ? undefined : value;
}

/** A pace that was said of nothing in particular. */
function paceChip(
  { language }: Frame,
  plan: Plan,
  edits: readonly ChipEdit[],
  chips: Chip[],
  used: Set<string>,
): void {
  if (!plan.pace) return;
  if (edits.some(({ id }) => id === 'pace')) used.add('pace');
  const { value, words } = plan.pace;
  const label = language.say.values[value] ?? value;
  chips.push({
    id: 'pace',
    kind: 'time',
    words,
    label,
    options: [option(language, 'pace', value, [value])],
    state: edits.some(({ id, removed }) => id === 'pace' && removed) ? 'removed' : 'read',
  });
}

function byTaste(
  frame: Frame,
  { outline, shotIndex, shotCount }: DirectInput,
  seconds: number,
): { intents: Intent[]; why: string | null } {
  const why = reasonToRest(outline, seconds);
  if (why) return { intents: [], why };
  const family = familyByDefault(outline, shotIndex, shotCount);
  if (family)
    return {
      why: null,
      intents: [
        {
          kind: 'layers',
          words: { from: 0, to: 0 },
          join: 'sentence',
          byTaste: true,
          effect: 'rise',
          phase: 'enter',
          order: {},
          target: { called: frame.language.say.all, members: family.members, many: true },
        },
      ],
    };
  const camera = cameraByDefault(outline, shotIndex);
  return { intents: camera ? [camera] : [], why: null };
}
