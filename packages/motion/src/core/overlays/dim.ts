import { css } from '../color.ts';
import { ease } from '../easing.ts';
import { inflate } from '../geometry.ts';
import { aired } from './boxes.ts';
import type { OverlayItems } from './overlay.ts';
import { presence } from './times.ts';

/** What is dimmed can still be read, but not looked at. */
const STRENGTH = 0.76;
/** Air around what stays bright and has no edge of its own, and the least radius of its corners, at 1080p. */
const AIR = 12;
const CORNER = 14;
const COMES = 0.5;
const GOES = 0.4;

/** All but some boxes recedes into the frame's background. */
export const dim: OverlayItems = (moment) => {
  const { overlay, shot, matrix, pixel } = moment;
  const { come, stay } = presence(moment, COMES, GOES);
  const share = ease('drift', come) * ease('drift', stay);
  if (share <= 0) return [];
  const { width, height } = shot.scene.frame;
  const all = inflate({ x: 0, y: 0, width, height }, Math.max(width, height) * 4);
  // The holes close in on what they are about, a little. What has corners has an edge of its own: around it the air would
  // show as a rim of its shadow.
  const edged = (overlay.corner ?? 0) > 0;
  const air = AIR * pixel * ((edged ? 0 : 1) + (1 - ease('enter', come)) * 0.8);
  const holes = aired(overlay, air, edged ? 0 : CORNER * pixel);
  return [
    {
      kind: 'path',
      matrix,
      shapes: [
        { kind: 'box', box: all, corners: [0, 0, 0, 0] },
        ...holes.map((hole) => ({ kind: 'box' as const, ...hole })),
      ],
      rule: 'evenodd',
      fill: css(shot.overlayTone.background),
      opacity: STRENGTH * share,
    },
  ];
};
