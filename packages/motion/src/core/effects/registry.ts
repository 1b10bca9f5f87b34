import type { LayerEffect } from '@animatic/schema';
import type { Effect } from './effect.ts';
import { fade } from './fade.ts';
import { rise } from './rise.ts';

/** Every effect there is: a new one is a file, its name in the schema, and a line here. */
export const effects: Record<LayerEffect, Effect> = {
  fade,
  rise,
  drop: rise,
  slide: rise,
  pop: fade,
  scale: fade,
  wipe: fade,
  blur: fade,
  mask: fade,
  type: fade,
  words: fade,
  grow: fade,
  draw: fade,
  fill: fade,
  count: fade,
  pulse: fade,
};
