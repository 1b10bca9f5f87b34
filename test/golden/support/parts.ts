import { motionSchema, type Shot, transitionSchema } from '@animatic/schema';
import { capture, type Stills } from './screen.ts';
import { placeOf, specimen, specimenNext } from './specimen.ts';

/** Three shots with a layer that pops in, a smart animate, and a camera that travels: a clip to be drawn in parts. */
export function parts(stills: Stills): Shot[] {
  const layers = [{ layers: ['card-0'], effect: 'pop' as const, at: 0.2, duration: 0.4 }];
  const transition = transitionSchema.parse({ kind: 'smart-animate', duration: 0.4 });
  const camera = [{ move: 'dolly' as const, focus: placeOf('ring') }];
  return [
    { ...capture(stills, specimen, { duration: 1, motion: motionSchema.parse({ layers }) }), id: 'a' },
    { ...capture(stills, specimenNext, { duration: 1, transition }), id: 'b' },
    { ...capture(stills, specimen, { duration: 1, motion: motionSchema.parse({ camera }) }), id: 'c' },
  ];
}
