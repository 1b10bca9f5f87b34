import type { Draft, Look } from './draft.ts';
import {
  arcPath,
  type Corners,
  ellipsePath,
  pathBox,
  rectPath,
  type StrokeShape,
  strokePath,
} from './geometry.ts';
import { paints } from './paint.ts';
import type { Box, Geometry, NodeType } from './rest.ts';

const nonzero = (path: string): readonly Geometry[] => [{ path, windingRule: 'NONZERO' }];

interface Shape {
  readonly type: NodeType;
  readonly name: string;
  readonly box: Box;
  readonly look: Look;
  readonly outline?: string;
  readonly stroke?: Omit<StrokeShape, 'width'>;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Draft[];
  readonly clips?: boolean;
}

/** Every constructor below ends here. */
export function shape({
  type,
  name,
  box,
  look,
  outline,
  stroke,
  extra,
  children,
  clips = false,
}: Shape): Draft {
  const strokes = paints(look.stroke);
  const strokeWeight = look.strokeWeight ?? 1;
  const strokeAlign = look.strokeAlign ?? 'INSIDE';
  // The file API doubles a stroke that is to be cut by its shape.
  const drawn = strokeAlign === 'CENTER' ? strokeWeight : strokeWeight * 2;
  const [horizontal, vertical] = look.constraints ?? ['LEFT', 'TOP'];
  return {
    type,
    name,
    ...box,
    fills: paints(look.fill),
    strokes,
    strokeWeight,
    strokeAlign,
    fillGeometry: outline && type !== 'LINE' ? nonzero(outline) : [],
    strokeGeometry:
      outline && strokes.length > 0 ? nonzero(strokePath(outline, { ...stroke, width: drawn })) : [],
    effects: look.effects ?? [],
    blendMode: look.blend ?? 'PASS_THROUGH',
    clips,
    extra: {
      ...extra,
      constraints: { vertical, horizontal },
      ...(look.mask ? { isMask: true, maskType: 'ALPHA' } : {}),
      ...(look.fixed ? { scrollBehavior: 'FIXED' } : {}),
    },
    ...(look.opacity === undefined ? {} : { opacity: look.opacity }),
    ...(look.turn === undefined ? {} : { turn: look.turn }),
    ...(children ? { children } : {}),
    ...(look.key ? { key: look.key } : {}),
    ...(look.links ? { links: look.links } : {}),
    ...(look.notes ? { notes: look.notes } : {}),
  };
}

const corners = (radius: number | Corners): Corners =>
  typeof radius === 'number' ? [radius, radius, radius, radius] : radius;

function radiusKeys(radius: number | Corners): Record<string, unknown> {
  if (typeof radius !== 'number') return { rectangleCornerRadii: radius, cornerSmoothing: 0 };
  return radius === 0 ? {} : { cornerRadius: radius, cornerSmoothing: 0 };
}

export interface BoxLook extends Look {
  readonly radius?: number | Corners;
}

/** A rectangle. */
export function rect(name: string, x: number, y: number, width: number, height: number, look: BoxLook = {}) {
  const radius = look.radius ?? 0;
  return shape({
    type: 'RECTANGLE',
    name,
    box: { x, y, width, height },
    look,
    outline: rectPath(width, height, corners(radius)),
    extra: radiusKeys(radius),
  });
}

/** An ellipse that fills its box. */
export function ellipse(name: string, x: number, y: number, width: number, height: number, look: Look = {}) {
  return shape({
    type: 'ELLIPSE',
    name,
    box: { x, y, width, height },
    look,
    outline: ellipsePath(width, height),
    extra: { arcData: { startingAngle: 0, endingAngle: Math.fround(Math.PI * 2), innerRadius: 0 } },
  });
}

export interface Arc {
  readonly start: number;
  readonly end: number;
  readonly inner: number;
}

/** A part of a ring; angles in turns, clockwise from twelve o'clock. */
export function arc(
  name: string,
  x: number,
  y: number,
  diameter: number,
  { start, end, inner }: Arc,
  look: Look,
) {
  const [from, to] = [start, end].map((turn) => (turn - 0.25) * Math.PI * 2) as [number, number];
  return shape({
    type: 'ELLIPSE',
    name,
    box: { x, y, width: diameter, height: diameter },
    look,
    outline: arcPath(diameter, from, to, inner),
    extra: {
      arcData: {
        startingAngle: Math.fround(from),
        endingAngle: Math.fround(to),
        innerRadius: Math.fround(inner),
      },
    },
  });
}

/** A straight line to the right; `stroke` gives its colour. */
export function line(
  name: string,
  x: number,
  y: number,
  width: number,
  look: Look & { dashes?: [number, number] },
) {
  const { dashes, ...rest } = look;
  return shape({
    type: 'LINE',
    name,
    box: { x, y, width, height: 0 },
    look: { strokeAlign: 'CENTER', ...rest },
    outline: `M0 0L${width} 0`,
    stroke: dashes ? { dashes } : {},
    extra: dashes ? { strokeDashes: dashes } : {},
  });
}

export interface VectorLook extends Look {
  readonly cap?: 'NONE' | 'ROUND';
  readonly join?: 'MITER' | 'ROUND';
}

/** A free path, in the coordinates of its parent; its box becomes the path's own. */
export function vector(name: string, path: string, look: VectorLook): Draft {
  const box = pathBox(path);
  const moved = movePath(path, -box.x, -box.y);
  const { cap, join, ...rest } = look;
  const draft = shape({
    type: 'VECTOR',
    name,
    box,
    look: { strokeAlign: 'CENTER', ...rest },
    outline: moved,
    stroke: { ...(cap ? { cap } : {}), ...(join ? { join } : {}) },
    extra: { ...(cap ? { strokeCap: cap } : {}), ...(join ? { strokeJoin: join } : {}) },
  });
  return rest.fill === undefined ? { ...draft, fillGeometry: [] } : draft;
}

/** Shifts a path whose commands are all absolute and of M, L, C, Q, Z. */
function movePath(path: string, dx: number, dy: number): string {
  return path.replace(/([MLCQZ])([^MLCQZ]*)/g, (_, command: string, rest: string) => {
    const values = rest.match(/-?\d*\.?\d+/g) ?? [];
    const moved = values.map((v, i) => Math.round((Number(v) + (i % 2 === 0 ? dx : dy)) * 100) / 100);
    return command + moved.join(' ');
  });
}

export interface FrameLook extends BoxLook {
  readonly clips?: boolean;
  readonly component?: boolean;
  readonly layout?: Readonly<Record<string, unknown>>;
}

/** A frame with what lies in it; top-level frames clip, inner ones only when told to. */
export function frame(
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
  look: FrameLook,
  children: readonly Draft[],
): Draft {
  const radius = look.radius ?? 0;
  return shape({
    type: look.component ? 'COMPONENT' : 'FRAME',
    name,
    box: { x, y, width, height },
    look,
    outline: rectPath(width, height, corners(radius)),
    extra: { ...radiusKeys(radius), ...look.layout },
    children,
    clips: look.clips ?? false,
  });
}

/** Things that belong together: a box round them, with no paint of its own. Children keep the parent's coordinates. */
export function group(
  name: string,
  children: readonly Draft[],
  look: Omit<Look, 'fill' | 'stroke'> = {},
): Draft {
  const x = Math.min(...children.map((c) => c.x));
  const y = Math.min(...children.map((c) => c.y));
  const width = Math.max(...children.map((c) => c.x + c.width)) - x;
  const height = Math.max(...children.map((c) => c.y + c.height)) - y;
  return shape({
    type: 'GROUP',
    name,
    box: { x, y, width, height },
    look,
    children: children.map((c) => ({ ...c, x: c.x - x, y: c.y - y })),
  });
}
