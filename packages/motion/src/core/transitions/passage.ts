import type { Direction, Rect, Size } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import type { Scene } from '../scene.ts';
import { cameraAt, frameItems, frameMatrix, ground, picture, plain, rounded } from '../shot-items.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from '../timeline.ts';
import { mixViews, type View } from '../view.ts';
import { toView } from './smart/place.ts';

/** Two shots while one passes into the other. */
export interface Passage {
  timeline: Timeline;
  before: ShotTimeline;
  after: ShotTimeline;
  span: TransitionSpan;
  /** How far it has come, by its curve: 0 to 1; springs may pass 1 between. */
  share: number;
  /** The same for what must neither pass its end nor turn back: always 0 to 1, and a spring does not swing in it. */
  settled: number;
  /** Seconds in the clip for each of the two: they differ where the clip's end passes into its beginning. */
  at: { before: number; after: number };
}

/** A kind of transition as drawing instructions, bottom to top: a new one is a file, its name in the schema, a line in the registry. */
export type TransitionItems = (passage: Passage) => DrawItem[];

/** View pixels that a picture lies away from its place. */
export interface Shift {
  x: number;
  y: number;
}
export const IN_PLACE: Shift = { x: 0, y: 0 };

export const WAY: Record<Direction, Shift> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Screens seen from about as near, up to this ratio, pass into one another on the spot. */
const NEAR_ZOOM = 1.15;
/** Share of the view's shorter side that a screen's shadow still shows in. */
const SHADOW_REACH = 0.12;

/** Two screens of one shape in one place: as on a device, the screen stays and its content changes. */
export function staysOnScreen({ before, after, at }: Passage): boolean {
  const zooms = [cameraAt(before, at.before).zoom, cameraAt(after, at.after).zoom] as const;
  return Math.max(...zooms) / Math.min(...zooms) <= NEAR_ZOOM && sameScreen(before.scene, after.scene);
}

/**
 * Where two pictures that fill the view are both seen from while one dissolves into the other: what they have in common
 * lies on itself. Null where their cameras are too far apart for that, or where one is a screen.
 */
export function sharedView({ before, after, settled, at }: Passage): View | null {
  const [from, to] = [cameraAt(before, at.before), cameraAt(after, at.after)];
  const near = Math.max(from.zoom, to.zoom) / Math.min(from.zoom, to.zoom) <= NEAR_ZOOM;
  const full = before.scene.kind === 'full' && after.scene.kind === 'full';
  return near && full ? mixViews(from, to, settled) : null;
}

function sameScreen(a: Scene, b: Scene): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) <= 1;
  return (
    a.kind === 'screen' &&
    b.kind === 'screen' &&
    near(a.shown.x, b.shown.x) &&
    near(a.shown.y, b.shown.y) &&
    near(a.shown.width, b.shown.width) &&
    near(a.shown.height, b.shown.height)
  );
}

/** A screen that stays while its content changes: `content` draws both contents, given where the screen is seen from. */
export function withinScreen(
  passage: Passage,
  content: (view: View, screen: Size) => DrawItem[],
): DrawItem[] {
  const { timeline, before, after, share, at } = passage;
  const view = mixViews(cameraAt(before, at.before), cameraAt(after, at.after), share);
  const { shown: box } = after.scene;
  const matrix = frameMatrix(after.scene, view, IN_PLACE);
  const size = { width: box.width * view.zoom, height: box.height * view.zoom };
  return [
    ...ground(timeline, after),
    plain(after.index, 'shadow', matrix),
    rounded(after.scene, matrix, content(view, size)),
  ];
}

/** The leaving shot's content alone, seen from `view`. */
export function leavingContent({ before, at }: Passage, view: View, shift: Shift): DrawItem[] {
  return frameItems(before, at.before - before.start, frameMatrix(before.scene, view, shift));
}

/** The coming shot's content alone, seen from `view`. */
export function comingContent({ after, at }: Passage, view: View, shift: Shift): DrawItem[] {
  return frameItems(after, at.after - after.start, frameMatrix(after.scene, view, shift));
}

/** The leaving shot's picture with all that belongs to it, `shift` away from its place. */
export function leavingPicture({ before, at }: Passage, shift: Shift): DrawItem[] {
  return picture(before, at.before, cameraAt(before, at.before), shift);
}

/** The coming shot's picture with all that belongs to it, `shift` away from its place. */
export function comingPicture({ after, at }: Passage, shift: Shift): DrawItem[] {
  return picture(after, at.after, cameraAt(after, at.after), shift);
}

/**
 * Whether the coming picture, with the ground around it, hides the leaving one: where it does not, that one has to go by
 * itself. `within`: both are a screen's content.
 */
export function isHidden({ timeline, after }: Passage, within: boolean): boolean {
  if (within) return after.opaque;
  return timeline.ground !== 'transparent' || (after.opaque && after.scene.kind !== 'screen');
}

export function sheet(items: DrawItem[], opacity: number): DrawItem {
  return { kind: 'group', clip: null, opacity, items };
}

/** How far two pictures travel: the view's size, or for two screens as far as takes both out of sight, one behind the other. */
export function distance(passage: Passage): Size {
  const { timeline, before, after, span, at } = passage;
  const { size } = timeline;
  const way = WAY[span.direction];
  if (before.scene.kind !== 'screen' || after.scene.kind !== 'screen') return size;
  const shadow = Math.round(Math.min(size.width, size.height) * SHADOW_REACH);
  const a = placed(before, at.before);
  const b = placed(after, at.after);
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

/** Where what is shown of a shot lies in the view. */
function placed(shot: ShotTimeline, at: number): Rect {
  return toView(frameMatrix(shot.scene, cameraAt(shot, at), IN_PLACE), shot.scene.window);
}
