import {
  type CameraStep,
  type LayerMotion,
  MAX_LAYERS,
  type Motion,
  type Outline,
  type Overlay,
} from '@animatic/schema';
import type { CameraIntent, OverlayIntent } from '../read/intents.ts';
import { boxOf } from '../read/read-camera.ts';
import type { Event } from './events.ts';
import { hundredth, OVERLAY_SECONDS, PACES, REST, TAP, type Tempering } from './taste.ts';

const MOST_STEPS = 12;
const MOST_OVERLAYS = 16;
const MOST_BOXES = 16;
/** As the choreography has it: when a move that is said for the end begins, of the shot. */
const END_SHARE = 0.62;

export const overlaySeconds = ({ effect, seconds, pace }: OverlayIntent) =>
  (seconds ?? (effect === 'tap' ? TAP : OVERLAY_SECONDS)) * (pace && seconds === undefined ? PACES[pace] : 1);

interface Fit {
  scale: number;
  duration: number;
  outline: Outline;
  temper: Tempering;
}

export function toMotion(events: readonly Event[], fit: Fit): Motion {
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

export function overlay(
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
