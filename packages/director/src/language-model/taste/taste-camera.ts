import type { CameraMove, CameraStep } from '@animatic/schema';
import type { MotionAnswer } from '../answer/motion-answer.ts';
import { clamp, hundredth, type TasteContext, within } from './taste-context.ts';

type Given = MotionAnswer['camera'][number];

/** taste.md: at most twice; slow 1.06; beside layers 1.04; slow 4 %/s; a pan 12 % of the width a second. */
const NEAREST = 2;
const FARTHEST = 1.02;
const SLIGHT = 1.06;
const BESIDE_LAYERS = 1.04;
const SLOW_PER_SECOND = 0.04;
const PAN_PER_SECOND = 0.12;
const LONGEST_PAN = 0.24;
const MOST_STEPS = 4;
/** The camera rests before the cut. */
const REST = 0.3;
const SHORTEST = 0.7;

export type Heading = 'in' | 'out' | null;
export const headingOf = (move: CameraMove): Heading =>
  move === 'push-in' || move === 'dolly' ? 'in' : move === 'pull-out' ? 'out' : null;

export interface Beside {
  /** Layers move until then, seconds; 0 where none do. */
  layersUntil: number;
  /** Nothing should move by itself: the slightest moves only. */
  resting: boolean;
  /** Something else happens at times of its own. */
  timed: boolean;
  duration: number;
}

/**
 * The camera's steps, held to taste: no nearer than the captured pixels allow and twice at most, no faster than one can
 * follow, no in, out and in again, and next to nothing while layers move. A lone step is left to the engine, which tunes
 * it to the shot.
 */
export function tasteCamera(given: readonly Given[], context: TasteContext, beside: Beside): CameraStep[] {
  const limit = Math.min(NEAREST, context.sharpest);
  let steps = headed(given.slice(0, beside.resting ? 1 : MOST_STEPS), context);
  if (given.length > steps.length)
    context.notes.say('The camera makes few moves in a shot; the others were left out.');
  steps = steps.filter((step) => allowed(step, limit, context));
  const lone = steps.length === 1 && !beside.timed && beside.layersUntil === 0;
  const made: CameraStep[] = [];
  let free = 0;
  for (const step of steps) {
    const at = Math.max(free, within(step.at, 0, beside.duration));
    const room = beside.duration - REST - at;
    if (!lone && room < SHORTEST) {
      context.notes.say('The shot is too short for all the camera was to do.');
      break;
    }
    const over = lone ? beside.duration : clamp(step.duration ?? 1.4, least(step, limit), room);
    const alongside = beside.layersUntil > 0 && at < beside.layersUntil - 0.15;
    made.push(stepOf(step, { context, limit, over, alongside, beside, ...(!lone && { at }) }));
    free = at + over;
  }
  return made;
}

/** Never in, out, in: the third turn and what follows is left out. */
function headed(given: readonly Given[], { notes }: TasteContext): Given[] {
  const kept: Given[] = [];
  const turns: Heading[] = [];
  for (const step of given) {
    const heading = headingOf(step.move);
    if (heading && turns.at(-1) !== heading) turns.push(heading);
    if (turns.length > 2) {
      notes.say('The camera does not go in, out and in again.');
      break;
    }
    kept.push(step);
  }
  return kept;
}

function allowed(step: Given, limit: number, { notes, byHandle }: TasteContext): boolean {
  if (step.focus && step.focus !== 'none' && !byHandle.has(step.focus))
    notes.say('Layers that are not in the frame were left out.');
  if (!headingOf(step.move) || limit >= FARTHEST) return true;
  notes.say('The still has no pixels to come nearer with: the camera holds.');
  return false;
}

/** Seconds that a move needs, so that one can follow it. */
function least({ move, amount }: Given, limit: number): number {
  if (!headingOf(move)) return SHORTEST;
  return 0.7 + Math.log2(clamp(amount ?? 1.12, 1.02, Math.max(1.02, limit))) * 1.4;
}

function stepOf(
  step: Given,
  given: {
    context: TasteContext;
    limit: number;
    over: number;
    alongside: boolean;
    beside: Beside;
    at?: number;
  },
): CameraStep {
  const { context, limit, over, alongside, beside, at } = given;
  const { notes, loop } = context;
  const box = step.focus ? context.byHandle.get(step.focus)?.node.box : undefined;
  const easing = step.easing === 'linear' && !loop ? 'drift' : step.easing;
  const made: CameraStep = {
    move: step.move,
    ...(box && { focus: { ...box } }),
    ...(easing && { easing }),
    ...(at !== undefined && { at: hundredth(at), duration: hundredth(over) }),
  };
  if (step.move === 'hold') return made;
  if (headingOf(step.move)) {
    const slow = easing === 'drift';
    const most = Math.min(
      limit,
      beside.resting ? SLIGHT : limit,
      alongside ? BESIDE_LAYERS : limit,
      slow ? 1 + SLOW_PER_SECOND * over : limit,
    );
    if (step.amount !== null) made.amount = within(step.amount, FARTHEST, Math.max(FARTHEST, most));
    else if (beside.resting || alongside || slow) made.amount = Math.max(FARTHEST, most);
    if (step.amount !== null && step.amount > most + 1e-6)
      notes.say(heldBack(most, limit, alongside, beside));
  } else {
    const most = Math.min(LONGEST_PAN, PAN_PER_SECOND * over);
    if (step.amount !== null) {
      if (step.amount > most + 1e-6)
        notes.say('The pan was slowed: at most 12 % of the picture’s width a second.');
      made.amount = within(step.amount, 0.02, most);
    } else if (at !== undefined) made.amount = most;
  }
  if (made.amount !== undefined) made.amount = Math.floor(made.amount * 1000 + 1e-6) / 1000;
  return made;
}

function heldBack(most: number, limit: number, alongside: boolean, beside: Beside): string {
  const zoom = `${Math.floor(most * 100) / 100}×`;
  if (beside.resting) return `The zoom was held at ${zoom}: the frame had better stand still.`;
  if (alongside) return `The zoom was held at ${zoom} while layers move.`;
  if (most < limit) return `The zoom was slowed to ${zoom}: at most 4 % a second.`;
  return limit < NEAREST
    ? `The zoom was held at ${zoom}: the still has no more pixels.`
    : `The zoom was held at ${zoom}.`;
}
