import { fromRest, identity, invert, type Matrix, multiply, type Point } from './matrix.ts';
import type { RestPaint } from './rest-node.ts';

/** Turns an image by quarter turns so that it again starts at 0,0: image pixels to turned pixels. */
function quarterTurns(image: Point, degrees: number): { turn: Matrix; turned: Point } {
  const turns = ((Math.round(degrees / 90) % 4) + 4) % 4;
  const { x: w, y: h } = image;
  if (turns === 1) return { turn: { a: 0, b: 1, c: -1, d: 0, e: h, f: 0 }, turned: { x: h, y: w } };
  if (turns === 2) return { turn: { a: -1, b: 0, c: 0, d: -1, e: w, f: h }, turned: image };
  if (turns === 3) return { turn: { a: 0, b: -1, c: 1, d: 0, e: 0, f: w }, turned: { x: h, y: w } };
  return { turn: identity, turned: image };
}

/**
 * The map from an image's pixels to the node's pixels, by the paint's scale mode. FILL covers the box, FIT fits in
 * it, STRETCH (a crop) goes by `imageTransform`, which maps parts of the box to parts of the image; TILE gives the
 * first tile.
 *
 * @param image the image's size in its own pixels.
 * @param box the node's size in page pixels.
 */
export function imageMap(paint: RestPaint, image: Point, box: Point): Matrix {
  if (paint.scaleMode === 'STRETCH') {
    const boxToImage = paint.imageTransform ? fromRest(paint.imageTransform) : identity;
    const back = invert(boxToImage) ?? identity;
    const toParts: Matrix = { ...identity, a: 1 / image.x, d: 1 / image.y };
    return multiply({ ...identity, a: box.x, d: box.y }, multiply(back, toParts));
  }
  const { turn, turned } = quarterTurns(image, paint.rotation ?? 0);
  if (paint.scaleMode === 'TILE') {
    const factor = paint.scalingFactor && paint.scalingFactor > 0 ? paint.scalingFactor : 1;
    return multiply({ ...identity, a: factor, d: factor }, turn);
  }
  const across = box.x / turned.x;
  const down = box.y / turned.y;
  const s = paint.scaleMode === 'FIT' ? Math.min(across, down) : Math.max(across, down);
  const centred: Matrix = {
    ...identity,
    a: s,
    d: s,
    e: (box.x - turned.x * s) / 2,
    f: (box.y - turned.y * s) / 2,
  };
  return multiply(centred, turn);
}
