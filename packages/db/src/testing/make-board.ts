import {
  type Sha256,
  STORYBOARD_VERSION,
  type Storyboard,
  type StoryboardInput,
  storyboardSchema,
} from '@animatic/schema';

/** A valid document whose shots each show one whole still. */
export function makeBoard(
  stills: ReadonlyArray<{ hash: Sha256; width: number; height: number }>,
  overrides: Partial<StoryboardInput> = {},
): Storyboard {
  return storyboardSchema.parse({
    version: STORYBOARD_VERSION,
    title: 'Checkout',
    format: { aspect: '16:9', resolution: 720, fps: 30 },
    shots: stills.map(({ hash, width, height }, index) => ({
      id: `shot-${index + 1}`,
      source: { node: `1:${index + 1}`, name: `Frame ${index + 1}` },
      size: { width, height },
      still: { width, height, tiles: [{ still: hash, x: 0, y: 0, width, height }] },
      caption: { line: `Line ${index + 1}` },
      duration: 2,
    })),
    ...overrides,
  } satisfies StoryboardInput);
}
