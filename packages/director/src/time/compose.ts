import {
  type CameraStep,
  type LayerMotion,
  MAX_LAYERS,
  type Motion,
  type Outline,
  type Overlay,
  type ScrollStep,
} from '@animatic/schema';
import { headlineOf, type Placed, wordsOf } from '../find/outline.ts';
import type { CameraIntent, Intent, OverlayIntent } from '../read/intents.ts';
import { boxOf } from '../read/read-camera.ts';
import { standingSeconds } from '../standing-seconds.ts';
import { isCall, scrollTo } from './scroll.ts';
import {
  CALL_LATER,
  FIRST_AT,
  hundredth,
  largestOf,
  OVER_BY,
  PACES,
  TAP,
  TAP_AFTER,
  TAP_BEFORE,
  type Tempering,
} from './taste.ts';
import { cameraSeconds, cameraStep } from './time-camera.ts';
import { stepsOf, timeLayers } from './time-layers.ts';

/** A piece of the shot in its own time: seconds as they come naturally, before they are fitted into the shot. */
interface Event {
  intent: Intent;
  at: number;
  end: number;
  layers?: LayerMotion[];
  camera?: CameraStep;
  scroll?: ScrollStep;
}

export interface Composed {
  motion: Motion;
  /** Seconds that the motion takes with its rest. */
  needed: number;
}

const REST = 0.8;
const MOVE_AFTER = 0.35;
const OVERLAY_SECONDS = 1.6;
const MOST_STEPS = 12;
const MOST_OVERLAYS = 16;
const MOST_BOXES = 16;
/** As the choreography has it: when a move that is said for the end begins, of the shot. */
const END_SHARE = 0.62;

/**
 * Puts intents into the time of a shot: one after another, or at the same time where they were said so; what is for
 * the end at the end. Without a length the motion gets the time it needs.
 */
export function compose(
  intents: readonly Intent[],
  outline: Outline,
  temper: Tempering,
  seconds: number | undefined,
): Composed {
  const events = inTime(intents, outline, temper);
  const end = Math.max(0, ...events.map((event) => event.end));
  const layersOnly = events.every(({ intent }) => intent.kind === 'layers' && intent.phase !== 'leave');
  const entered = Math.max(
    0,
    ...events
      .filter(({ intent }) => intent.kind === 'layers' && intent.phase === 'enter')
      .map((event) => event.end),
  );
  const words = wordsOf(headlineOf(outline)?.node.text).length;
  const standing = Math.max(1.2, words / 3 + 0.8);
  const needed =
    end === 0
      ? 0
      : Math.max(layersOnly ? end / OVER_BY : end + REST, entered > 0 ? Math.min(entered + standing, 12) : 0);
  const duration = seconds ?? Math.ceil(Math.max(needed, standingSeconds(outline)) * 2) / 2;
  const most = layersOnly ? duration * OVER_BY : duration - Math.min(REST / 2, duration * 0.1);
  const scale = end > most && end > 0 ? most / end : 1;
  return { motion: toMotion(events, { scale, duration, outline, temper }), needed };
}

function inTime(intents: readonly Intent[], outline: Outline, temper: Tempering): Event[] {
  const events: Event[] = [];
  const first = intents.filter((one) => one.place === 'start');
  const late = intents.filter((one) => one.place === 'last' || one.place === 'end');
  const ordered = [
    ...first,
    ...intents.filter((one) => !first.includes(one) && !late.includes(one)),
    ...late,
  ];
  for (const intent of ordered) {
    const before = events.at(-1);
    const together = before !== undefined && isTogether(intent, before.intent);
    const at = together ? before.at : startAfter(events, intent);
    events.push(eventOf(intent, outline, temper, at, intents));
  }
  return events;
}

function isTogether(intent: Intent, before: Intent): boolean {
  if (intent.join === 'while') return true;
  if (intent.join === 'and' && intent.kind === 'overlay' && before.kind === 'overlay')
    return intent.effect !== 'tap' && before.effect !== 'tap';
  // “Push in and the cards rise” happens at once; two things of a kind follow each other.
  return (
    intent.join === 'and' &&
    (intent.kind === 'camera') !== (before.kind === 'camera') &&
    intent.kind !== 'rest' &&
    before.kind !== 'rest' &&
    intent.kind !== 'overlay'
  );
}

/** When what comes next may begin: layers overlap a little, a camera waits until they have come. */
function startAfter(events: readonly Event[], intent: Intent): number {
  const before = events.at(-1);
  if (!before) return (intent.kind === 'camera' || intent.kind === 'scroll') && intent.starts ? 0 : FIRST_AT;
  const end = Math.max(...events.map((event) => event.end));
  if (intent.kind === 'layers' && before.layers) {
    const last = Math.max(
      ...before.layers.map(
        (one) =>
          one.at +
          one.stagger * (one.layers.length - 1) +
          one.duration * (intent.join === 'then' ? 0.7 : 0.4),
      ),
    );
    const members = intent.target.members;
    const call = members.length === 1 && members[0] && isCall(members[0].node) ? CALL_LATER : 0;
    return Math.max(last + 0.15 + call, before.at);
  }
  if (intent.kind === 'rest') return end;
  if (intent.kind === 'overlay') return end + (intent.effect === 'tap' ? TAP_BEFORE : 0.15);
  if (before.intent.kind === 'rest') return end;
  if (before.intent.kind === 'overlay' && before.intent.effect === 'tap')
    return before.at + TAP + (intent.kind === 'camera' ? Math.min(TAP_AFTER, 0.4) : 0.1);
  if ((before.intent.kind === 'camera' || before.intent.kind === 'scroll') && before.intent.starts)
    return before.end + 0.5;
  return end + (intent.kind === 'camera' ? MOVE_AFTER : 0.1);
}

function eventOf(
  intent: Intent,
  outline: Outline,
  temper: Tempering,
  at: number,
  all: readonly Intent[],
): Event {
  switch (intent.kind) {
    case 'layers': {
      const layers = timeLayers(intent, outline, temper, at);
      return {
        intent,
        at,
        layers,
        end: Math.max(
          ...layers.map((one) => one.at + one.duration + one.stagger * stepsOf(one, intent.target.members)),
        ),
      };
    }
    case 'camera': {
      const beside =
        all.some(
          (one) =>
            one !== intent && one.kind === 'layers' && (isTogether(one, intent) || isTogether(intent, one)),
        ) &&
        (intent.join === 'while' ||
          all.some((one) => one.kind === 'layers' && one.join === 'while') ||
          intent.join === 'and');
      return {
        intent,
        at,
        camera: cameraStep(intent, temper, beside),
        end: at + cameraSeconds(intent, temper),
      };
    }
    case 'scroll': {
      const scroll = scrollTo(intent, outline);
      if (intent.starts) return { intent, at: 0, end: 0, scroll: scroll.step };
      const length = intent.seconds ?? scroll.seconds * (intent.pace ? PACES[intent.pace] : 1);
      return {
        intent,
        at,
        scroll: scroll.step,
        ...(scroll.camera && { camera: scroll.camera }),
        end: at + length,
      };
    }
    case 'overlay':
      return { intent, at, end: at + overlaySeconds(intent) * (intent.times ?? 1) };
    case 'rest':
      return { intent, at, end: at + (intent.seconds ?? REST) };
  }
}

const overlaySeconds = ({ effect, seconds, pace }: OverlayIntent) =>
  (seconds ?? (effect === 'tap' ? TAP : OVERLAY_SECONDS)) * (pace && seconds === undefined ? PACES[pace] : 1);

interface Fit {
  scale: number;
  duration: number;
  outline: Outline;
  temper: Tempering;
}

function toMotion(events: readonly Event[], fit: Fit): Motion {
  const moves = events.filter(({ camera }) => camera);
  const others = events.length - moves.length;
  const lone = moves.length === 1 && others === 0;
  const shift = latest(events, fit);
  const time = (seconds: number) => hundredth(Math.max(0, seconds * fit.scale));
  const camera: CameraStep[] = [];
  for (const event of events) {
    const move = shift.get(event) ?? 0;
    if (event.camera) {
      const intent = event.intent as CameraIntent;
      const whole = lone && intent.seconds === undefined && intent.place !== 'end' && !intent.starts;
      camera.push(
        whole
          ? event.camera
          : { ...event.camera, at: hundredth(time(event.at) + move), duration: time(event.end - event.at) },
      );
    } else if (event.intent.kind === 'rest' && moves.length > 0 && isBetween(event, events))
      camera.push({
        move: 'hold',
        at: hundredth(time(event.at) + move),
        duration: time(event.end - event.at),
      });
  }
  const layers = limited(
    events.flatMap((event) =>
      (event.layers ?? []).map((one) => ({
        ...one,
        at: hundredth(time(one.at) + (shift.get(event) ?? 0)),
        duration: time(one.duration),
        stagger: Math.round(one.stagger * fit.scale * 1000) / 1000,
      })),
    ),
  );
  const overlays = events.flatMap((event) =>
    event.intent.kind === 'overlay'
      ? repeated(overlay(event, event.intent, time, shift.get(event) ?? 0, fit), event.intent.times ?? 1)
      : [],
  );
  const scroll = events.flatMap((event) =>
    event.scroll
      ? [
          {
            ...event.scroll,
            at: hundredth(time(event.at) + (shift.get(event) ?? 0)),
            duration: time(event.end - event.at),
          },
        ]
      : [],
  );
  return {
    camera: camera.slice(0, MOST_STEPS),
    layers,
    overlays: overlays.slice(0, MOST_OVERLAYS),
    scroll: scroll.slice(0, MOST_STEPS),
  };
}

/** A rest before, between or after moves of the camera is a step of its own. */
function isBetween(event: Event, events: readonly Event[]): boolean {
  return events.some((one) => one.camera && one !== event);
}

/** What is for the end, and what leaves, is moved there: by how many seconds each event goes. */
function latest(events: readonly Event[], { scale, duration }: Fit): Map<Event, number> {
  const shift = new Map<Event, number>();
  const tail: Event[] = [];
  for (const event of [...events].reverse()) {
    const leaves =
      event.intent.kind === 'layers' && event.intent.phase === 'leave' && event.intent.join !== 'then';
    if (event.intent.place !== 'end' && !(leaves && tail.length === 0 && events.length === 1)) break;
    tail.unshift(event);
  }
  const [first] = tail;
  const end = Math.max(0, ...tail.map((event) => event.end)) * scale;
  const room =
    duration -
    end -
    (first?.intent.kind === 'layers' && first.intent.phase === 'leave'
      ? 0.15
      : Math.min(REST, duration * 0.15));
  if (!first || room <= 0) return shift;
  const wanted = Math.max(0, Math.min(room, duration * END_SHARE - first.at * scale));
  const by = first.intent.kind === 'layers' && first.intent.phase === 'leave' ? room : wanted;
  for (const event of tail) shift.set(event, by);
  return shift;
}

function overlay(
  event: Event,
  intent: OverlayIntent,
  time: (n: number) => number,
  shift: number,
  { duration }: Fit,
): Overlay {
  const boxes = intent.target.members.slice(0, MOST_BOXES).map(({ node }) => ({ ...node.box }));
  const at = hundredth(time(event.at) + shift);
  const own = time(event.end - event.at);
  // A highlight that nothing follows stays until the shot ends.
  const last = intent.effect !== 'tap' && intent.seconds === undefined;
  return {
    effect: intent.effect,
    boxes: boxes.length > 0 ? boxes : [boxOf(intent.target)],
    at,
    duration: last ? hundredth(Math.max(own, Math.min(duration - at, own * 1.5))) : own,
  };
}

/** Taps again, each after the other. */
function repeated(one: Overlay, times: number): Overlay[] {
  const each = one.duration / times;
  return Array.from({ length: times }, (_, index) => ({
    ...one,
    at: hundredth(one.at + index * each),
    duration: hundredth(each),
  }));
}

/** At most 64 layers move in a shot; the rest stay in the picture. */
function limited(motions: LayerMotion[]): LayerMotion[] {
  const known = new Set<string>();
  return motions.flatMap((one) => {
    const layers = one.layers.filter((id) => known.has(id) || (known.size < MAX_LAYERS && known.add(id)));
    return layers.length > 0 ? [{ ...one, layers }] : [];
  });
}

export function memberIds(members: readonly Placed[]): string[] {
  return members.map(({ node }) => node.id);
}
export { largestOf };
