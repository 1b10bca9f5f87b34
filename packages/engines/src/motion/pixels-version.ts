declare const __PIXELS_VERSION__: string | undefined;

/** A hash of the code that draws, set by the bundle; footage made by other code is made again. */
export function pixelsVersion(): string {
  return typeof __PIXELS_VERSION__ === 'string' ? __PIXELS_VERSION__ : 'source';
}
