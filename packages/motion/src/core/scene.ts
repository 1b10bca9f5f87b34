import type { Rect, Shot, Size } from '@animatic/schema';
import { whole } from './composition/matters.ts';
import { type Window, windowOn } from './composition/window.ts';
import { clamp, inflate } from './geometry.ts';
import type { View } from './view.ts';

/** Shapes within this share of one another fill the format; the rest is cropped away. */
const SAME_SHAPE = 0.03;
/** taste.md: a screen of another shape stands at 82 % of the height, at most 86 % of the width. */
const SCREEN_HEIGHT = 0.82;
const SCREEN_WIDTH = 0.86;
/** The same share of what is left above viewers' lines. */
const ABOVE_LINES = 0.88;
/**
 * A frame that is long in itself (a poster is not) and twice as long as the format's shape is a page to travel
 * over, if it would get too small to read.
 */
const PAGE_SHAPE = 2.4;
const PAGE_RATIO = 2;
const PAGE_SMALLEST = 0.7;
/** The corners of a window onto a frame, as a share of its shorter side: cut edges want to be seen as meant. */
const WINDOW_CORNER = 0.03;

/** How a frame sits in the format, before the camera moves. Lengths are view pixels (the clip's own). */
export interface Scene {
  /** `full` fills the view, `screen` stands on a ground, `page` is longer than the view and cropped at first. */
  kind: 'full' | 'screen' | 'page';
  view: Size;
  frame: Size;
  /** Where the whole frame lies, whole pixels; of a frame that is seen through a window, also what lies around that. */
  picture: Rect;
  /** The part of the frame that is shown, frame pixels: all of it but for a window. */
  window: Rect;
  /** Where that part lies, whole pixels. */
  shown: Rect;
  /** View pixels per frame pixel; the two differ by rounding only. */
  scaleX: number;
  scaleY: number;
  /** The radius of the corners of what is shown. */
  corner: number;
  /** The camera never looks beyond this; where it is narrower than the view, it stays in the middle. */
  bounds: Rect;
  /** Where the camera starts: the view's centre and zoom 1. */
  start: View;
  /** The zoom at which one captured pixel is one of the view's. */
  sharpest: number;
}

/**
 * Places a frame in the format (taste.md: never black bars).
 *
 * @param reserved view pixels at the bottom that screens leave free, for viewers' lines
 * @param matters what must be seen, frame pixels: where the whole frame would be too small to read, a part of it around
 * this is shown instead
 * @example composeScene(shot, { width: 1920, height: 1080 }).kind // 'screen' for a phone's frame
 */
export function composeScene(
  shot: Pick<Shot, 'size' | 'still'> & Partial<Pick<Shot, 'layers'>>,
  view: Size,
  reserved = 0,
  matters?: Rect,
): Scene {
  const frame = shot.size;
  const ratio = frame.width / frame.height / (view.width / view.height);
  const cover = Math.max(view.width / frame.width, view.height / frame.height);
  const contain = Math.min(
    (reserved > 0 ? (view.height - reserved) * ABOVE_LINES : view.height * SCREEN_HEIGHT) / frame.height,
    (view.width * SCREEN_WIDTH) / frame.width,
  );
  const long = Math.max(ratio, 1 / ratio);
  const shape = Math.max(frame.width / frame.height, frame.height / frame.width);
  const unit = Math.min(view.width, view.height) / 1080;
  const small = contain / unit < PAGE_SMALLEST;
  // A small clip is composed as a large one is: a preview must not show another picture.
  const filled = cover / Math.min(1, unit);
  const captured = shot.still.width / frame.width;
  const kind =
    Math.abs(Math.log(ratio)) <= SAME_SHAPE
      ? 'full'
      : shape >= PAGE_SHAPE && long >= PAGE_RATIO && small && filled <= captured
        ? 'page'
        : 'screen';
  if (kind === 'screen' && matters) {
    const window = windowOn({ layers: [], ...shot }, matters, view, contain, reserved);
    if (window) return windowed(shot, view, window);
  }
  const scale = kind === 'screen' ? contain : cover;
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  const free = kind === 'screen' ? view.height - reserved : view.height;
  const centred = { x: Math.floor((view.width - width) / 2), y: Math.floor((free - height) / 2) };
  const picture: Rect = {
    x: kind === 'page' ? Math.max(0, centred.x) : centred.x,
    y: kind === 'page' ? Math.max(0, centred.y) : centred.y,
    width,
    height,
  };
  const margin = Math.min(centred.x, centred.y);
  return {
    kind,
    view,
    frame,
    picture,
    window: whole(frame),
    shown: picture,
    scaleX: width / frame.width,
    scaleY: height / frame.height,
    corner: kind === 'screen' ? cornerOf(frame, picture) : 0,
    bounds: kind === 'screen' ? roomAround(picture, margin, view, reserved) : picture,
    start: { x: view.width / 2, y: view.height / 2, zoom: 1 },
    sharpest: shot.still.width / width,
  };
}

/** A part of a frame as a screen: the frame on whole pixels, so that its still is not resampled, the part cut to them. */
function windowed(shot: Pick<Shot, 'size' | 'still'>, view: Size, { part, scale, room }: Window): Scene {
  const frame = shot.size;
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  const scaleX = width / frame.width;
  const scaleY = height / frame.height;
  const cut = {
    x: Math.round(part.x * scaleX),
    y: Math.round(part.y * scaleY),
    width: Math.min(width, Math.round(part.width * scaleX)),
    height: Math.min(height, Math.round(part.height * scaleY)),
  };
  const shown = {
    ...cut,
    x: Math.round(room.x + (room.width - cut.width) / 2),
    y: Math.round(room.y + (room.height - cut.height) / 2),
  };
  const window = {
    x: cut.x / scaleX,
    y: cut.y / scaleY,
    width: cut.width / scaleX,
    height: cut.height / scaleY,
  };
  return {
    kind: 'screen',
    view,
    frame,
    picture: { x: shown.x - cut.x, y: shown.y - cut.y, width, height },
    window,
    shown,
    scaleX,
    scaleY,
    corner: Math.round(clamp(Math.min(shown.width, shown.height) * WINDOW_CORNER, 6, 40)),
    bounds: evenlyAround(shown, view),
    start: { x: view.width / 2, y: view.height / 2, zoom: 1 },
    sharpest: shot.still.width / width,
  };
}

/** As `roomAround`, but with the view's middle in its own: a camera that comes nearer does not move sideways. */
function evenlyAround(shown: Rect, view: Size): Rect {
  const margin = Math.max(0, Math.min(shown.x, shown.y));
  const reach = (side: number, from: number, length: number) =>
    Math.min(side / 2, Math.max(side / 2 - from, from + length - side / 2) + margin);
  const x = reach(view.width, shown.x, shown.width);
  const y = reach(view.height, shown.y, shown.height);
  return { x: view.width / 2 - x, y: view.height / 2 - y, width: x * 2, height: y * 2 };
}

/** A screen's surroundings that the camera may see: as much on every side, with the lines below if there are any. */
function roomAround(picture: Rect, margin: number, view: Size, reserved: number): Rect {
  const room = inflate(picture, Math.max(0, margin));
  return reserved > 0 ? { ...room, y: 0, height: view.height } : room;
}

/** Phones are rounder than windows; everything else gets just a touch. */
function cornerOf(frame: Size, picture: Rect): number {
  const phone = frame.width / frame.height < 0.62 && frame.width <= 520;
  const short = Math.min(picture.width, picture.height);
  return Math.round(phone ? short * 0.09 : clamp(short * 0.018, 6, 18));
}

/** Frame pixels to view pixels at zoom 1. */
export function toScene(scene: Scene, rect: Rect): Rect {
  return {
    x: scene.picture.x + rect.x * scene.scaleX,
    y: scene.picture.y + rect.y * scene.scaleY,
    width: rect.width * scene.scaleX,
    height: rect.height * scene.scaleY,
  };
}
