import type { Color, Corners, Ground, Paint, Shadow } from '@animatic/schema';
import { clamp, mix } from '../../geometry.ts';

type Gradient = Extract<Paint, { type: `GRADIENT_${string}` }>;
type Row = Gradient['transform'][0];

/**
 * A container's looks on the way from one to another: corners, fills, stroke and shadows.
 *
 * @param share 0 to 1; springs may pass either, colours and lengths stay what they can be
 * @example mixGround(card, sheet, 0.5).corners
 */
export function mixGround(a: Ground, b: Ground, share: number): Ground {
  const stroke = mixStroke(a.stroke, b.stroke, share);
  return {
    corners: mixCorners(a.corners, b.corners, share),
    fills: mixPaints(a.fills, b.fills, share),
    ...(stroke && { stroke }),
    shadows: mixShadows(a.shadows, b.shadows, share),
  };
}

/** Radii or weights, never below nothing. */
export function mixCorners(a: Corners, b: Corners, share: number): Corners {
  const one = (at: 0 | 1 | 2 | 3) => Math.max(0, mix(a[at], b[at], share));
  return [one(0), one(1), one(2), one(3)];
}

function mixColor(a: Color, b: Color, share: number): Color {
  const unit = (x: number, y: number) => clamp(mix(x, y, share), 0, 1);
  return { r: unit(a.r, b.r), g: unit(a.g, b.g), b: unit(a.b, b.b), a: unit(a.a, b.a) };
}

function mixPaints(a: readonly Paint[], b: readonly Paint[], share: number): Paint[] {
  const kin = a.length === b.length && a.every((paint, at) => areKin(paint, b[at]));
  if (!kin) return dissolved(a, b, clamp(share, 0, 1));
  return a.map((paint, at) => {
    const other = b[at];
    return other ? mixPaint(paint, other, share) : paint;
  });
}

/** Paints that can become one another by numbers alone; a flat colour is a gradient of one colour. */
function areKin(a: Paint, b: Paint | undefined): boolean {
  if (!b || a.type === 'IMAGE' || b.type === 'IMAGE') return false;
  if (a.type === 'SOLID' || b.type === 'SOLID') return true;
  return a.type === b.type && a.stops.length === b.stops.length;
}

function mixPaint(a: Paint, b: Paint, share: number): Paint {
  const opacity = clamp(mix(a.opacity ?? 1, b.opacity ?? 1, share), 0, 1);
  if (a.type === 'SOLID' && b.type === 'SOLID')
    return { type: 'SOLID', color: mixColor(a.color, b.color, share), opacity };
  const [from, to] = [asGradient(a, b), asGradient(b, a)];
  if (!from || !to) return share < 0.5 ? a : b;
  const row = (x: Row, y: Row): Row => [
    mix(x[0], y[0], share),
    mix(x[1], y[1], share),
    mix(x[2], y[2], share),
  ];
  return {
    type: from.type,
    transform: [row(from.transform[0], to.transform[0]), row(from.transform[1], to.transform[1])],
    stops: from.stops.map((stop, at) => {
      const other = to.stops[at] ?? stop;
      return {
        position: clamp(mix(stop.position, other.position, share), 0, 1),
        color: mixColor(stop.color, other.color, share),
      };
    }),
    opacity,
  };
}

function asGradient(paint: Paint, like: Paint): Gradient | null {
  if (paint.type === 'IMAGE') return null;
  if (paint.type !== 'SOLID') return paint;
  if (like.type === 'IMAGE' || like.type === 'SOLID') return null;
  return { ...like, stops: like.stops.map(({ position }) => ({ position, color: paint.color })) };
}

/** The old paints stand until the new ones do; beneath new ones that hide them they need not go. */
function dissolved(a: readonly Paint[], b: readonly Paint[], share: number): Paint[] {
  const hides = b.some((paint) => paint.type === 'SOLID' && paint.color.a >= 1 && (paint.opacity ?? 1) >= 1);
  const goes = hides || b.length === 0 ? 1 : Math.min(1, 2 - 2 * share);
  const faded = (paint: Paint, by: number): Paint => ({ ...paint, opacity: (paint.opacity ?? 1) * by });
  if (share >= 1) return [...b];
  return [
    ...a.map((paint) => faded(paint, b.length === 0 ? 1 - share : goes)),
    ...b.map((paint) => faded(paint, hides || a.length === 0 ? share : Math.min(1, 2 * share))),
  ];
}

function mixStroke(a: Ground['stroke'], b: Ground['stroke'], share: number): Ground['stroke'] {
  if (!a && !b) return undefined;
  const from = a ?? (b && { ...b, paints: b.paints.map((paint) => ({ ...paint, opacity: 0 })) });
  const to = b ?? (a && { ...a, paints: a.paints.map((paint) => ({ ...paint, opacity: 0 })) });
  if (!from || !to) return undefined;
  return {
    paints: mixPaints(from.paints, to.paints, share),
    align: share < 0.5 ? from.align : to.align,
    weights: mixCorners(from.weights, to.weights, share),
  };
}

/** Shadows in pairs of one kind; what has no partner grows out of nothing or back into it. */
function mixShadows(a: readonly Shadow[], b: readonly Shadow[], share: number): Shadow[] {
  return (['DROP_SHADOW', 'INNER_SHADOW'] as const).flatMap((type) => {
    const from = a.filter((shadow) => shadow.type === type);
    const to = b.filter((shadow) => shadow.type === type);
    return Array.from({ length: Math.max(from.length, to.length) }, (_, at) => {
      const x = from[at] ?? (to[at] && bare(to[at]));
      const y = to[at] ?? (from[at] && bare(from[at]));
      return x && y ? mixShadow(x, y, share) : [];
    }).flat();
  });
}

const bare = (shadow: Shadow): Shadow => ({ ...shadow, color: { ...shadow.color, a: 0 } });

function mixShadow(a: Shadow, b: Shadow, share: number): Shadow {
  return {
    type: a.type,
    color: mixColor(a.color, b.color, share),
    offset: { x: mix(a.offset.x, b.offset.x, share), y: mix(a.offset.y, b.offset.y, share) },
    radius: Math.max(0, mix(a.radius, b.radius, share)),
    spread: mix(a.spread, b.spread, share),
    behind: share < 0.5 ? a.behind : b.behind,
  };
}
