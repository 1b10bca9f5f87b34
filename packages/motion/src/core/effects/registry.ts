import type { LayerEffect } from '@animatic/schema';
import { blur } from './blur.ts';
import { count, draw, fill, grow } from './charts.ts';
import type { Effect } from './effect.ts';
import { fade } from './fade.ts';
import { mask } from './mask.ts';
import { pulse } from './pulse.ts';
import { drop, rise } from './rise.ts';
import { pop, scale } from './scale.ts';
import { slide } from './slide.ts';
import { type, words } from './text.ts';
import { wipe } from './wipe.ts';

/** Every effect there is: a new one is a file, its name in the schema, and a line here. */
export const effects: Record<LayerEffect, Effect> = {
  fade,
  rise,
  drop,
  slide,
  pop,
  scale,
  wipe,
  blur,
  mask,
  type,
  words,
  grow,
  draw,
  fill,
  count,
  pulse,
};
