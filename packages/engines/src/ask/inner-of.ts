import type { Rect, Size, StillFit } from '@animatic/schema';

const even = (n: number): number => Math.max(2, Math.round(n / 2) * 2);

/**
 * Where a still lies in a picture of a model's size, whole even pixels: scaled to fit and put in the middle. Even, so that
 * footage can be cut there without touching its chroma.
 *
 * @example innerBox({ width: 390, height: 844 }, { width: 720, height: 1280 }) // x 64, y 0, 592 × 1280
 */
export function innerBox(still: Size, size: Size): Rect {
  const scale = Math.min(size.width / still.width, size.height / still.height);
  const width = Math.min(size.width, even(still.width * scale));
  const height = Math.min(size.height, even(still.height * scale));
  return {
    x: 2 * Math.floor((size.width - width) / 4),
    y: 2 * Math.floor((size.height - height) / 4),
    width,
    height,
  };
}

/**
 * The part of a model's picture that is the frame itself, as shares of its sides; undefined where nothing was added. The
 * same for a letterbox and for drawn-out edges: what was added is taken away again in the clip.
 */
export function innerOf(still: Size, size: Size, fit: StillFit): Rect | undefined {
  if (fit === 'crop') return undefined;
  const box = innerBox(still, size);
  if (box.width === size.width && box.height === size.height) return undefined;
  return {
    x: box.x / size.width,
    y: box.y / size.height,
    width: box.width / size.width,
    height: box.height / size.height,
  };
}

/** What is left of `inner` when the picture that it lies in is itself put into `outer`; both shares. */
export function innerWithin(outer: Rect | undefined, inner: Rect | undefined): Rect | undefined {
  if (!outer || !inner) return inner ?? outer;
  return {
    x: outer.x + inner.x * outer.width,
    y: outer.y + inner.y * outer.height,
    width: inner.width * outer.width,
    height: inner.height * outer.height,
  };
}
