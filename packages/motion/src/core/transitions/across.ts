import type { Corners, Size } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import { IDENTITY } from '../effects/pose.ts';
import { clamp } from '../geometry.ts';
import { ground } from '../shot-items.ts';
import type { ShotTimeline } from '../timeline.ts';
import {
  comingContent,
  comingPicture,
  distance,
  leavingContent,
  leavingPicture,
  type Passage,
  type Shift,
  sheet,
  staysOnScreen,
  WAY,
  withinScreen,
} from './passage.ts';

/** The leaving picture reaches this far under the coming one, so that no ground shines through the seam. */
const SEAM = 1;
/** Share of the way in which a screen that another one moves over, or away from, fades. */
const FADED = 0.6;
const SHARP: Corners = [0, 0, 0, 0];

/** How much of the way each picture goes along, and which of them lies on top. */
export interface Travel {
  leaving: number;
  coming: number;
  top: 'leaving' | 'coming';
}

/** Two pictures that pass the view (or within a screen that stays), each its part of the way. */
export function across(passage: Passage, travel: Travel): DrawItem[] {
  if (staysOnScreen(passage))
    return withinScreen(passage, (view, size) => {
      const { from, to } = shifts(passage, travel, size);
      const leaving = leavingContent(passage, view, from);
      const coming = comingContent(passage, view, to);
      return stacked(travel, leaving, coming);
    });
  const { before, after } = passage;
  const { from, to } = shifts(passage, travel, distance(passage));
  const leaving = leavingPicture(passage, from);
  const coming = comingPicture(passage, to);
  const screens = [before, after].filter(({ scene }) => scene.kind === 'screen');
  const pushes = travel.leaving === 1 && travel.coming === 1;
  const behind = ground(passage.timeline, before, after);
  if (pushes || screens.length === 0) return [...behind, ...stacked(travel, leaving, coming)];
  // A screen does not cover another one: the one that stands comes or goes in its place.
  if (screens.length === 2 || behind.length === 0) {
    const gone = 1 - clamp(passage.settled / FADED, 0, 1);
    const there = clamp((passage.settled - 1 + FADED) / FADED, 0, 1);
    return travel.top === 'coming'
      ? [...behind, sheet(leaving, gone), ...coming]
      : [...behind, sheet(coming, there), ...leaving];
  }
  const curtain = (shot: ShotTimeline, items: DrawItem[], shift: Shift) =>
    shot.scene.kind === 'screen' ? [onItsGround(passage, items, shift)] : items;
  return travel.top === 'coming'
    ? [...behind, ...leaving, ...curtain(after, coming, to)]
    : [...behind, ...coming, ...curtain(before, leaving, from)];
}

function stacked({ top }: Travel, leaving: DrawItem[], coming: DrawItem[]): DrawItem[] {
  return top === 'coming' ? [...leaving, ...coming] : [...coming, ...leaving];
}

/** A screen that covers the view together with the clip's ground. */
function onItsGround({ timeline }: Passage, items: DrawItem[], { x, y }: Shift): DrawItem {
  const box = { box: { x, y, ...timeline.size }, corners: SHARP };
  return {
    kind: 'group',
    clip: { box, matrix: IDENTITY },
    opacity: 1,
    items: [{ kind: 'backdrop' }, ...items],
  };
}

/** How far the leaving and the coming picture lie from their place, view pixels. */
function shifts({ span, settled }: Passage, travel: Travel, size: Size): { from: Shift; to: Shift } {
  const way = WAY[span.direction];
  // A spring must not carry the pictures past their place: the ground would show at the far edge.
  const gone = settled;
  const seam = travel.leaving === 1 && travel.coming === 1 ? SEAM : 0;
  const from = (side: number) => Math.max(0, side * gone * travel.leaving - seam);
  const to = (side: number) => side * (1 - gone) * travel.coming;
  return {
    from: { x: way.x * from(size.width), y: way.y * from(size.height) },
    to: { x: -way.x * to(size.width), y: -way.y * to(size.height) },
  };
}
