import type {
  BlendMode,
  Colour,
  Effect,
  GradientPaint,
  ImagePaint,
  Paint,
  Point,
  SolidPaint,
} from './rest.ts';

const channel = (value: number) => Math.round((value / 255) * 10000) / 10000;

/** A colour from `#rrggbb` and an alpha of 0 to 1. */
export function hex(code: string, a = 1): Colour {
  const value = Number.parseInt(code.slice(1), 16);
  return { r: channel(value >> 16), g: channel((value >> 8) & 255), b: channel(value & 255), a };
}

/** One flat colour; opacity stands on the paint, as Figma writes it. */
export function solid(code: string, opacity = 1, blendMode: BlendMode = 'NORMAL'): SolidPaint {
  return { ...(opacity < 1 ? { opacity } : {}), blendMode, type: 'SOLID', color: hex(code) };
}

export type Stop = readonly [position: number, code: string, alpha?: number];

/** A gradient from one point to another, both in parts of the node's box. */
export function linear(
  from: readonly [number, number],
  to: readonly [number, number],
  stops: readonly Stop[],
) {
  return gradient('GRADIENT_LINEAR', from, to, stops);
}

/** A round gradient: centre, and the point where its horizontal radius ends, in parts of the node's box. */
export function radial(
  centre: readonly [number, number],
  edge: readonly [number, number],
  stops: readonly Stop[],
) {
  return gradient('GRADIENT_RADIAL', centre, edge, stops);
}

function gradient(
  type: GradientPaint['type'],
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  stops: readonly Stop[],
): GradientPaint {
  const third: Point = { x: x0 - (y1 - y0), y: y0 + (x1 - x0) };
  return {
    blendMode: 'NORMAL',
    type,
    gradientHandlePositions: [{ x: x0, y: y0 }, { x: x1, y: y1 }, third],
    gradientStops: stops.map(([position, code, alpha = 1]) => ({ color: hex(code, alpha), position })),
  };
}

/** A picture that covers its node. */
export function image(imageRef: string, scaleMode: ImagePaint['scaleMode'] = 'FILL'): ImagePaint {
  return { blendMode: 'NORMAL', type: 'IMAGE', scaleMode, imageRef };
}

/** A soft shadow, tinted by the ground it falls on. */
export function shadow(code: string, alpha: number, y: number, radius: number, spread = 0): Effect {
  return {
    type: 'DROP_SHADOW',
    visible: true,
    color: hex(code, alpha),
    blendMode: 'NORMAL',
    offset: { x: 0, y },
    radius,
    ...(spread === 0 ? {} : { spread }),
    showShadowBehindNode: false,
  };
}

/** A list of paints from what is short to write: a colour code, one paint, several, or none. */
export function paints(fill: string | Paint | readonly Paint[] | undefined): readonly Paint[] {
  if (fill === undefined) return [];
  if (typeof fill === 'string') return [solid(fill)];
  return 'type' in fill ? [fill] : fill;
}
