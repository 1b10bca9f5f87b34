import { type CameraMoveTrack, DRIFT, key, zoomed } from './camera-move.ts';

/** A frozen picture looks like a screenshot: it drifts. */
export const hold: CameraMoveTrack = (camera, scene, times, limit) => {
  const zoom = Math.min(limit, 1 + DRIFT * times.duration);
  if (zoom <= 1) return [key(0, scene.start, 'linear')];
  return [key(0, scene.start, 'drift'), key(times.duration, zoomed(scene, zoom, camera.focus), 'linear')];
};
