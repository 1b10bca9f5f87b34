import type { DrawItem } from '../draw-list.ts';
import { clamp, middle } from '../geometry.ts';
import { cameraAt, frameMatrix, ground, picture } from '../shot-items.ts';
import type { ShotTimeline } from '../timeline.ts';
import type { View } from '../view.ts';
import { comingPicture, IN_PLACE, type Passage, sheet, type TransitionItems } from './passage.ts';
import { toView } from './smart/place.ts';

/** How much the leaving picture grows until it is gone, and how small the coming one begins. */
const GROWTH = 3;
const SMALL = 0.88;
/** Seconds in which the leaving picture fades: two texts are never seen through one another for longer. */
const FADE = 0.13;
/** When it has half gone, as a share of the way. */
const HALF = 0.46;

/** The leaving picture grows past the camera, around what was tapped or looked at; the next comes up from behind it. */
export const zoomThrough: TransitionItems = (passage) => {
  const { timeline, before, after, span, at, settled: share } = passage;
  const passed = (at.after - after.start) / span.seconds;
  const fade = Math.min(0.5, FADE / span.seconds);
  const opacity = clamp((HALF + fade / 2 - passed) / fade, 0, 1);
  const near = (
    shot: ShotTimeline,
    seconds: number,
    zoom: number,
    focus: { x: number; y: number },
  ): DrawItem[] => picture(shot, seconds, grownView(cameraAt(shot, seconds), shot, zoom, focus), IN_PLACE);
  const centre = { x: timeline.size.width / 2, y: timeline.size.height / 2 };
  const behind = ground(timeline, before, after);
  // A picture that fills the view stands: made smaller, it would leave some of the view empty.
  const coming =
    after.scene.kind === 'screen'
      ? near(after, at.after, SMALL ** (1 - share), centre)
      : comingPicture(passage, IN_PLACE);
  const leaving = near(before, at.before, GROWTH ** share, focusOf(passage));
  if (opacity >= 1) return [...behind, ...leaving];
  // A screen leaves with the ground around it, which hides what comes; where there is none, that comes as this goes.
  return [
    ...behind,
    ...(behind.length > 0 || after.opaque ? coming : [sheet(coming, 1 - opacity)]),
    ...(opacity > 0 ? [sheet([...behind, ...leaving], opacity)] : []),
  ];
};

/** A view so much nearer that what is seen at `focus` (view pixels) stays there. */
function grownView(view: View, { scene }: ShotTimeline, by: number, focus: { x: number; y: number }): View {
  const zoom = view.zoom * by;
  const along = (centre: number, at: number, side: number) =>
    centre + (at - side / 2) / view.zoom - (at - side / 2) / zoom;
  return {
    x: along(view.x, focus.x, scene.view.width),
    y: along(view.y, focus.y, scene.view.height),
    zoom,
  };
}

/** Where the last tap was, else the middle, which is where the camera looks; view pixels. */
function focusOf({ timeline, before, at }: Passage): { x: number; y: number } {
  const { width, height } = timeline.size;
  const tapped = before.overlays.filter(({ effect }) => effect === 'tap').at(-1)?.boxes[0];
  if (!tapped) return { x: width / 2, y: height / 2 };
  const { x, y } = middle(toView(frameMatrix(before.scene, cameraAt(before, at.before), IN_PLACE), tapped));
  return { x: clamp(x, 0, width), y: clamp(y, 0, height) };
}
