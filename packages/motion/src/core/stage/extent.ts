import type { Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';
import { middle } from '../geometry.ts';
import type { Aids, Prepared } from '../paint/aids.ts';
import { placing } from './placing.ts';
import type { Ink } from './text/ink.ts';

/** Where a bitmap's pixels are, frame pixels. */
export function inkBox({ width, height, at }: Ink, own: Prepared<Bitmap>): Rect {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((at[y * width + x] ?? 0) > 2) {
        if (x < left) left = x;
        if (x >= right) right = x + 1;
        if (y < top) top = y;
        bottom = y + 1;
      }
  const columns = { from: left, to: Math.max(left, right) };
  return placing(own).rect(columns, { from: top, to: Math.max(top, bottom) });
}

const TURN = 720;
const RINGS = 100;
/** A gap of so many hundredths of the radius parts a ring from what stands within it. */
const PARTED = 5;
/** A ring with a smaller opening than this share of a turn is whole. */
const OPEN = 0.04;

/**
 * The part of a turn that a ring covers, clockwise from about twelve, and the radius of what stands in its middle,
 * frame pixels; undefined for a whole ring without anything in it.
 */
export function arcOf(
  { width, height, at, least }: Ink,
  own: Prepared<Bitmap>,
  box: Rect,
): Aids<Bitmap>['arc'] {
  const centre = middle(box);
  const px = own.image.width / own.box.width;
  const cx = (centre.x - own.box.x) * px;
  const cy = ((centre.y - own.box.y) * own.image.height) / own.box.height;
  const reach = Math.hypot(Math.max(cx, width - cx), Math.max(cy, height - cy));
  const rings = new Uint8Array(RINGS);
  const visit = (see: (dx: number, dy: number, radius: number) => void) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        if ((at[y * width + x] ?? 0) >= least / 2) {
          const dx = x + 0.5 - cx;
          const dy = y + 0.5 - cy;
          see(dx, dy, Math.hypot(dx, dy));
        }
  };
  visit((_dx, _dy, radius) => {
    rings[Math.min(RINGS - 1, Math.floor((radius / reach) * RINGS))] = 1;
  });
  const hub = hubOf(rings) * (reach / RINGS);
  const covered = new Uint8Array(TURN);
  visit((dx, dy, radius) => {
    if (radius < Math.max(3, hub)) return;
    const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
    covered[Math.floor(turn * TURN) % TURN] = 1;
  });
  const span = spanOf(covered);
  if (!span && hub === 0) return undefined;
  return { ...(span ?? { from: 0, to: 1 }), hub: hub / px };
}

/** The middle of the clear rings between what stands at the centre and a ring around it; 0 where there is neither. */
function hubOf(rings: Uint8Array): number {
  const first = rings.indexOf(1);
  if (first < 0 || first > RINGS / 4) return 0;
  let clear = 0;
  let best = { end: 0, length: 0 };
  for (let i = first; i < RINGS; i++) {
    if (rings[i]) {
      if (clear > best.length) best = { end: i, length: clear };
      clear = 0;
    } else clear++;
  }
  return best.length >= PARTED ? best.end - best.length / 2 : 0;
}

/** The widest gap parts the end from the beginning. */
function spanOf(covered: Uint8Array): { from: number; to: number } | null {
  let best = { from: 0, length: 0 };
  let length = 0;
  for (let i = 0; i < TURN * 2; i++) {
    length = covered[i % TURN] ? 0 : length + 1;
    if (length > best.length && length <= TURN) best = { from: i - length + 1, length };
  }
  if (best.length < TURN * OPEN || best.length >= TURN) return null;
  const end = (best.from % TURN) / TURN;
  const begin = ((best.from + best.length) % TURN) / TURN;
  const from = begin > end ? begin - 1 : begin;
  return { from: from - 1 / TURN, to: end + 1 / TURN };
}
