import { type CameraMoveTrack, DEFAULT_ZOOM, key, LEAD, REST, targetZoom, zoomed } from './camera-move.ts';
import { hold } from './hold.ts';

export const pullOut: CameraMoveTrack = (camera, scene, times, limit) => {
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
};
