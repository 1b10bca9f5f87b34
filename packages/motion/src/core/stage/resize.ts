import type { Rect } from '@animatic/schema';
import type { Bitmap, CanvasHost } from '../canvas.ts';

/**
 * A bitmap at another size, placed on whole pixels: `place` is where it would lie in the larger picture's pixels.
 * The result covers `place` out to whole pixels and says which, so that layers and stills share one grid.
 * Without a resampling of the platform's own it is halved (a box filter) until one step of at most 2 remains.
 */
export function resizeOnGrid<B extends Bitmap>(
  host: CanvasHost<B>,
  source: B,
  place: Rect,
): { bitmap: B; grid: Rect } {
  const grid = gridOf(place);
  const { x, y, width, height } = grid;
  const whole =
    Math.abs(place.x - x) < 1e-3 &&
    Math.abs(place.y - y) < 1e-3 &&
    Math.abs(source.width - place.width) < 1e-3 &&
    Math.abs(source.height - place.height) < 1e-3;
  if (!whole && host.resize) return { bitmap: host.resize(source, place, grid), grid };
  if (whole && host.mosaic) return { bitmap: host.mosaic(grid, [{ bitmap: source, x: 0, y: 0 }]), grid };
  const { bitmap, context } = host.surface(width, height);
  const reduced = halve(host, source, place.width, place.height);
  if (whole) {
    context.imageSmoothingEnabled = false;
    context.drawImage(reduced, 0, 0);
  } else {
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'high';
    context.drawImage(reduced, place.x - x, place.y - y, place.width, place.height);
  }
  return { bitmap, grid };
}

/** The whole pixels that a place touches; a thousandth counts as rounding. */
export function gridOf(place: Rect): Rect {
  const x = Math.floor(place.x + 1e-3);
  const y = Math.floor(place.y + 1e-3);
  const width = Math.max(1, Math.ceil(place.x + place.width - 1e-3) - x);
  const height = Math.max(1, Math.ceil(place.y + place.height - 1e-3) - y);
  return { x, y, width, height };
}

function halve<B extends Bitmap>(host: CanvasHost<B>, source: B, width: number, height: number): B {
  let current = source;
  while (
    current.width >= width * 2 &&
    current.height >= height * 2 &&
    current.width > 1 &&
    current.height > 1
  ) {
    const w = Math.round(current.width / 2);
    const h = Math.round(current.height / 2);
    const { bitmap, context } = host.surface(w, h);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = 'medium';
    context.drawImage(current, 0, 0, w, h);
    current = bitmap;
  }
  return current;
}
