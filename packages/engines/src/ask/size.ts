import type { Size } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';

/** Aspects this near to the best one count as equal: 832 × 480 is as good a 16:9 as 1280 × 720. */
const SAME_ASPECT = Math.log(1.035);

/** @example sizeName({ width: 1280, height: 720 }) // '1280x720' */
export const sizeName = ({ width, height }: Size): string => `${width}x${height}`;

/** @example tierOf({ width: 832, height: 480 }) // '480p' */
export const tierOf = ({ width, height }: Size): string => `${Math.min(width, height)}p`;

const aspectOf = ({ width, height }: Size): number => width / height;
const distance = (a: number, b: number): number => Math.abs(Math.log(a / b));

/**
 * The size that a model has for a picture: the nearest shape first, then the nearest shorter side.
 *
 * @param wanted its shape matters, not its scale
 * @param short the shorter side that is wanted, pixels
 * @example nearestSize(model, { width: 390, height: 844 }, 720) // 720 × 1280, of a model with 16:9 and 9:16
 */
export function nearestSize(
  { sizes, anySize }: Pick<CatalogueModel, 'sizes' | 'anySize'>,
  wanted: Size,
  short: number,
): Size {
  const ratio = aspectOf(wanted);
  if (sizes.length === 0) {
    if (!anySize) throw new RangeError('the model has neither sizes nor anySize');
    return freeSize(anySize, ratio, short);
  }
  const nearest = Math.min(...sizes.map((size) => distance(aspectOf(size), ratio)));
  const [best] = sizes
    .filter((size) => distance(aspectOf(size), ratio) <= nearest + SAME_ASPECT)
    .map((size) => ({ size, off: distance(Math.min(size.width, size.height), short) }))
    .sort(
      (a, b) =>
        a.off - b.off ||
        distance(aspectOf(a.size), ratio) - distance(aspectOf(b.size), ratio) ||
        b.size.width * b.size.height - a.size.width * a.size.height,
    );
  if (!best) throw new RangeError('the model has no sizes');
  return { width: best.size.width, height: best.size.height };
}

/** Whole multiples, inside all ceilings, between 1:3 and 3:1. */
function freeSize(
  { multiple, max, maxPixels = max * max }: NonNullable<CatalogueModel['anySize']>,
  ratio: number,
  short: number,
): Size {
  const shape = Math.min(3, Math.max(1 / 3, ratio));
  const long = Math.max(shape, 1 / shape);
  // What the ceilings leave of the shorter side.
  const least = Math.min(short, max / long, Math.sqrt(maxPixels / long));
  const down = (n: number): number => Math.max(multiple, Math.floor(n / multiple) * multiple);
  const near = (n: number): number =>
    Math.min(down(max), Math.max(multiple, Math.round(n / multiple) * multiple));
  let shorter = near(least);
  let longer = near(shorter * long);
  if (shorter * longer > maxPixels) longer = down(maxPixels / shorter);
  // Rounding must not lead out of 1:3.
  if (longer > shorter * 3) longer = down(shorter * 3);
  if (longer < shorter) [shorter, longer] = [down(longer), down(longer)];
  return shape >= 1 ? { width: longer, height: shorter } : { width: shorter, height: longer };
}

/** In words, for a refusal. */
export function sizesInWords({ sizes, anySize }: Pick<CatalogueModel, 'sizes' | 'anySize'>): string {
  if (sizes.length > 0) return sizes.map(({ width, height }) => `${width} × ${height}`).join(', ');
  return anySize ? `multiples of ${anySize.multiple} up to ${anySize.max} a side` : 'none';
}

const shapes = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '4:5', '5:4', '21:9'] as const;

/** The usual name of a size's shape, for wires that want one. @example shapeName({ width: 832, height: 480 }) // '16:9' */
export function shapeName(size: Size): (typeof shapes)[number] {
  const ratio = aspectOf(size);
  const ratioOf = (shape: string): number => {
    const [width = 1, height = 1] = shape.split(':').map(Number);
    return width / height;
  };
  return shapes.reduce((best, shape) =>
    distance(ratioOf(shape), ratio) < distance(ratioOf(best), ratio) ? shape : best,
  );
}
