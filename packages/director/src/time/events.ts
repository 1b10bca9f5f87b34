import type { CameraStep, LayerMotion, Outline, ScrollStep } from '@animatic/schema';
import type { Intent } from '../read/intents.ts';
import { overlaySeconds } from './fit.ts';
import { isCall, scrollTo } from './scroll.ts';
import { sayHowNear, stepBack } from './step-back.ts';
import {
  CALL_LATER,
  FIRST_AT,
  MOVE_AFTER,
  PACES,
  REST,
  TAP,
  TAP_AFTER,
  TAP_BEFORE,
  type Tempering,
} from './taste.ts';
import { cameraSeconds, cameraStep } from './time-camera.ts';
import { stepsOf, timeLayers } from './time-layers.ts';

/** A piece of the shot in its own time: seconds as they come naturally, before they are fitted into the shot. */
export interface Event {
  intent: Intent;
  at: number;
  end: number;
  layers?: LayerMotion[];
  camera?: CameraStep;
  scroll?: ScrollStep;
}

export function inTime(intents: readonly Intent[], outline: Outline, temper: Tempering): Event[] {
  const events: Event[] = [];
  const first = intents.filter((one) => one.place === 'start');
  const late = intents.filter((one) => one.place === 'last' || one.place === 'end');
  const ordered = [
    ...first,
    ...intents.filter((one) => !first.includes(one) && !late.includes(one)),
    ...late,
  ];
  for (const [index, intent] of ordered.entries()) {
    const before = events.at(-1);
    const together = before !== undefined && isTogether(intent, before.intent);
    const back = together ? null : stepBack(events, intent, ordered.slice(index + 1), outline);
    if (back) events.push(back.event);
    const at = together ? before.at : (back?.comesAt ?? startAfter(events, intent));
    const event = eventOf(intent, outline, temper, at, intents);
    const there = events.findLast(({ scroll }) => scroll)?.scroll;
    // “Scroll through the page and stop at the footer”: it is there.
    if (event.scroll && there && event.scroll.to === there.to) continue;
    events.push(event);
  }
  sayHowNear(events, outline);
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
