import { type Plane, planeOf } from './picture.ts';
import { sameSize } from './psnr.ts';

/** Wang et al. 2004, "Image Quality Assessment: From Error Visibility to Structural Similarity". */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;
const REACH = 5;
const SIGMA = 1.5;
const WEIGHTS = (() => {
  const weights = Array.from({ length: REACH * 2 + 1 }, (_, i) =>
    Math.exp(-((i - REACH) ** 2) / (2 * SIGMA ** 2)),
  );
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((weight) => weight / sum);
})();

/**
 * Structural similarity of two lumas: the mean over every 11 × 11 Gaussian window (sigma 1.5) that lies inside, no
 * downsampling. The two must be at least 11 pixels wide and high.
 *
 * @throws RangeError where their sizes differ or are too small
 * @example ssim(lumaOf(decoded), lumaOf(still)) >= 0.985
 */
export function ssim(a: Plane, b: Plane): number {
  sameSize(a, b);
  const { width, height } = a;
  if (width < WEIGHTS.length || height < WEIGHTS.length)
    throw new RangeError(`SSIM needs at least ${WEIGHTS.length} pixels each way, not ${width} × ${height}`);
  const product = (p: Plane, q: Plane) =>
    windows({ width, height, data: p.data.map((v, i) => v * q.data[i]!) });
  const [meanA, meanB, squareA, squareB, cross] = [
    windows(a),
    windows(b),
    product(a, a),
    product(b, b),
    product(a, b),
  ];
  let sum = 0;
  for (let i = 0; i < meanA.data.length; i++) {
    const [x, y] = [meanA.data[i]!, meanB.data[i]!];
    const varianceA = squareA.data[i]! - x * x;
    const varianceB = squareB.data[i]! - y * y;
    const covariance = cross.data[i]! - x * y;
    sum += ((2 * x * y + C1) * (2 * covariance + C2)) / ((x * x + y * y + C1) * (varianceA + varianceB + C2));
  }
  return sum / meanA.data.length;
}

/** The Gaussian mean of every window that lies inside. */
function windows(plane: Plane): Plane {
  const across = planeOf(plane.width - REACH * 2, plane.height, (x, y) => {
    let sum = 0;
    for (let i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i]! * plane.data[y * plane.width + x + i]!;
    return sum;
  });
  return planeOf(across.width, plane.height - REACH * 2, (x, y) => {
    let sum = 0;
    for (let i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i]! * across.data[(y + i) * across.width + x]!;
    return sum;
  });
}
