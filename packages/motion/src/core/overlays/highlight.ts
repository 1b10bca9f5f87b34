import { css } from '../color.ts';
import type { DrawItem } from '../draw-list.ts';
import { ease } from '../easing.ts';
import { aired } from './boxes.ts';
import { outline, stretch } from './outline.ts';
import type { OverlayItems } from './overlay.ts';
import { presence } from './times.ts';

/** At 1080p: the ring's width, the air between it and what it is about, its least radius. */
const WIDTH = 4;
const AIR = 11;
const CORNER = 12;
/** The glow: strokes beneath the ring, so many times as wide, each faint. */
const GLOW: readonly (readonly [number, number])[] = [
  [10, 0.035],
  [7, 0.05],
  [4.4, 0.075],
  [2.4, 0.12],
];
const COMES = 0.7;
const GOES = 0.45;

/** A ring around some boxes, drawn on from the middle of their tops both ways, with a soft glow. */
export const highlight: OverlayItems = (moment) => {
  const { overlay, shot, matrix, pixel } = moment;
  const { come, stay } = presence(moment, COMES, GOES);
  const drawn = ease('travel', come);
  const there = ease('drift', stay);
  if (drawn <= 0 || there <= 0) return [];
  const { contrast, dark } = shot.overlayTone;
  const glow = there * (dark ? 1.5 : 1);
  return aired(overlay, AIR * pixel, CORNER * pixel).flatMap(({ box, corners }): DrawItem[] => {
    const around = outline(box, corners);
    // Both halves run from the top's middle and meet at the bottom's.
    const halves =
      drawn >= 1
        ? [stretch(around, 0, 1)]
        : [stretch(around, 0, drawn / 2), stretch(around, 1 - drawn / 2, 1)];
    const ring = (width: number, opacity: number): DrawItem => ({
      kind: 'path',
      matrix,
      shapes: halves.map((points) => ({ kind: drawn >= 1 ? 'polygon' : 'line', points })),
      rule: 'nonzero',
      stroke: { color: css(contrast), width: width * WIDTH * pixel },
      accentOf: shot.index,
      opacity,
    });
    return [...GLOW.map(([width, opacity]) => ring(width, opacity * glow)), ring(1, there)];
  });
};
