import type { Camera, Rect } from '@animatic/schema';
import { clamp, middle } from './geometry.ts';
import { type Scene, toScene } from './scene.ts';
import type { Keyframe, Track } from './track.ts';
import { keepInside, type View } from './view.ts';

/** taste.md: zoom by default, the most, and the most while layers move. */
const DEFAULT_ZOOM = 1.12;
const MOST_ZOOM = 2;
export const MOST_ZOOM_WITH_LAYERS = 1.04;
/** A target fills this share of the view's width; of its height at most 80 %. */
const TARGET_WIDTH = 0.55;
const TARGET_HEIGHT = 0.8;
/** A held zoom drifts, share a second; a slow zoom passes this much a second at most. */
const DRIFT = 0.005;
const SLOW = 0.04;
/** A pan's fastest moment, share of the width a second; the drift curve's steepest slope is 1.58. */
const PAN_SPEED = 0.12;
const DRIFT_SLOPE = 1.58;
const PAN_ZOOM = { full: 1.12, page: 1, screen: 1.3 };
const LEAD = 0.25;
const REST = 0.5;

/** When the camera may move in a shot, seconds from its start. */
export interface CameraTimes {
  duration: number;
  /** The transition into the shot is over. */
  entered: number;
  /** The transition out of the shot begins. */
  leaves: number;
  /** The layers are at rest; 0 without any that move. */
  settled: number;
}

/**
 * The camera's keyframes for one shot. It never looks past the picture's edge where the picture fills the view,
 * nor zooms past the captured pixels.
 */
export function cameraTrack(camera: Camera, scene: Scene, times: CameraTimes): Track<View> {
  const limit = Math.max(1, Math.min(MOST_ZOOM, scene.sharpest));
  if (times.settled > 0) return withLayers(camera, scene, times, limit);
  switch (camera.move) {
    case 'hold':
      return hold(camera, scene, times, limit);
    case 'push-in':
      return pushIn(camera, scene, times, limit);
    case 'pull-out':
      return pullOut(camera, scene, times, limit);
    default:
      return pan(camera, camera.move, scene, times, limit) ?? hold(camera, scene, times, limit);
  }
}

function zoomed(scene: Scene, zoom: number, focus: Rect | undefined): View {
  const centre = focus ? middle(toScene(scene, focus)) : { x: scene.start.x, y: scene.start.y };
  return keepInside({ x: centre.x, y: centre.y, zoom }, scene.view, scene.bounds);
}

function targetZoom(camera: Camera, scene: Scene, limit: number): number {
  if (camera.amount !== undefined && camera.amount > 1) return Math.min(limit, camera.amount);
  if (!camera.focus) return Math.min(limit, DEFAULT_ZOOM);
  const target = toScene(scene, camera.focus);
  const fits = Math.min(
    (scene.view.width * TARGET_WIDTH) / Math.max(1, target.width),
    (scene.view.height * TARGET_HEIGHT) / Math.max(1, target.height),
  );
  return clamp(fits, Math.min(1.06, limit), limit);
}

function hold(camera: Camera, scene: Scene, times: CameraTimes, limit: number): Track<View> {
  const from = 0;
  const seconds = times.duration - from;
  const zoom = Math.min(limit, 1 + DRIFT * seconds);
  if (zoom <= 1) return [key(0, scene.start, 'linear')];
  return [key(from, scene.start, 'drift'), key(times.duration, zoomed(scene, zoom, camera.focus), 'linear')];
}

/** Camera or layers: a shot whose layers move gets at most a slow 1.04, a hold drifts only once they rest. */
function withLayers(camera: Camera, scene: Scene, times: CameraTimes, limit: number): Track<View> {
  const most = Math.min(limit, MOST_ZOOM_WITH_LAYERS);
  if (camera.move === 'push-in' || camera.move === 'pull-out') {
    const near = zoomed(scene, most, camera.focus);
    const [first, last] = camera.move === 'push-in' ? [scene.start, near] : [near, scene.start];
    return [key(0, first, 'drift'), key(times.duration, last, 'linear')];
  }
  const rest = times.duration - times.settled;
  const zoom = Math.min(most, 1 + DRIFT * rest);
  if (rest < 0.4 || zoom <= 1) return [key(0, scene.start, 'linear')];
  return [
    key(times.settled, scene.start, 'drift'),
    key(times.duration, zoomed(scene, zoom, camera.focus), 'linear'),
  ];
}

function pushIn(camera: Camera, scene: Scene, times: CameraTimes, limit: number): Track<View> {
  const begin = Math.min(times.entered + LEAD, times.duration * 0.4);
  const room = Math.max(0.4, times.leaves - REST - begin);
  const wanted = targetZoom(camera, scene, limit);
  const slow = wanted <= DEFAULT_ZOOM + 1e-9;
  const zoom = slow ? Math.min(wanted, 1 + SLOW * room) : wanted;
  if (zoom <= 1.001) return hold(camera, scene, times, limit);
  const seconds = slow ? room : Math.min(room, 1 + Math.log2(zoom) * 1.4);
  const near = zoomed(scene, zoom, camera.focus);
  const end = begin + seconds;
  const drifted = Math.min(limit, zoom * (1 + DRIFT * (times.duration - end)));
  const track = [
    key(begin, scene.start, camera.easing ?? (slow ? 'drift' : 'travel')),
    key(end, near, 'drift'),
  ];
  if (times.duration - end > 0.3 && drifted > zoom)
    track.push(
      key(times.duration, keepInside({ ...near, zoom: drifted }, scene.view, scene.bounds), 'linear'),
    );
  return track;
}

function pullOut(camera: Camera, scene: Scene, times: CameraTimes, limit: number): Track<View> {
  const zoom = targetZoom(camera, scene, limit);
  if (zoom <= 1.001) return hold(camera, scene, times, limit);
  const begin = Math.min(times.entered + LEAD, times.duration * 0.4);
  const room = Math.max(0.4, times.leaves - REST - begin);
  const slow = zoom <= DEFAULT_ZOOM + 1e-9;
  const seconds = slow ? room : Math.min(room, 1 + Math.log2(zoom) * 1.4);
  return [
    key(begin, zoomed(scene, zoom, camera.focus), camera.easing ?? (slow ? 'drift' : 'travel')),
    key(begin + seconds, scene.start, 'linear'),
  ];
}

function pan(
  camera: Camera,
  move: 'pan-left' | 'pan-right' | 'pan-up' | 'pan-down',
  scene: Scene,
  times: CameraTimes,
  limit: number,
): Track<View> | null {
  const across = move === 'pan-left' || move === 'pan-right';
  const forward = move === 'pan-right' || move === 'pan-down';
  const side = across ? scene.view.width : scene.view.height;
  const begin = Math.min(times.entered + LEAD, times.duration * 0.4);
  const seconds = Math.max(0.4, times.leaves - REST * 0.6 - begin);
  const fastest = (PAN_SPEED * seconds * scene.view.width) / (DRIFT_SLOPE * side);
  const longPage =
    scene.kind === 'page' &&
    (across ? scene.bounds.width > scene.view.width + 8 : scene.bounds.height > scene.view.height + 8);
  const zoom = longPage
    ? 1
    : Math.min(limit, camera.amount !== undefined ? 1 + camera.amount : PAN_ZOOM[scene.kind] || DEFAULT_ZOOM);
  const share = Math.min(camera.amount ?? (longPage ? 1 : zoom - 1), fastest);
  if (share <= 0.005 || (!longPage && zoom <= 1.005)) return null;
  const travel = (share * side) / zoom;
  const centre = startOfPan(camera.focus, scene, zoom, travel, across, forward, longPage);
  const shift = forward ? travel : -travel;
  const from = keepInside({ ...centre, zoom }, scene.view, scene.bounds);
  const to = keepInside(
    across ? { ...from, x: from.x + shift } : { ...from, y: from.y + shift },
    scene.view,
    scene.bounds,
  );
  return [key(begin, from, camera.easing ?? 'drift'), key(begin + seconds, to, 'linear')];
}

/** A pan ends with its focus in the middle; without one it crosses the picture's middle, over a page from its start. */
function startOfPan(
  focus: Rect | undefined,
  scene: Scene,
  zoom: number,
  travel: number,
  across: boolean,
  forward: boolean,
  longPage: boolean,
): { x: number; y: number } {
  const back = forward ? -travel : travel;
  if (focus) {
    const end = keepInside({ ...middle(toScene(scene, focus)), zoom }, scene.view, scene.bounds);
    return across ? { x: end.x + back, y: end.y } : { x: end.x, y: end.y + back };
  }
  const { x, y } = scene.start;
  if (longPage) return across ? { x: forward ? x : x + travel, y } : { x, y: forward ? y : y + travel };
  return across ? { x: x + back / 2, y } : { x, y: y + back / 2 };
}

function key(at: number, value: View, easing: Keyframe<View>['easing']): Keyframe<View> {
  return { at, value, easing };
}

/** The largest zoom that a track reaches. */
export function largestZoom(track: Track<View>): number {
  return Math.max(...track.map((k) => k.value.zoom));
}
