import type { Size, Transition } from '@animatic/schema';
import type { DrawItem, DrawList } from './draw-list.ts';
import { ease } from './easing.ts';
import { type Affine, clamp, multiply, scaleMove } from './geometry.ts';
import { SHADOW_OPACITY } from './paint/screen-shadow.ts';
import type { Scene } from './scene.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from './timeline.ts';
import { sampleNumber, sampleTrack } from './track.ts';
import { mixViews, type View, viewMatrix } from './view.ts';

/** In a slide the picture below follows by this share of the way. */
const SLIDE_FOLLOWS = 0.25;
/** The leaving picture reaches this far under the coming one, so that no ground shines through the seam. */
const SEAM = 1;
/** Screens seen from about as near, up to this ratio, pass into one another on the spot. */
const NEAR_ZOOM = 1.15;
/** Share of the view's shorter side that a screen's shadow still shows in. */
const SHADOW_REACH = 0.12;

/**
 * What a clip shows at a time, as drawing instructions.
 *
 * @param seconds from the clip's start; past the end the last picture stands
 * @example sample(timeline, 1.5).items
 */
export function sample(timeline: Timeline, seconds: number): DrawList {
  const at = Math.min(Math.max(0, seconds), timeline.seconds);
  const shot = shotAt(timeline, at);
  const before = timeline.shots[shot.index - 1];
  const span = before?.transition;
  const items: DrawItem[] =
    before && span && at < before.end
      ? between(timeline, before, shot, span, at)
      : [...ground(shot), ...picture(shot, at, cameraAt(shot, at), { x: 0, y: 0 })];
  return { size: timeline.size, items };
}

/** The shot that has begun last. */
export function shotAt(timeline: Timeline, seconds: number): ShotTimeline {
  let found = timeline.shots[0];
  for (const shot of timeline.shots) if (shot.start <= seconds + 1e-9) found = shot;
  if (!found) throw new RangeError('a timeline holds at least one shot');
  return found;
}

function cameraAt(shot: ShotTimeline, seconds: number): View {
  return sampleTrack(shot.camera, seconds - shot.start, mixViews);
}

function ground(...shots: ShotTimeline[]): DrawItem[] {
  return shots.some((shot) => shot.scene.kind === 'screen' || !shot.opaque) ? [{ kind: 'backdrop' }] : [];
}

function frameMatrix(scene: Scene, view: View, shift: { x: number; y: number }): Affine {
  const camera = viewMatrix(view, scene.view);
  return multiply(
    { ...camera, e: camera.e + shift.x, f: camera.f + shift.y },
    scaleMove(scene.scaleX, scene.scaleY, scene.picture.x, scene.picture.y),
  );
}

/** One shot's picture at a time; `shift` is in view pixels. A screen comes with its shadow and rounded corners. */
function picture(shot: ShotTimeline, at: number, view: View, shift: { x: number; y: number }): DrawItem[] {
  const matrix = frameMatrix(shot.scene, view, shift);
  const content = frameItems(shot, at - shot.start, matrix);
  if (shot.scene.kind !== 'screen') return content;
  return [plain(shot.index, 'shadow', matrix), rounded(shot.scene, matrix, content)];
}

function rounded(scene: Scene, matrix: Affine, items: DrawItem[]): DrawItem {
  const radius = scene.corner / scene.scaleX;
  const box = { x: 0, y: 0, width: scene.frame.width, height: scene.frame.height };
  return {
    kind: 'group',
    clip: { box: { box, corners: [radius, radius, radius, radius] }, matrix },
    opacity: 1,
    items,
  };
}

function plain(shot: number, what: 'still' | 'plate' | 'shadow', matrix: Affine): DrawItem {
  const opacity = what === 'shadow' ? SHADOW_OPACITY : 1;
  return { kind: 'bitmap', bitmap: { shot, what }, matrix, offset: { x: 0, y: 0 }, clips: [], opacity };
}

/** At rest the still itself; while layers move the plate and every lifted layer in its pose. */
function frameItems(shot: ShotTimeline, local: number, matrix: Affine): DrawItem[] {
  if (shot.lifted.length === 0 || local >= shot.settled) return [plain(shot.index, 'still', matrix)];
  const tracks = new Map(shot.layers.map((track) => [track.layer, track]));
  const items: DrawItem[] = [plain(shot.index, 'plate', matrix)];
  for (const { layer: id, clips } of shot.lifted) {
    const track = tracks.get(id);
    const opacity = track ? sampleNumber(track.opacity, local) : 1;
    if (opacity <= 0) continue;
    const y = track ? sampleNumber(track.drop, local) : 0;
    items.push({
      kind: 'bitmap',
      bitmap: { shot: shot.index, what: 'layer', layer: id },
      matrix,
      offset: { x: 0, y },
      clips,
      opacity,
    });
  }
  return items;
}

const WAY: Record<Transition['direction'], { x: number; y: number }> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

function between(
  timeline: Timeline,
  before: ShotTimeline,
  after: ShotTimeline,
  span: TransitionSpan,
  at: number,
): DrawItem[] {
  // A spring must not carry the pictures past their place: the ground would show at the far edge.
  const share = clamp(ease(span.easing, (at - after.start) / span.seconds), 0, 1);
  const zooms = [cameraAt(before, at).zoom, cameraAt(after, at).zoom] as const;
  const near = Math.max(...zooms) / Math.min(...zooms) <= NEAR_ZOOM;
  return near && sameScreen(before.scene, after.scene)
    ? withinScreen(before, after, span, share, at)
    : acrossView(timeline, before, after, span, share, at);
}

/** Two screens of one shape in one place: as on a device, the screen stays and its content changes. */
function sameScreen(a: Scene, b: Scene): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) <= 1;
  return (
    a.kind === 'screen' &&
    b.kind === 'screen' &&
    near(a.picture.x, b.picture.x) &&
    near(a.picture.y, b.picture.y) &&
    near(a.picture.width, b.picture.width) &&
    near(a.picture.height, b.picture.height)
  );
}

function withinScreen(
  before: ShotTimeline,
  after: ShotTimeline,
  span: TransitionSpan,
  share: number,
  at: number,
): DrawItem[] {
  const view = mixViews(cameraAt(before, at), cameraAt(after, at), share);
  const { picture: box } = after.scene;
  const size = { width: box.width * view.zoom, height: box.height * view.zoom };
  const { from, to } = shifts(span, share, size);
  const still = { x: 0, y: 0 };
  const matrix = frameMatrix(after.scene, view, still);
  const leaving = frameItems(before, at - before.start, frameMatrix(before.scene, view, from));
  const coming = frameItems(after, at - after.start, frameMatrix(after.scene, view, to));
  const content = span.kind === 'dissolve' ? [...leaving, sheet(coming, share)] : [...leaving, ...coming];
  return [{ kind: 'backdrop' }, plain(after.index, 'shadow', matrix), rounded(after.scene, matrix, content)];
}

function acrossView(
  timeline: Timeline,
  before: ShotTimeline,
  after: ShotTimeline,
  span: TransitionSpan,
  share: number,
  at: number,
): DrawItem[] {
  // A screen does not cover the one before it: that one has to leave the view altogether.
  const whole =
    span.kind === 'slide' && after.scene.kind === 'screen' ? { ...span, kind: 'push' as const } : span;
  const { from, to } = shifts(whole, share, distance(timeline, [before, after], at));
  const leaving = picture(before, at, cameraAt(before, at), from);
  const coming = picture(after, at, cameraAt(after, at), to);
  if (span.kind === 'dissolve')
    return [...ground(before), ...leaving, sheet([...ground(after), ...coming], share)];
  return [...ground(before, after), ...leaving, ...coming];
}

/** How far two pictures travel: the view's size, or for two screens just as far as takes both out of sight. */
function distance(timeline: Timeline, shots: readonly ShotTimeline[], at: number): Size {
  const { width, height } = timeline.size;
  if (shots.some((shot) => shot.scene.kind !== 'screen')) return timeline.size;
  const most = (side: (shot: ShotTimeline) => number) =>
    Math.max(...shots.map((shot) => side(shot) * cameraAt(shot, at).zoom));
  const shadow = Math.min(width, height) * SHADOW_REACH;
  return {
    width: Math.min(width, Math.round((width + most((shot) => shot.scene.picture.width)) / 2 + shadow)),
    height: Math.min(height, Math.round((height + most((shot) => shot.scene.picture.height)) / 2 + shadow)),
  };
}

function sheet(items: DrawItem[], opacity: number): DrawItem {
  return { kind: 'group', clip: null, opacity, items };
}

/** How far the leaving and the coming picture lie from their place, view pixels. */
function shifts(span: TransitionSpan, share: number, size: { width: number; height: number }) {
  const way = WAY[span.direction];
  const none = { x: 0, y: 0 };
  if (span.kind === 'dissolve') return { from: none, to: none };
  const follow = span.kind === 'slide' ? SLIDE_FOLLOWS : 1;
  const behind = (side: number) => Math.max(0, side * share * follow - SEAM);
  return {
    from: { x: way.x * behind(size.width), y: way.y * behind(size.height) },
    to: { x: -way.x * size.width * (1 - share), y: -way.y * size.height * (1 - share) },
  };
}
