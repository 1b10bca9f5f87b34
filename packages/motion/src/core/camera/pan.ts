import type { CameraMove, Rect } from '@animatic/schema';
import { middle } from '../geometry.ts';
import { type Scene, toScene } from '../scene.ts';
import { keepInside } from '../view.ts';
import { type CameraMoveTrack, DEFAULT_ZOOM, key, LEAD, REST } from './camera-move.ts';
import { hold } from './hold.ts';

/** A pan's fastest moment, share of the width a second; the drift curve's steepest slope is 1.58. */
const PAN_SPEED = 0.12;
const DRIFT_SLOPE = 1.58;
const PAN_ZOOM = { full: 1.12, page: 1, screen: 1.3 };

/** A pan or a tilt; a hold where there is no room for one. */
export const pan =
  (move: Extract<CameraMove, `pan-${string}` | `tilt-${string}`>): CameraMoveTrack =>
  (camera, scene, times, limit) => {
    const across = move === 'pan-left' || move === 'pan-right';
    const forward = move === 'pan-right' || move === 'tilt-down';
    const side = across ? scene.view.width : scene.view.height;
    const begin = Math.min(times.entered + LEAD, times.duration * 0.4);
    const seconds = Math.max(0.4, times.leaves - REST * 0.6 - begin);
    const fastest = (PAN_SPEED * seconds * scene.view.width) / (DRIFT_SLOPE * side);
    const longPage =
      scene.kind === 'page' &&
      (across ? scene.bounds.width > scene.view.width + 8 : scene.bounds.height > scene.view.height + 8);
    const zoom = longPage
      ? 1
      : Math.min(
          limit,
          camera.amount !== undefined ? 1 + camera.amount : PAN_ZOOM[scene.kind] || DEFAULT_ZOOM,
        );
    const share = Math.min(camera.amount ?? (longPage ? 1 : zoom - 1), fastest);
    if (share <= 0.005 || (!longPage && zoom <= 1.005)) return hold(camera, scene, times, limit);
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
  };

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
