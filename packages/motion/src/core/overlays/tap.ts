import { css } from '../color.ts';
import type { DrawItem } from '../draw-list.ts';
import { ease } from '../easing.ts';
import { type Affine, clamp, middle, multiply, scaleMove } from '../geometry.ts';
import type { OverlayItems, OverlayMoment } from './overlay.ts';
import { between } from './times.ts';

/** taste.md: the pointer's path bows 4 to 8 % and takes .5 to .9 s. */
const BOW = 0.06;
const SHORTEST = 0.5;
const LONGEST = 0.9;
/** How far it comes, at 1080p: from below and right, where a hand would come from. */
const WAY = { x: 300, y: 250 };
const PRESSED = 0.92;
const PRESS = 0.11;
const RELEASE = 0.22;
const RIPPLE = 0.6;
const LEAVES = 0.4;

interface Times {
  arrives: number;
  leaves: number;
}

/** When a tap's pointer is where, seconds since it began. */
function timesOf({ overlay: { duration } }: OverlayMoment): Times {
  const arrives = Math.min(clamp(duration * 0.42, SHORTEST, LONGEST), duration * 0.55);
  const leaves = Math.max(arrives + (duration - arrives) * 0.45, duration - LEAVES);
  return { arrives, leaves };
}

/** A pointer that comes, presses and goes: an arrow, or a finger's dot on a phone. */
export const tap: OverlayItems = (moment) => {
  const { overlay, shot, seconds, matrix, pixel } = moment;
  const { frame } = shot.scene;
  const box = overlay.boxes[0];
  if (!box) return [];
  const times = timesOf(moment);
  const touch = frame.width / frame.height < 0.72 && frame.width <= 520;
  const goal = middle(box);
  const at = placeAt(moment, goal, times);
  const down = times.arrives + 0.04;
  const press = between(seconds, down, down + PRESS, 'drift');
  const release = between(seconds, down + PRESS, down + PRESS + RELEASE, 'drift');
  const size = pixel * (1 - (1 - PRESSED) * (press - release));
  const gone = between(seconds, times.leaves + 0.1, overlay.duration, 'drift');
  const opacity = ease('drift', Math.min(1, seconds / (times.arrives * 0.4))) * (1 - gone);
  const pointer = multiply(matrix, scaleMove(size, size, at.x, at.y));
  return [
    ...ripple(moment, goal, down + PRESS * 0.7),
    ...(opacity <= 0.002 ? [] : touch ? finger(pointer, opacity, press - release) : arrow(pointer, opacity)),
  ];
};

/** Where the pointer is: along an arc to its goal, and a little way back when it leaves. */
function placeAt(
  { seconds, pixel, shot, overlay }: OverlayMoment,
  goal: { x: number; y: number },
  times: Times,
) {
  const { width, height } = shot.scene.frame;
  // It comes from where there is room.
  const side = goal.x + WAY.x * pixel > width * 1.02 ? -1 : 1;
  const far = Math.min(WAY.x * pixel, width * 0.6);
  const deep = Math.min(WAY.y * pixel, height * 0.5);
  const way = { x: side * far, y: goal.y + deep > height ? -deep * 0.55 : deep };
  const came = between(seconds, 0, times.arrives, 'travel');
  const left = between(seconds, times.leaves, overlay.duration, 'exit');
  const away = 1 - came + left * 0.22;
  const bow = Math.sin(Math.PI * came) * BOW * side;
  return { x: goal.x + way.x * away + way.y * bow, y: goal.y + way.y * away - way.x * bow };
}

/** A ring that spreads from where it was pressed. */
function ripple(
  { seconds, matrix, pixel, shot }: OverlayMoment,
  { x, y }: { x: number; y: number },
  from: number,
): DrawItem[] {
  const share = (seconds - from) / RIPPLE;
  if (share <= 0 || share >= 1) return [];
  const spread = ease('enter', share);
  const faint = 1 - ease('drift', share);
  const { contrast } = shot.overlayTone;
  const accentOf = shot.index;
  const circle = { kind: 'circle', x, y, radius: pixel * (10 + 44 * spread) } as const;
  return [
    {
      kind: 'path',
      matrix,
      shapes: [circle],
      rule: 'nonzero',
      fill: css(contrast),
      accentOf,
      opacity: 0.14 * faint,
    },
    {
      kind: 'path',
      matrix,
      shapes: [circle],
      rule: 'nonzero',
      stroke: { color: css(contrast), width: 2.5 * pixel * (1 - 0.6 * spread) },
      accentOf,
      opacity: 0.55 * faint,
    },
  ];
}

/** A finger's dot, 1080p pixels about its middle: dark glass with a light rim, to be seen on anything and through. */
function finger(matrix: Affine, opacity: number, pressed: number): DrawItem[] {
  const circle = { kind: 'circle', x: 0, y: 0, radius: 26 } as const;
  const shadow = { color: 'rgba(10,14,26,0.5)', blur: 14, x: 0, y: 4 };
  const path = { kind: 'path', matrix, shapes: [circle], rule: 'nonzero' } as const;
  return [
    { ...path, fill: 'rgb(22,26,38)', opacity: opacity * (0.3 + 0.14 * pressed) },
    { ...path, stroke: { color: 'rgb(255,255,255)', width: 3.5 }, shadow, opacity: opacity * 0.95 },
  ];
}

/** An arrow's outline, its tip at the origin, 1080p pixels. */
const ARROW: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 35],
  [8.4, 27.4],
  [14, 40.2],
  [20, 37.6],
  [14.5, 25],
  [25.6, 24.6],
];

/** A white arrow with a dark rim and a soft shadow. */
function arrow(matrix: Affine, opacity: number): DrawItem[] {
  const shape = { kind: 'polygon', points: ARROW } as const;
  const rim = 'rgb(18,21,30)';
  return [
    {
      kind: 'path',
      matrix,
      shapes: [shape],
      rule: 'nonzero',
      fill: rim,
      stroke: { color: rim, width: 4.4 },
      shadow: { color: 'rgba(10,14,26,0.42)', blur: 16, x: 0, y: 5 },
      opacity,
    },
    {
      kind: 'path',
      matrix,
      shapes: [shape],
      rule: 'nonzero',
      fill: 'rgb(255,255,255)',
      stroke: { color: 'rgb(255,255,255)', width: 1 },
      opacity,
    },
  ];
}
