import type { Rect, Size, Transition } from '@animatic/schema';
import type { DrawItem } from './draw-list.ts';
import { ease } from './easing.ts';
import { clamp } from './geometry.ts';
import type { Scene } from './scene.ts';
import { cameraAt, frameItems, frameMatrix, ground, picture, plain, rounded } from './shot-items.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from './timeline.ts';
import { mixViews } from './view.ts';

/** In a slide the picture below follows by this share of the way. */
const SLIDE_FOLLOWS = 0.25;
/** The leaving picture reaches this far under the coming one, so that no ground shines through the seam. */
const SEAM = 1;
/** Screens seen from about as near, up to this ratio, pass into one another on the spot. */
const NEAR_ZOOM = 1.15;
/** Share of the view's shorter side that a screen's shadow still shows in. */
const SHADOW_REACH = 0.12;

type Way = { x: number; y: number };
const WAY: Record<Transition['direction'], Way> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Two shots while one passes into the other. */
export function between(
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
  const { from, to } = shifts(whole, share, distance(timeline.size, before, after, WAY[span.direction], at));
  const leaving = picture(before, at, cameraAt(before, at), from);
  const coming = picture(after, at, cameraAt(after, at), to);
  if (span.kind === 'dissolve')
    return [...ground(before), ...leaving, sheet([...ground(after), ...coming], share)];
  return [...ground(before, after), ...leaving, ...coming];
}

/** How far two pictures travel: the view's size, or for two screens as far as takes both out of sight, one behind the other. */
function distance(size: Size, before: ShotTimeline, after: ShotTimeline, way: Way, at: number): Size {
  if (before.scene.kind !== 'screen' || after.scene.kind !== 'screen') return size;
  const shadow = Math.round(Math.min(size.width, size.height) * SHADOW_REACH);
  const a = placed(before, at);
  const b = placed(after, at);
  const along = (near: 'x' | 'y', side: 'width' | 'height', forward: boolean) => {
    const [first, second] = forward ? [b, a] : [a, b];
    const end = first[near] + first[side];
    return Math.ceil(Math.max(end, size[side] - second[near], end - second[near])) + shadow;
  };
  return {
    width: along('x', 'width', way.x > 0),
    height: along('y', 'height', way.y > 0),
  };
}

/** Where a shot's whole picture lies in the view. */
function placed(shot: ShotTimeline, at: number): Rect {
  const { a, d, e, f } = frameMatrix(shot.scene, cameraAt(shot, at), { x: 0, y: 0 });
  return { x: e, y: f, width: a * shot.scene.frame.width, height: d * shot.scene.frame.height };
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
