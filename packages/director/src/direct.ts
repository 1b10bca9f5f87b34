import {
  type CameraStep,
  type LayerMotion,
  MAX_LAYERS,
  type Motion,
  type Outline,
  type Rect,
} from '@animatic/schema';
import { cameraByDefault, familyByDefault, reasonToRest } from './defaults.ts';
import type { Reading } from './phrases.ts';
import { type Intent, readDirection } from './read.ts';
import { standingSeconds } from './standing-seconds.ts';
import type { Target } from './targets.ts';
import { secondsFor, timeEntrances } from './timing.ts';

export interface DirectInput {
  outline: Outline;
  /** The designer's private words; empty for taste's defaults. */
  direction: string;
  shotIndex: number;
  shotCount: number;
  /** Seconds, where the designer has set them; the director suggests them otherwise. */
  duration?: number;
}

export interface Directed {
  motion: Motion;
  /** Seconds. */
  duration: number;
  /** What the words were taken for. */
  readings: Reading[];
  /** The words that nothing was made of. */
  notUnderstood: string[];
}

const LONGEST_SUGGESTED = 6;
const LAST_SHOT_EXTRA = 1;

/**
 * Turns a direction into a motion, by rules. What is not understood changes nothing and is given back.
 *
 * @example direct({ outline, direction: 'zoom in on the total', shotIndex: 0, shotCount: 3 }).motion.camera
 */
export function direct(input: DirectInput): Directed {
  const { outline, direction } = input;
  const intent = readDirection(direction, outline);
  const understood = intent.camera !== undefined || intent.entrances.length > 0;
  const given = input.duration ?? intent.seconds;
  const { camera, entrances, why } = understood
    ? { ...directed(intent, outline), why: null }
    : byTaste(input, given ?? standingSeconds(outline));
  const needed = secondsFor(entrances, outline);
  const last = input.shotIndex === input.shotCount - 1 ? LAST_SHOT_EXTRA : 0;
  const suggested =
    Math.min(LONGEST_SUGGESTED, Math.ceil(Math.max(standingSeconds(outline), needed) * 2) / 2) + last;
  return {
    motion: { camera, layers: entrances, overlays: [], scroll: [] },
    duration: given ?? suggested,
    readings: why ? [...intent.readings, { words: '', meaning: why }] : intent.readings,
    notUnderstood: intent.notUnderstood,
  };
}

function directed(intent: Intent, outline: Outline): { camera: CameraStep[]; entrances: LayerMotion[] } {
  const plans = intent.entrances.flatMap(({ target, effect, how }) =>
    target ? [{ target, effect, pace: how.pace, oneByOne: how.oneByOne }] : [],
  );
  return {
    camera: cameraOf(intent),
    entrances: limited(timeEntrances(plans, outline, plans.length > 1)),
  };
}

function cameraOf({ camera }: Intent): CameraStep[] {
  if (!camera || (camera.move === 'hold' && !camera.focus)) return [];
  const step: CameraStep = {
    move: camera.move,
    ...(camera.amount !== undefined && { amount: camera.amount }),
    ...(camera.focus && { focus: around(camera.focus) }),
  };
  return [step];
}

function around({ members }: Target): Rect {
  const boxes = members.map((one) => one.node.box);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function byTaste(
  { outline, shotIndex, shotCount }: DirectInput,
  seconds: number,
): { camera: CameraStep[]; entrances: LayerMotion[]; why: string | null } {
  const why = reasonToRest(outline, seconds);
  if (why) return { camera: [], entrances: [], why: `held, because ${why}` };
  const family = familyByDefault(outline, shotIndex, shotCount);
  if (!family) return { camera: cameraByDefault(outline, shotIndex), entrances: [], why: null };
  const target = { called: 'the family', members: family.members };
  const plan = { target, effect: 'rise', pace: 'plain', oneByOne: false } as const;
  return { camera: [], entrances: limited(timeEntrances([plan], outline, true)), why: null };
}

/** At most 64 layers move in a shot; the rest stay in the picture. */
function limited(entrances: readonly LayerMotion[]): LayerMotion[] {
  let left = MAX_LAYERS;
  return entrances.flatMap((one) => {
    const layers = one.layers.slice(0, left);
    left -= layers.length;
    return layers.length > 0 ? [{ ...one, layers }] : [];
  });
}
