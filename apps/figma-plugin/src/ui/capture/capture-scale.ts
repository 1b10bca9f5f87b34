import { windowScale } from '@animatic/motion';
import { MAX_STILL_SIDE, type Size } from '@animatic/schema';

/** taste.md: the strongest zoom by default; a target may ask for more. */
const ZOOM = 1.25;
const MOST = 4;
/** What a canvas and a phone's memory still carry: 16 tiles of the largest size. */
const MOST_PIXELS = 4 * MAX_STILL_SIDE * MAX_STILL_SIDE;
/** Above this, taking a frame apart would need several canvases of its size at once: it moves as a whole. */
export const MOST_LAYERED_PIXELS = 2 * MAX_STILL_SIDE * MAX_STILL_SIDE;
/** Chromium's canvases end here. */
const MOST_SIDE = 16_384;
/** A frame in a format of another shape stands on a ground, smaller than the clip. */
const CONTAINED = { width: 0.86, height: 0.82 };

/**
 * Bitmap pixels a frame pixel, a whole number: enough for the clip's size times the largest zoom, in every format's
 * shape, and no more than memory carries.
 *
 * @param frame frame pixels
 * @param view the clip's size, pixels
 * @param zoom the largest zoom of the shot
 * @param seen what of the frame is seen at a time where it scrolls, frame pixels
 * @example captureScale({ width: 390, height: 844 }, { width: 1920, height: 1080 }) // 2
 */
export function captureScale(frame: Size, view: Size, zoom = ZOOM, seen = frame): number {
  const ratio = seen.width / seen.height / (view.width / view.height);
  const fills = Math.abs(Math.log(ratio)) <= 0.03;
  const cover = Math.max(view.width / seen.width, view.height / seen.height);
  const contain = Math.min(
    (view.width * CONTAINED.width) / seen.width,
    (view.height * CONTAINED.height) / seen.height,
  );
  // A page much longer than the view is travelled over at full width instead of shrinking to a strip.
  const long = Math.max(ratio, 1 / ratio) >= 2 && cover <= 2;
  // Of one that would be too small to read only a part is shown, larger.
  const screen = Math.max(contain, windowScale(seen, view));
  const wanted = Math.ceil((fills || long ? cover : screen) * zoom - 0.02);
  let scale = Math.min(MOST, Math.max(1, wanted));
  while (scale > 1 && !fits(frame, scale)) scale -= 1;
  return scale;
}

/** What Figma exports and a browser decodes well within a second. */
const EARLY_PIXELS = 9e6;

/**
 * The scale of a frame's very first picture: the best where that is quick, else a smaller one, sharpened later.
 *
 * @example earlyScale({ width: 1440, height: 5200 }, 2) // 1
 */
export function earlyScale({ width, height }: Size, best: number): number {
  let scale = best;
  while (scale > 1 && width * height * scale * scale > EARLY_PIXELS) scale -= 1;
  return scale;
}

function fits({ width, height }: Size, scale: number): boolean {
  return (
    width * height * scale * scale <= MOST_PIXELS && width * scale <= MOST_SIDE && height * scale <= MOST_SIDE
  );
}
