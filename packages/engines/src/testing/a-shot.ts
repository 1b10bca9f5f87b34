import { type Shot, shotSchema } from '@animatic/schema';
import type * as z from 'zod';

/** A picture of this size, in one tile. */
export const aPicture = (width: number, height: number, digit = 'a') => ({
  width,
  height,
  tiles: [{ still: digit.repeat(64), x: 0, y: 0, width, height }],
});

type Asked = NonNullable<z.input<typeof shotSchema>['generation']>;

/** A shot of a phone's screen that is generated. */
export function aShot(
  generation: Partial<Asked> & { model: string },
  change: Partial<z.input<typeof shotSchema>> = {},
): Shot {
  return shotSchema.parse({
    id: 'a',
    source: { node: '1:1', name: 'Home' },
    size: { width: 390, height: 844 },
    still: aPicture(780, 1688),
    caption: { direction: 'the card rises', line: '', title: 'Home' },
    duration: 4,
    engine: 'vendors',
    generation: { from: { kind: 'still' }, seconds: 4, ...generation },
    ...change,
  });
}
