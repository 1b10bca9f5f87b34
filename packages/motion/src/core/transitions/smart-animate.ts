import type { NodeId, Rect } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import { moved } from '../effects/pose.ts';
import { type Affine, clamp, mix, multiply } from '../geometry.ts';
import { overlayItems } from '../overlays/registry.ts';
import { SHADOW_OPACITY } from '../paint/screen-shadow.ts';
import { cameraAt, frameMatrix, ground, plain } from '../shot-items.ts';
import type { ShotTimeline } from '../timeline.ts';
import { sampleTrack } from '../track.ts';
import { dissolve } from './dissolve.ts';
import {
  comingPicture,
  IN_PLACE,
  leavingPicture,
  type Passage,
  sheet,
  type TransitionItems,
} from './passage.ts';
import { mixRects, toView } from './smart/place.ts';
import { type Side, smartItems } from './smart/smart-items.ts';

/** Frames whose layers are known grow into one another; others dissolve. */
export const smartAnimate: TransitionItems = (passage) => {
  const { timeline, before, after, span, share, settled } = passage;
  if (!span.smart) return dissolve(passage);
  if (share === 0) return [...ground(timeline, before), ...leavingPicture(passage, IN_PLACE)];
  if (share === 1) return [...ground(timeline, after), ...comingPicture(passage, IN_PLACE)];
  const fade = clamp(share, 0, 1);
  const bases = basesOf(passage);
  const window = mixRects(bases.from.window, bases.to.window, fade);
  const sides = {
    before: sideOf(before, passage.at.before, bases.from, window),
    after: sideOf(after, passage.at.after, bases.to, window),
  };
  const radius = mix(bases.from.radius, bases.to.radius, fade);
  const items = [
    ...plates(passage, sides, bases, settled),
    ...smartItems(span.smart, { ...sides, share, settled }),
    ...overlaid(sides.before, 1 - settled),
    ...overlaid(sides.after, settled),
  ];
  return [
    ...ground(timeline, before, after),
    ...shadows(before, sides.before, 1 - settled),
    ...shadows(after, sides.after, settled),
    {
      kind: 'group',
      clip: {
        box: { box: window, corners: [radius, radius, radius, radius] },
        matrix: moved(0, 0),
      },
      opacity: 1,
      items,
    },
  ];
};

/** A frame as it stands in the view: its matrix, its window's box and radius in view pixels. */
interface Base {
  matrix: Affine;
  window: Rect;
  radius: number;
}

function basesOf({ before, after, at }: Passage): { from: Base; to: Base } {
  const base = (shot: ShotTimeline, seconds: number): Base => {
    const view = cameraAt(shot, seconds);
    const matrix = frameMatrix(shot.scene, view, IN_PLACE);
    const window = toView(matrix, shot.scene.window);
    return { matrix, window, radius: shot.scene.corner * view.zoom };
  };
  return { from: base(before, at.before), to: base(after, at.after) };
}

type Standing = Side & { base: Affine };

function sideOf(shot: ShotTimeline, seconds: number, { matrix, window: own }: Base, window: Rect): Standing {
  const local = seconds - shot.start;
  const grown = window.width / own.width;
  const [a, d] = [matrix.a * grown, matrix.d * grown];
  const part = shot.scene.window;
  const base = { ...matrix, a, d, e: window.x - part.x * a, f: window.y - part.y * d };
  const { scroll } = shot;
  const scrolled = scroll ? sampleTrack(scroll.track, local, mix) : 0;
  const content = (frame: Affine) => (layer?: NodeId) => {
    const stays = layer === undefined ? undefined : scroll?.fixed.get(layer);
    const by = stays ?? -scrolled;
    return by === 0 ? frame : multiply(frame, moved(0, by));
  };
  return { shot, local, base, own: content(matrix), onTheWay: content(base) };
}

/** What is left of both frames, one dissolved into the other; the taller one lies beneath. */
function plates(
  { after }: Passage,
  { before: leaving, after: coming }: { before: Standing; after: Standing },
  bases: { from: Base; to: Base },
  fade: number,
): DrawItem[] {
  const plate = ({ shot, onTheWay }: Standing) => plain(shot.index, 'plate', onTheWay(''));
  const taller = bases.to.window.height > bases.from.window.height + 0.5;
  if (!after.opaque || !leaving.shot.opaque)
    return [
      sheet([plate(leaving)], Math.min(1, 2 - 2 * fade)),
      sheet([plate(coming)], Math.min(1, 2 * fade)),
    ];
  return taller
    ? [plate(coming), sheet([plate(leaving)], 1 - fade)]
    : [plate(leaving), sheet([plate(coming)], fade)];
}

function overlaid({ shot, local, onTheWay }: Standing, opacity: number): DrawItem[] {
  const items = overlayItems(shot, local, onTheWay(''));
  return items.length > 0 ? [sheet(items, opacity)] : [];
}

function shadows(shot: ShotTimeline, { base }: Standing, opacity: number): DrawItem[] {
  if (shot.scene.kind !== 'screen' || opacity <= 0) return [];
  const shadow = plain(shot.index, 'shadow', base);
  return shadow.kind === 'bitmap' ? [{ ...shadow, opacity: SHADOW_OPACITY * opacity }] : [];
}
