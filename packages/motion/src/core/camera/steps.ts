import type { CameraStep, Rect } from '@animatic/schema';
import { clamp, middle } from '../geometry.ts';
import { type Scene, toScene } from '../scene.ts';
import type { Keyframe, Track } from '../track.ts';
import { keepInside, type View } from '../view.ts';
import { type CameraTimes, DRIFT, key, LEAD, REST, targetZoom } from './camera-move.ts';
import { MOST_ZOOM_WITH_LAYERS } from './with-layers.ts';

/** A rest that the words ask for without a length, and the one between two moves. */
const BEAT = 0.8;
const BETWEEN = 0.5;
const SHORTEST = 0.35;
/** What a pan or tilt travels without an amount, share of the view; a pan's fastest moment, share of the width a second. */
const PAN_SHARE = 0.2;
const PAN_SPEED = 0.12;
/** The steepest slopes of the drift and the travel curve. */
const DRIFT_SLOPE = 1.58;
const PAN_ZOOM = 1.3;

/** A step with the view that it ends on and the seconds that it would like to have. */
interface Planned {
  step: CameraStep;
  to: View;
  seconds: number;
}

/**
 * Several moves in one shot, or moves with times of their own: each begins where the one before has left the camera,
 * and it rests between. What has no time shares the shot's out; a step of no length is where the camera starts.
 *
 * @param limit the largest zoom that the captured pixels allow
 */
export function stepsTrack(
  steps: readonly CameraStep[],
  scene: Scene,
  times: CameraTimes,
  limit: number,
): Track<View> {
  const first = startOf(steps[0], scene, limit);
  const planned: Planned[] = [];
  let view = first;
  for (const step of steps) {
    const to =
      step === steps[0] && startsAtFocus(step)
        ? scene.start
        : viewAfter(step, view, scene, mostOf(step, times, limit));
    planned.push({ step, to, seconds: step.duration ?? nominal(step, view, to, scene) });
    view = to;
  }
  return keyed(planned, first, scene, times, limit);
}

/** Camera or layers: while layers move it zooms a little at most, unless the designer says how much. */
function mostOf(step: CameraStep, times: CameraTimes, limit: number): number {
  const alone = times.settled === 0 || (step.at !== undefined && step.at >= times.settled - 0.15);
  return alone || step.amount !== undefined ? limit : Math.min(limit, MOST_ZOOM_WITH_LAYERS);
}

/** A first step that pulls out begins near; one that pans begins where there is room to go. */
function startOf(step: CameraStep | undefined, scene: Scene, limit: number): View {
  if (step?.move === 'pull-out') return at(scene, step.focus, targetZoom(step, scene, limit), scene.start);
  if (step?.move.startsWith('pan') || step?.move.startsWith('tilt')) {
    const back = way(step);
    const zoom = scene.kind === 'page' ? 1 : Math.min(limit, PAN_ZOOM);
    const share = Math.min(step.amount ?? PAN_SHARE, 1);
    const centre = step.focus ? middle(toScene(scene, step.focus)) : scene.start;
    const part = step.focus ? 1 : 0.5;
    return keepInside(
      {
        x: centre.x - (back.x * share * scene.view.width * part) / zoom,
        y: centre.y - (back.y * share * scene.view.height * part) / zoom,
        zoom,
      },
      scene.view,
      scene.bounds,
    );
  }
  return scene.start;
}

const startsAtFocus = (step: CameraStep): boolean => step.move === 'pull-out';

function at(scene: Scene, focus: Rect | undefined, zoom: number, from: { x: number; y: number }): View {
  const centre = focus ? middle(toScene(scene, focus)) : from;
  return keepInside({ x: centre.x, y: centre.y, zoom }, scene.view, scene.bounds);
}

function way({ move }: CameraStep): { x: number; y: number } {
  if (move === 'pan-left') return { x: -1, y: 0 };
  if (move === 'pan-right') return { x: 1, y: 0 };
  if (move === 'tilt-up') return { x: 0, y: -1 };
  return { x: 0, y: 1 };
}

/** Where a step ends. */
function viewAfter(step: CameraStep, view: View, scene: Scene, limit: number): View {
  switch (step.move) {
    case 'hold':
      return view;
    case 'pull-out':
      return step.focus
        ? at(scene, step.focus, Math.min(view.zoom, Math.max(1, step.amount ?? 1)), view)
        : scene.start;
    case 'push-in': {
      const zoom = Math.max(Math.min(view.zoom, limit), targetZoom(step, scene, limit));
      return at(scene, step.focus, zoom, view);
    }
    case 'dolly':
      return at(scene, step.focus, targetZoom(step, scene, limit), view);
    default: {
      if (step.focus) return at(scene, step.focus, view.zoom, view);
      const { x, y } = way(step);
      const share = Math.min(step.amount ?? PAN_SHARE, 1);
      const to = {
        x: view.x + (x * share * scene.view.width) / view.zoom,
        y: view.y + (y * share * scene.view.height) / view.zoom,
        zoom: view.zoom,
      };
      return keepInside(to, scene.view, scene.bounds);
    }
  }
}

/** The seconds that a move wants, so that it is neither rushed nor dragged. */
function nominal(step: CameraStep, from: View, to: View, scene: Scene): number {
  if (step.move === 'hold') return BEAT;
  const zoom = Math.abs(Math.log2(to.zoom / from.zoom));
  const near = Math.max(from.zoom, to.zoom);
  const travel = Math.hypot(
    ((to.x - from.x) * near) / scene.view.width,
    ((to.y - from.y) * near) / scene.view.height,
  );
  if (zoom < 0.01) {
    const pans = step.move.startsWith('pan') || step.move.startsWith('tilt');
    return Math.max(0.8, pans ? (travel * DRIFT_SLOPE) / PAN_SPEED / 2 : 0.7 + travel * 1.2);
  }
  return 0.8 + zoom * 1.4 + travel * 0.4;
}

/** Lays the steps out in time and turns them into keyframes. */
function keyed(
  planned: readonly Planned[],
  first: View,
  scene: Scene,
  times: CameraTimes,
  limit: number,
): Track<View> {
  const begin = Math.min(times.entered + LEAD, times.duration * 0.3);
  const end = Math.max(begin + SHORTEST, times.leaves - REST * 0.6);
  const rests = planned.map(({ step }, index) => {
    const next = planned[index + 1];
    return next &&
      step.move !== 'hold' &&
      next.step.move !== 'hold' &&
      next.step.at === undefined &&
      step.duration !== 0
      ? BETWEEN
      : 0;
  });
  const free = planned.reduce(
    (sum, { step, seconds }, index) => sum + (step.at === undefined ? seconds + (rests[index] ?? 0) : 0),
    0,
  );
  const squeeze = Math.min(1, (end - begin) / Math.max(0.01, free));
  const track: Keyframe<View>[] = [];
  let clock = begin;
  let view = first;
  for (const [index, { step, to, seconds }] of planned.entries()) {
    const own = step.at !== undefined;
    const from = Math.max(own ? (step.at ?? 0) : clock, track.at(-1)?.at ?? 0);
    const length = own || step.duration !== undefined ? seconds : seconds * squeeze;
    const until = Math.min(from + length, Math.max(from, times.leaves));
    if (step.duration === 0) {
      track.length = 0;
      track.push(key(from, to, 'linear'));
    } else if (step.move !== 'hold') {
      track.push(key(from, view, step.easing ?? easingOf(view, to)), key(until, to, 'linear'));
    }
    view = to;
    clock = until + (rests[index] ?? 0) * squeeze;
  }
  if (track.length === 0) track.push(key(0, first, 'linear'));
  return drifting(track, scene, times, limit);
}

/** Slow moves drift, fast ones travel. */
const easingOf = (from: View, to: View) =>
  Math.abs(Math.log2(to.zoom / from.zoom)) < 0.17 ? 'drift' : 'travel';

/** taste.md: a zoom that is held drifts, or it looks like a screenshot. */
function drifting(track: Keyframe<View>[], scene: Scene, times: CameraTimes, limit: number): Track<View> {
  const last = track.at(-1);
  if (!last || last.value.zoom <= 1.001) return track;
  const seconds = times.duration - last.at;
  const zoom = clamp(last.value.zoom * (1 + DRIFT * seconds), last.value.zoom, limit);
  if (seconds < 0.3 || zoom <= last.value.zoom) return track;
  const near = keepInside({ ...last.value, zoom }, scene.view, scene.bounds);
  return [...track.slice(0, -1), key(last.at, last.value, 'drift'), key(times.duration, near, 'linear')];
}
