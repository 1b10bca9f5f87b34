import * as z from 'zod';

/** The house curves of taste: enter, travel, drift, exit, pop (a spring) and linear (loops only). */
export const houseEasings = ['enter', 'travel', 'drift', 'exit', 'pop', 'linear'] as const;
/** Figma's named curves and springs. */
export const figmaEasings = [
  'ease-in',
  'ease-out',
  'ease-in-and-out',
  'ease-in-back',
  'ease-out-back',
  'ease-in-and-out-back',
  'gentle',
  'quick',
  'bouncy',
  'slow',
] as const;
export const easingNames = [...houseEasings, ...figmaEasings] as const;
export type EasingName = (typeof easingNames)[number];

/** A named curve, a cubic bézier (x1, y1, x2, y2), a spring in Figma's terms, or steps as CSS has them. */
export const easingSchema = z.union(
  [
    z.enum(easingNames),
    z.object({
      bezier: z.tuple([
        z.number().min(0).max(1),
        z.number().min(-5).max(5),
        z.number().min(0).max(1),
        z.number().min(-5).max(5),
      ]),
    }),
    z.object({
      spring: z.object({
        mass: z.number().positive().max(100),
        stiffness: z.number().positive().max(10_000),
        damping: z.number().positive().max(1000),
      }),
    }),
    z.object({
      steps: z.object({
        count: z.number().int().min(1).max(100),
        jump: z.enum(['start', 'end']).default('end'),
      }),
    }),
  ],
  {
    error: `an easing is one of ${easingNames.join(', ')}, or { bezier: [x1, y1, x2, y2] }, { spring: { mass, stiffness, damping } } or { steps: { count } }`,
  },
);
export type Easing = z.infer<typeof easingSchema>;
