import type { CameraStep } from '@animatic/schema';
import type { Scene } from '../scene.ts';
import type { Track } from '../track.ts';
import type { View } from '../view.ts';
import type { CameraTimes } from './camera-move.ts';
import { cameraMoveTracks } from './registry.ts';
import { stepsTrack } from './steps.ts';
import { withLayers } from './with-layers.ts';

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
  if (second || timed) return stepsTrack(steps, scene, times, limit);
  if (times.settled > 0) return withLayers(camera, scene, times, limit);
  return cameraMoveTracks[camera.move](camera, scene, times, limit);
}

/** The largest zoom that a track reaches. */
export function largestZoom(track: Track<View>): number {
  return Math.max(...track.map((k) => k.value.zoom));
}
