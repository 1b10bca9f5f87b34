import { createRequire } from 'node:module';
import { GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** A name of its own, so that a font of the machine never takes its place. */
const FAMILY = 'Synthetic Inter';
const require = createRequire(import.meta.url);
for (const weight of [400, 500, 600, 700])
  GlobalFonts.registerFromPath(
    require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
    FAMILY,
  );

export type Weight = 400 | 500 | 600 | 700;

export interface Type {
  size: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'center' | 'right';
  /** Pixels between letters. */
  tracking?: number;
}

/** Writes one line; `y` is its baseline. */
export function write(context: SKRSContext2D, text: string, x: number, y: number, type: Type): void {
  const { size, weight = 400, color = '#14201b', align = 'left', tracking = 0 } = type;
  context.font = `${weight} ${size}px "${FAMILY}"`;
  context.letterSpacing = `${tracking}px`;
  context.fillStyle = color;
  const shift = align === 'left' ? 0 : context.measureText(text).width / (align === 'center' ? 2 : 1);
  context.fillText(text, x - shift, y);
  context.letterSpacing = '0px';
}

/** A rounded box. */
export function box(
  context: SKRSContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  radius: number,
  fill: string | CanvasFill,
): void {
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fillStyle = fill;
  context.fill();
}

export type CanvasFill = ReturnType<SKRSContext2D['createLinearGradient']>;

/** A gradient through colours, from one point to another. */
export function fade(
  context: SKRSContext2D,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  ...colors: string[]
): CanvasFill {
  const gradient = context.createLinearGradient(x0, y0, x1, y1);
  for (const [i, color] of colors.entries()) gradient.addColorStop(i / Math.max(1, colors.length - 1), color);
  return gradient;
}

/** The next shapes cast a soft shadow straight down; lengths are frame pixels. It ends with the context's state. */
export function shadow(context: SKRSContext2D, blur: number, drop: number, color: string): void {
  const scale = context.getTransform().a;
  context.shadowColor = color;
  context.shadowBlur = blur * scale;
  context.shadowOffsetY = drop * scale;
}

/** A white card with a soft shadow and a hairline. Its shadow reaches 28 px. */
export function card(
  context: SKRSContext2D,
  place: readonly [number, number, number, number],
  radius: number,
  fill: string | CanvasFill = '#ffffff',
  tint = '20, 32, 27',
): void {
  context.save();
  shadow(context, 20, 6, `rgba(${tint}, 0.10)`);
  box(context, place, radius, fill);
  context.restore();
  context.beginPath();
  context.roundRect(place[0] + 0.5, place[1] + 0.5, place[2] - 1, place[3] - 1, radius - 0.5);
  context.strokeStyle = `rgba(${tint}, 0.07)`;
  context.lineWidth = 1;
  context.stroke();
}

export const CARD_REACH = 28;

/** A line through points, with round ends. */
export function stroke(
  context: SKRSContext2D,
  points: ReadonlyArray<readonly [number, number]>,
  color: string,
  width: number,
): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke();
}

/** A filled circle. */
export function dot(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string | CanvasFill,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
}

/** A part of a ring; shares of a turn from the top, clockwise. */
export function arc(
  context: SKRSContext2D,
  [x, y, radius]: readonly [number, number, number],
  [from, to]: readonly [number, number],
  color: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, (from - 0.25) * Math.PI * 2, (to - 0.25) * Math.PI * 2);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = from === 0 && to === 1 ? 'butt' : 'round';
  context.stroke();
}

export const icons = {
  send: [
    [
      [-6, 6],
      [6, -6],
    ],
    [
      [-3, -6],
      [6, -6],
      [6, 3],
    ],
  ],
  receive: [
    [
      [6, -6],
      [-6, 6],
    ],
    [
      [3, 6],
      [-6, 6],
      [-6, -3],
    ],
  ],
  plus: [
    [
      [-7, 0],
      [7, 0],
    ],
    [
      [0, -7],
      [0, 7],
    ],
  ],
  more: [
    [
      [-7, 0],
      [-6.9, 0],
    ],
    [
      [0, 0],
      [0.1, 0],
    ],
    [
      [7, 0],
      [7.1, 0],
    ],
  ],
  back: [
    [
      [3, -7],
      [-4, 0],
      [3, 7],
    ],
  ],
  home: [
    [
      [-8, 0],
      [0, -8],
      [8, 0],
    ],
    [
      [-5.5, -1],
      [-5.5, 8],
      [5.5, 8],
      [5.5, -1],
    ],
  ],
  chart: [
    [
      [-7, 7],
      [-7, 1],
    ],
    [
      [0, 7],
      [0, -7],
    ],
    [
      [7, 7],
      [7, -3],
    ],
  ],
  card: [
    [
      [-9, -6],
      [9, -6],
      [9, 7],
      [-9, 7],
      [-9, -6],
    ],
    [
      [-9, -1],
      [9, -1],
    ],
  ],
  bag: [
    [
      [-7, -3],
      [7, -3],
      [8, 8],
      [-8, 8],
      [-7, -3],
    ],
    [
      [-3.5, -3],
      [-3, -7],
      [0, -8.5],
      [3, -7],
      [3.5, -3],
    ],
  ],
  heart: [
    [
      [0, 7],
      [-7, 0],
      [-7, -4],
      [-4, -6.5],
      [0, -3],
      [4, -6.5],
      [7, -4],
      [7, 0],
      [0, 7],
    ],
  ],
  search: [
    [
      [3.5, 3.5],
      [8, 8],
    ],
  ],
  cup: [
    [
      [-6, -5],
      [5, -5],
      [4, 6],
      [-5, 6],
      [-6, -5],
    ],
    [
      [5, -3],
      [8.5, -2],
      [7.5, 2],
      [4.5, 2.5],
    ],
  ],
  leaf: [
    [
      [-6, 6],
      [6, -6],
    ],
    [
      [-6, 6],
      [-6, -2],
      [0, -7],
      [7, -7],
      [7, 0],
      [2, 6],
      [-6, 6],
    ],
  ],
  train: [
    [
      [-6, -8],
      [6, -8],
      [6, 5],
      [-6, 5],
      [-6, -8],
    ],
    [
      [-6, -1],
      [6, -1],
    ],
    [
      [-4, 5],
      [-7, 9],
    ],
    [
      [4, 5],
      [7, 9],
    ],
  ],
} satisfies Record<string, ReadonlyArray<ReadonlyArray<readonly [number, number]>>>;

export type Icon = keyof typeof icons;

/** An icon of about 18 px around a point. */
export function icon(
  context: SKRSContext2D,
  name: Icon,
  x: number,
  y: number,
  color: string,
  width = 1.8,
  scale = 1,
): void {
  for (const points of icons[name])
    stroke(
      context,
      points.map(([dx = 0, dy = 0]) => [x + dx * scale, y + dy * scale] as const),
      color,
      width,
    );
  if (name === 'search') {
    context.beginPath();
    context.arc(x - 1.5, y - 1.5, 6.5 * scale, 0, Math.PI * 2);
    context.stroke();
  }
}
