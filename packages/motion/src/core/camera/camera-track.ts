import type { CameraStep } from '@animatic/schema';
import { calmed, ease } from '../easing.ts';
import type { Scene } from '../scene.ts';
import type { Keyframe, Track } from '../track.ts';
import { keepInside, mixViews, type View } from '../view.ts';
import type { CameraTimes } from './camera-move.ts';
import { cameraMoveTracks } from './registry.ts';
import { stepsTrack } from './steps.ts';
import { withLayers } from './with-layers.ts';

/** Looks along a move, to see whether its curve strays. */
const SAMPLES = 48;
/** taste.md: the most that the camera zooms. */
const MOST_ZOOM = 2;

/**
 * The camera's keyframes for one shot. It never looks past the picture's edge where the picture fills the view,
 * nor zooms past the captured pixels. One move without a time of its own has the whole shot and is tuned to it;
 * several are laid out one after the other.
 */
export function cameraTrack(steps: readonly CameraStep[], scene: Scene, times: CameraTimes): Track<View> {
  const limit = Math.max(1, Math.min(MOST_ZOOM, scene.sharpest));
  const [camera = { move: 'hold' } satisfies CameraStep, second] = steps;
  const timed = camera.at !== undefined || camera.duration !== undefined;
  const track =
    second || timed
      ? stepsTrack(steps, scene, times, limit)
      : times.settled > 0
        ? withLayers(camera, scene, times, limit)
        : cameraMoveTracks[camera.move](camera, scene, times, limit);
  return track.map((key, index) => {
    const next = track[index + 1];
    const calm = calmed(key.easing);
    return next && calm !== key.easing && strays(key, next, scene, limit) ? { ...key, easing: calm } : key;
  });
}

/** Whether a spring, or a curve that overshoots, would carry the camera past the edge or past the captured pixels. */
function strays(from: Keyframe<View>, to: Keyframe<View>, scene: Scene, limit: number): boolean {
  // Only what the camera rests on is made ready of a page.
  if (scene.kind === 'page') return true;
  const zooms = [from.value.zoom, to.value.zoom];
  return Array.from({ length: SAMPLES }, (_, i) => {
    const view = mixViews(from.value, to.value, ease(from.easing, (i + 0.5) / SAMPLES));
    if (view.zoom > Math.max(limit, ...zooms) + 1e-6) return true;
    // Around a screen there is the ground.
    if (scene.kind === 'screen') return false;
    const kept = keepInside(view, scene.view, scene.bounds);
    const off = Math.max(Math.abs(kept.x - view.x), Math.abs(kept.y - view.y)) * view.zoom;
    return off > 0.01 || view.zoom < Math.min(1, ...zooms) - 1e-6;
  }).includes(true);
}

/** The largest zoom that a track reaches. */
export function largestZoom(track: Track<View>): number {
  return Math.max(...track.map((k) => k.value.zoom));
}
