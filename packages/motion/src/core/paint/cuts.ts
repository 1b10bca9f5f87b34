import type { Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';
import type { Shape, SoftEdge } from '../draw-list.ts';
import type { Cut } from '../effects/pose.ts';
import { type Affine, middle } from '../geometry.ts';
import type { Aids } from './aids.ts';
import type { Piece } from './pieces.ts';

/** A soft edge fades by `SOFT_STEPS`, straight from one to the next. */
export type Soft = SoftEdge;

/** Alpha along a soft edge, even steps from `full` to `clear`: a smoothstep, so that neither end shows as a line. */
export const SOFT_STEPS: readonly number[] = Array.from({ length: 9 }, (_, index) => {
  const t = 1 - index / 8;
  return t * t * (3 - 2 * t);
});

/** How much of a pixel at a place of the view a soft edge lets through. */
export function softAlpha({ full, clear }: Soft, x: number, y: number): number {
  const dx = clear.x - full.x;
  const dy = clear.y - full.y;
  const t = ((x - full.x) * dx + (y - full.y) * dy) / (dx * dx + dy * dy);
  const at = Math.min(1, Math.max(0, t)) * (SOFT_STEPS.length - 1);
  const index = Math.min(SOFT_STEPS.length - 2, Math.floor(at));
  const from = SOFT_STEPS[index] ?? 0;
  return from + ((SOFT_STEPS[index + 1] ?? 0) - from) * (at - index);
}

/** A wipe's edge: it starts a feather's length before the box and ends at its far side. */
export function softOf(cut: Omit<Extract<Cut, { kind: 'wipe' }>, 'kind'>, m: Affine): Soft {
  const { box, from, share } = cut;
  const across = from === 'left' || from === 'right';
  const length = across ? box.width : box.height;
  const feather = Math.max(1e-3, cut.feather);
  const front = share * (length + feather);
  const at = (along: number) => {
    const way = from === 'left' || from === 'up' ? along : length - along;
    const x = box.x + (across ? way : box.width / 2);
    const y = box.y + (across ? box.height / 2 : way);
    return { x: m.a * x + m.c * y + m.e, y: m.b * x + m.d * y + m.f };
  };
  return { full: at(front - feather), clear: at(front) };
}

/** Steps that a whole circle is drawn with. */
const TURN = 96;

/** A pie's sector about a box's middle, large enough to hold its corners; what stands in a ring's middle stays whole. */
export function arcShape({ box, share }: { box: Rect; share: number }, arc: Aids<Bitmap>['arc']): Shape {
  const { from, to, hub } = arc ?? { from: 0, to: 1, hub: 0 };
  const { x, y } = middle(box);
  const around = (radius: number, begin: number, end: number) => {
    const steps = Math.max(1, Math.ceil(Math.abs(end - begin) * TURN));
    return Array.from({ length: steps + 1 }, (_, step): [number, number] => {
      const angle = (begin + ((end - begin) * step) / steps) * 2 * Math.PI;
      return [x + Math.sin(angle) * radius, y - Math.cos(angle) * radius];
    });
  };
  const end = from + (to - from) * share;
  const edge = around(Math.hypot(box.width, box.height), from, end);
  return { kind: 'polygon', points: hub > 0 ? [...edge, ...around(hub, end, from + 1)] : [[x, y], ...edge] };
}

/** The two copies between which a blur lies; their shares give its variance. */
export function blurredPieces<B extends Bitmap>(
  whole: Piece<B>,
  copies: NonNullable<Aids<B>['blurred']>,
  radius: number,
): Piece<B>[] {
  if (copies.length === 0) return [whole];
  const above = copies.findIndex((copy) => copy.radius >= radius);
  const upper = copies[above < 0 ? copies.length - 1 : above];
  const lower = above < 0 ? upper : copies[above - 1];
  if (!upper) return [whole];
  const low = (lower?.radius ?? 0) ** 2;
  const span = upper.radius ** 2 - low;
  const share = span <= 0 ? 1 : Math.min(1, (radius ** 2 - low) / span);
  const soft: Piece<B> = { ...whole, sizes: [upper], opacity: share };
  const sharp: Piece<B> = { ...whole, sizes: lower ? [lower] : whole.sizes, opacity: 1 - share };
  return [sharp, soft].filter((piece) => piece.opacity > 1e-4);
}
