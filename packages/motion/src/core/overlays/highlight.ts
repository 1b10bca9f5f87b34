import { css } from '../color.ts';
import type { DrawItem } from '../draw-list.ts';
import { ease } from '../easing.ts';
import { aired } from './boxes.ts';
import { outline, stretch } from './outline.ts';
import type { OverlayItems } from './overlay.ts';
import { presence } from './times.ts';

/** At 1080p: the ring's width, the air between it and what it is about, its least radius, its glow. */
const WIDTH = 4;
const AIR = 11;
const CORNER = 12;
const GLOW = 26;
const COMES = 0.7;
const GOES = 0.45;

/** A ring around some boxes, drawn on from the middle of their tops both ways, with a soft glow. */
export const highlight: OverlayItems = (moment) => {
  const { overlay, shot, matrix, pixel } = moment;
  const { come, stay } = presence(moment, COMES, GOES);
  const drawn = ease('travel', come);
  const there = ease('drift', stay);
  if (drawn <= 0 || there <= 0) return [];
  const { accent, dark } = shot.overlayTone;
  const glow = ease('drift', Math.max(0, (come - 0.45) / 0.55)) * there;
  return aired(overlay, AIR * pixel, CORNER * pixel).flatMap(({ box, corners }): DrawItem[] => {
    const around = outline(box, corners);
    // Both halves run from the top's middle and meet at the bottom's.
    const halves =
      drawn >= 1
        ? [stretch(around, 0, 1)]
        : [stretch(around, 0, drawn / 2), stretch(around, 1 - drawn / 2, 1)];
    const ring = (color: string, width: number, opacity: number, blur: number): DrawItem => ({
      kind: 'path',
      matrix,
      shapes: halves.map((points) => ({ kind: drawn >= 1 ? 'polygon' : 'line', points })),
      rule: 'nonzero',
      stroke: { color, width },
      ...(blur > 0 && { shadow: { color: css(accent, dark ? 0.85 : 0.6), blur, x: 0, y: 0 } }),
      opacity,
    });
    return [
      ...(glow > 0.01 ? [ring(css(accent), WIDTH * pixel, glow * 0.8, GLOW * pixel)] : []),
      ring(css(accent), WIDTH * pixel, there, 0),
    ];
  });
};
