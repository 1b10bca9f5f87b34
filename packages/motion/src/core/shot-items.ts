import type { DrawItem } from './draw-list.ts';
import { poseAt } from './effects/layer-tracks.ts';
import { AT_REST, moved } from './effects/pose.ts';
import { type Affine, mix, multiply, scaleMove } from './geometry.ts';
import { overlayItems } from './overlays/registry.ts';
import { SHADOW_OPACITY } from './paint/screen-shadow.ts';
import type { Scene } from './scene.ts';
import type { ShotTimeline, Timeline } from './timeline.ts';
import { sampleTrack } from './track.ts';
import { mixViews, type View, viewMatrix } from './view.ts';

/** Where the camera is at a time of the clip, seconds. */
export function cameraAt(shot: ShotTimeline, seconds: number): View {
  return sampleTrack(shot.camera, seconds - shot.start, mixViews);
}

/** The clip's ground, where something of it can show beside or through these shots; nothing in a transparent clip. */
export function ground(timeline: Timeline, ...shots: ShotTimeline[]): DrawItem[] {
  if (timeline.ground === 'transparent') return [];
  return shots.some((shot) => shot.scene.kind === 'screen' || !shot.opaque) ? [{ kind: 'backdrop' }] : [];
}

/** Frame pixels to view pixels, `shift` view pixels away. */
export function frameMatrix(scene: Scene, view: View, shift: { x: number; y: number }): Affine {
  const camera = viewMatrix(view, scene.view);
  return multiply(
    { ...camera, e: camera.e + shift.x, f: camera.f + shift.y },
    scaleMove(scene.scaleX, scene.scaleY, scene.picture.x, scene.picture.y),
  );
}

/** One shot's picture at a time; `shift` is in view pixels. A screen comes with its shadow and rounded corners. */
export function picture(
  shot: ShotTimeline,
  at: number,
  view: View,
  shift: { x: number; y: number },
): DrawItem[] {
  const matrix = frameMatrix(shot.scene, view, shift);
  const content = frameItems(shot, at - shot.start, matrix);
  if (shot.scene.kind !== 'screen') return content;
  return [plain(shot.index, 'shadow', matrix), rounded(shot.scene, matrix, content)];
}

/** Items within the rounded corners of a screen. */
export function rounded(scene: Scene, matrix: Affine, items: DrawItem[]): DrawItem {
  const radius = scene.corner / scene.scaleX;
  return {
    kind: 'group',
    clip: { box: { box: scene.window, corners: [radius, radius, radius, radius] }, matrix },
    opacity: 1,
    items,
  };
}

/** One of a shot's whole bitmaps, in its place. */
export function plain(shot: number, what: 'still' | 'plate' | 'shadow', matrix: Affine): DrawItem {
  const opacity = what === 'shadow' ? SHADOW_OPACITY : 1;
  return { ...bitmap, bitmap: { shot, what }, matrix, place: matrix, opacity };
}

const bitmap = { kind: 'bitmap', clips: [], cuts: [], blur: 0, opacity: 1 } as const;

/** At rest the still itself; while layers move the plate and every lifted layer in its pose; what is drawn over it last. */
export function frameItems(shot: ShotTimeline, local: number, matrix: Affine): DrawItem[] {
  const { scroll } = shot;
  if (!scroll) return contentItems(shot, local, matrix, matrix);
  const scrolled = sampleTrack(scroll.track, local, mix);
  const items = contentItems(shot, local, multiply(matrix, moved(0, -scrolled)), matrix);
  const box = { x: 0, y: 0, ...scroll.viewport };
  return [{ kind: 'group', clip: { box: { box, corners: [0, 0, 0, 0] }, matrix }, opacity: 1, items }];
}

/** `matrix` is the content's, which may have scrolled; fixed layers stand in `window`. */
function contentItems(shot: ShotTimeline, local: number, matrix: Affine, window: Affine): DrawItem[] {
  const over = overlayItems(shot, local, matrix);
  const fixed = shot.scroll?.fixed;
  const poses = new Map(shot.layers.map((track) => [track.layer, poseAt(track, local)]));
  const inPlace = [...poses.values()].every((pose) => pose === AT_REST);
  if (inPlace && !fixed?.size) return [plain(shot.index, 'still', matrix), ...over];
  const items: DrawItem[] = [plain(shot.index, 'plate', matrix)];
  const above: DrawItem[] = [];
  for (const { layer, clips } of shot.lifted) {
    const { opacity, matrix: own, blur, cuts } = poses.get(layer) ?? AT_REST;
    if (opacity <= 0) continue;
    const stays = fixed?.get(layer);
    const place = stays === undefined ? matrix : multiply(window, moved(0, stays));
    (stays === undefined ? items : above).push({
      kind: 'bitmap',
      bitmap: { shot: shot.index, what: 'layer', layer },
      matrix: multiply(place, own),
      place,
      clips,
      cuts,
      blur,
      opacity,
    });
  }
  return [...items, ...above, ...over];
}
