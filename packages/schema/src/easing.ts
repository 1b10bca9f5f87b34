import * as z from 'zod';

/** The house curves of taste: enter, travel, drift, exit and linear (loops only). */
export const easingNames = ['enter', 'travel', 'drift', 'exit', 'linear'] as const;

/** A named curve, a cubic bézier (x1, y1, x2, y2) or a spring in Figma's terms. */
export const easingSchema = z.union([
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
]);
export type Easing = z.infer<typeof easingSchema>;
