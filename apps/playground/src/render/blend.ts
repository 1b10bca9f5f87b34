/** A canvas operation, or the one of Figma's modes that a canvas does not have. */
export type BlendOperation = GlobalCompositeOperation | 'linear-burn';

const operations: Readonly<Record<string, BlendOperation>> = {
  DARKEN: 'darken',
  MULTIPLY: 'multiply',
  LINEAR_BURN: 'linear-burn',
  COLOR_BURN: 'color-burn',
  LIGHTEN: 'lighten',
  SCREEN: 'screen',
  LINEAR_DODGE: 'lighter',
  COLOR_DODGE: 'color-dodge',
  OVERLAY: 'overlay',
  SOFT_LIGHT: 'soft-light',
  HARD_LIGHT: 'hard-light',
  DIFFERENCE: 'difference',
  EXCLUSION: 'exclusion',
  HUE: 'hue',
  SATURATION: 'saturation',
  COLOR: 'color',
  LUMINOSITY: 'luminosity',
};

/** The operation of a blend mode; NORMAL, PASS_THROUGH and unknown ones lay over. */
export function operationOf(blendMode: string | undefined): BlendOperation {
  return (blendMode && operations[blendMode]) || 'source-over';
}

/** True where a blend mode looks at what lies below. */
export function looksBelow(blendMode: string | undefined): boolean {
  return operationOf(blendMode) !== 'source-over';
}

/**
 * Blends straight RGBA over straight RGBA by linear burn, max(0, below + above − 1), composited as Compositing and
 * Blending 1, section 10.1 has it.
 *
 * @param below is changed.
 * @param alpha of the whole of `above`, 0 to 1.
 */
export function burnLinear(below: Uint8ClampedArray, above: Uint8ClampedArray, alpha: number): void {
  for (let i = 0; i < below.length; i += 4) {
    const as = (above[i + 3]! / 255) * alpha;
    if (as === 0) continue;
    const ab = below[i + 3]! / 255;
    const ao = as + ab * (1 - as);
    for (let c = i; c < i + 3; c++) {
      const cs = above[c]! / 255;
      const cb = below[c]! / 255;
      const mixed = (1 - ab) * cs + ab * Math.max(0, cb + cs - 1);
      below[c] = Math.round(((as * mixed + (1 - as) * ab * cb) / ao) * 255);
    }
    below[i + 3] = Math.round(ao * 255);
  }
}
