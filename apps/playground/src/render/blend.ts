/** Figma's blend modes as canvas operations. LINEAR_BURN has none: darkening by multiplication comes nearest. */
const operations: Readonly<Record<string, GlobalCompositeOperation>> = {
  DARKEN: 'darken',
  MULTIPLY: 'multiply',
  LINEAR_BURN: 'multiply',
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

/** The canvas operation of a blend mode; NORMAL, PASS_THROUGH and unknown ones lay over. */
export function operationOf(blendMode: string | undefined): GlobalCompositeOperation {
  return (blendMode && operations[blendMode]) || 'source-over';
}

/** True where a blend mode looks at what lies below. */
export function looksBelow(blendMode: string | undefined): boolean {
  return operationOf(blendMode) !== 'source-over';
}
