import type { Layer, Rect, Shot, Size } from '@animatic/schema';
import { inflate, intersection } from '../geometry.ts';
import { safeZone } from '../lines/safe-zone.ts';
import { across, cropAlong, down } from './crop.ts';
import { whole } from './matters.ts';

/** View pixels a frame pixel, in a view whose shorter side is 1080, below which an interface's text is not read. */
const LEGIBLE = 0.8;
/** Larger than this it need not get. */
const LARGE = 1.6;
/** A window pays where it shows things so much larger. */
const PAYS = 1.12;
/** A still is shown pixel by pixel where that is so near. */
const NEARLY = 0.93;
/** taste.md: a screen's share of the width and the height. */
const WIDTH = 0.86;
const HEIGHT = 0.82;
/** Air around what matters, as a share of the frame's shorter side. */
const AIR = 0.03;

/** A part of a frame, and how large it is shown. */
export interface Window {
  /** Frame pixels. */
  part: Rect;
  /** View pixels a frame pixel. */
  scale: number;
  /** The room in the view that it stands in the middle of. */
  room: Rect;
}

/** What a window is looked for in. */
export interface Framed {
  size: Size;
  still: Pick<Shot['still'], 'width'>;
  layers: ReadonlyArray<Pick<Layer, 'box'>>;
}

/**
 * The part of a frame to show where all of it would be too small to read: around what matters, never cutting it, along
 * whole layers' edges where there are layers. Null where the frame is shown whole, because it is large enough, because
 * all of it matters, or because a part would not be much larger.
 *
 * @param contain the scale at which the whole frame would be shown
 * @param reserved view pixels at the bottom for viewers' lines
 * @example windowOn(shot, { x: 96, y: 180, width: 420, height: 260 }, { width: 1080, height: 1920 }, 0.645, 0)
 */
export function windowOn(
  frame: Framed,
  matters: Rect,
  view: Size,
  contain: number,
  reserved: number,
): Window | null {
  const { width, height } = frame.size;
  if (contain >= LEGIBLE * unitOf(view)) return null;
  const room = roomIn(view, reserved);
  const most = mostIn(room, view);
  const needed =
    intersection(inflate(matters, Math.min(width, height) * AIR), whole(frame.size)) ?? whole(frame.size);
  const captured = frame.still.width / width;
  const fits = Math.min(most.width / needed.width, most.height / needed.height);
  const wanted = Math.min(scaleWanted(frame.size, most, view), fits, captured);
  const scale = wanted > captured * NEARLY ? captured : wanted;
  const largest = { width: most.width / scale, height: most.height / scale };
  if (wanted < contain * PAYS || largest.width < needed.width || largest.height < needed.height) return null;
  const boxes = frame.layers.map(({ box }) => box);
  const wide = cropAlong(width, largest.width, across(needed), boxes.map(across));
  const tall = cropAlong(height, largest.height, down(needed), boxes.map(down));
  const part = { x: wide.from, y: tall.from, width: wide.to - wide.from, height: tall.to - tall.from };
  return { part, scale, room };
}

/**
 * The largest scale at which a frame is shown when only a part of it is: what a capture has to have pixels for. 0 where
 * it is always shown whole.
 *
 * @example windowScale({ width: 1440, height: 900 }, { width: 1080, height: 1920 }) // 1.55
 */
export function windowScale(frame: Size, view: Size): number {
  const contain = Math.min((view.width * WIDTH) / frame.width, (view.height * HEIGHT) / frame.height);
  if (contain >= LEGIBLE * unitOf(view)) return 0;
  return scaleWanted(frame, mostIn(roomIn(view, 0), view), view);
}

/** All of the frame's height, where that is large enough to be read. */
function scaleWanted({ height }: Size, most: Size, view: Size): number {
  const unit = unitOf(view);
  return Math.min(Math.max(most.height / height, LEGIBLE * unit), LARGE * unit);
}

/** View pixels a pixel of a view whose shorter side is 1080. */
const unitOf = ({ width, height }: Size): number => Math.min(width, height) / 1080;

function mostIn(room: Rect, view: Size): Size {
  return {
    width: Math.min(room.width, view.width * WIDTH),
    height: Math.min(room.height, view.height * HEIGHT),
  };
}

/** Where nothing of a player's or a feed's lies over it, above viewers' lines. */
function roomIn(view: Size, reserved: number): Rect {
  const zone = safeZone(view);
  const air = reserved > 0 ? Math.min(view.width, view.height) * AIR : 0;
  const end = Math.min(zone.y + zone.height, view.height - reserved - air);
  return { ...zone, height: end - zone.y };
}
