import type { CameraStep, Rect } from '@animatic/schema';
import { clamp, middle } from '../geometry.ts';
import { type Scene, toScene } from '../scene.ts';
import type { Keyframe, Track } from '../track.ts';
import { keepInside, type View } from '../view.ts';

/** taste.md: zoom by default. */
export const DEFAULT_ZOOM = 1.12;
/** A target fills this share of the view's width; of its height at most 80 %. */
const TARGET_WIDTH = 0.55;
const TARGET_HEIGHT = 0.8;
/** A held zoom drifts by this share a second. */
export const DRIFT = 0.005;
/** Seconds after the transition into the shot, and before the one out of it, in which the camera rests. */
export const LEAD = 0.25;
export const REST = 0.5;

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
 * One move of the camera as keyframes.
 *
 * @param limit the largest zoom that the captured pixels allow
 */
export type CameraMoveTrack = (
  camera: CameraStep,
  scene: Scene,
  times: CameraTimes,
  limit: number,
) => Track<View>;

/** The view at a zoom, on the focus or where the scene starts, kept inside the picture. */
export function zoomed(scene: Scene, zoom: number, focus: Rect | undefined): View {
  const centre = focus ? middle(toScene(scene, focus)) : { x: scene.start.x, y: scene.start.y };
  return keepInside({ x: centre.x, y: centre.y, zoom }, scene.view, scene.bounds);
}

/** How near the camera goes: the designer's amount, what the focus needs, or the default. */
export function targetZoom(camera: CameraStep, scene: Scene, limit: number): number {
  if (camera.amount !== undefined && camera.amount > 1) return Math.min(limit, camera.amount);
  if (!camera.focus) return Math.min(limit, DEFAULT_ZOOM);
  const target = toScene(scene, camera.focus);
  const fits = Math.min(
    (scene.view.width * TARGET_WIDTH) / Math.max(1, target.width),
    (scene.view.height * TARGET_HEIGHT) / Math.max(1, target.height),
  );
  return clamp(fits, Math.min(1.06, limit), limit);
}

export function key(at: number, value: View, easing: Keyframe<View>['easing']): Keyframe<View> {
  return { at, value, easing };
}
