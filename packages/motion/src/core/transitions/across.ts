import type { Size } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import { clamp } from '../geometry.ts';
import { ground } from '../shot-items.ts';
import {
  comingContent,
  comingPicture,
  distance,
  leavingContent,
  leavingPicture,
  type Passage,
  type Shift,
  staysOnScreen,
  WAY,
  withinScreen,
} from './passage.ts';

/** The leaving picture reaches this far under the coming one, so that no ground shines through the seam. */
const SEAM = 1;

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
      return travel.top === 'coming' ? [...leaving, ...coming] : [...coming, ...leaving];
    });
  const { timeline, before, after } = passage;
  // A screen does not cover the one before it: that one has to leave the view altogether.
  const screens = before.scene.kind === 'screen' || after.scene.kind === 'screen';
  const way = screens ? { ...travel, leaving: 1, coming: 1 } : travel;
  const { from, to } = shifts(passage, way, distance(passage));
  const leaving = leavingPicture(passage, from);
  const coming = comingPicture(passage, to);
  return [
    ...ground(timeline, before, after),
    ...(travel.top === 'coming' ? [...leaving, ...coming] : [...coming, ...leaving]),
  ];
}

/** How far the leaving and the coming picture lie from their place, view pixels. */
function shifts({ span, share }: Passage, travel: Travel, size: Size): { from: Shift; to: Shift } {
  const way = WAY[span.direction];
  // A spring must not carry the pictures past their place: the ground would show at the far edge.
  const gone = clamp(share, 0, 1);
  const seam = travel.leaving === 1 && travel.coming === 1 ? SEAM : 0;
  const from = (side: number) => Math.max(0, side * gone * travel.leaving - seam);
  const to = (side: number) => side * (1 - gone) * travel.coming;
  return {
    from: { x: way.x * from(size.width), y: way.y * from(size.height) },
    to: { x: -way.x * to(size.width), y: -way.y * to(size.height) },
  };
}
