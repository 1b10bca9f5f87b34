import { type CameraMoveTrack, DRIFT, key, zoomed } from './camera-move.ts';

/** taste.md: the most that the camera zooms while layers move. */
export const MOST_ZOOM_WITH_LAYERS = 1.04;

/** Camera or layers: a shot whose layers move gets at most a slow 1.04, a hold drifts only once they rest. */
export const withLayers: CameraMoveTrack = (camera, scene, times, limit) => {
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
};
