import * as z from 'zod';
import { easingSchema } from './easing.ts';
import { textSchema } from './primitives.ts';

/**
 * `push` moves both; `slide-in` and `slide-out` move one over the other, which follows a little; `move-in` and `move-out`
 * move one over the other, which stands; `smart-animate` moves the layers that both have.
 */
export const transitionKinds = [
  'cut',
  'dissolve',
  'push',
  'slide-in',
  'slide-out',
  'move-in',
  'move-out',
  'wipe',
  'zoom-through',
  'smart-animate',
] as const;
export type TransitionKind = (typeof transitionKinds)[number];
export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];

/**
 * How one shot passes into the next. It overlaps both: the clip is shorter by its duration.
 * `direction` is the way the pictures travel, as in Figma.
 */
export const transitionSchema = z.object({
  kind: z.enum(transitionKinds),
  direction: z.enum(directions).default('left'),
  duration: z.number().min(0).max(5).default(0.5),
  easing: easingSchema.optional(),
  /** What the prototype asked for where this is its nearest stand-in, e.g. `scroll`. */
  standsFor: textSchema(60).optional(),
});
export type Transition = z.infer<typeof transitionSchema>;
