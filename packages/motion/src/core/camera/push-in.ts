import { keepInside } from '../view.ts';
import {
  type CameraMoveTrack,
  DEFAULT_ZOOM,
  DRIFT,
  key,
  LEAD,
  REST,
  targetZoom,
  zoomed,
} from './camera-move.ts';
import { hold } from './hold.ts';

/** A slow zoom passes this much a second at most. */
const SLOW = 0.04;

export const pushIn: CameraMoveTrack = (camera, scene, times, limit) => {
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
};
