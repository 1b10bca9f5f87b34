import {
  cameraMoves,
  directions,
  houseEasings,
  layerEffects,
  layerPhases,
  overlayEffects,
  staggerOrders,
} from '@animatic/schema';
import * as z from 'zod';

/** The longest name of anything that an answer may point at. */
const HANDLE = 64;

/** One of these; of none, a word that points at nothing, because an enum has a value. */
export const choice = (values: readonly string[]) => z.enum(values.length > 0 ? [...values] : ['none']);

/**
 * What a language model may say of a motion: the exact engine's own moves and effects, with layers named instead of
 * rectangles, so that it can point at nothing that is not there.
 *
 * @param handles the layers' names as an enum on the way out; none where an answer is read, which drops unknown ones
 */
export function motionAnswerSchema(handles?: readonly string[]) {
  const layer = handles ? choice(handles) : z.string().max(HANDLE);
  const seconds = z.number();
  const easing = z.enum(houseEasings).nullable();
  return z.object({
    camera: z
      .array(
        z.object({
          move: z.enum(cameraMoves),
          focus: layer.nullable().describe('the layer that it looks at; null for the whole frame'),
          amount: z
            .number()
            .nullable()
            .describe('largest zoom, 1.02 to 2; of pans the share of the view travelled'),
          at: seconds
            .nullable()
            .describe('seconds from the start of the shot; null to leave it to the engine'),
          duration: seconds.nullable(),
          easing,
        }),
      )
      .describe('mostly none or one; the camera or the layers, hardly ever both'),
    layers: z
      .array(
        z.object({
          layers: z.array(layer).describe('like things that move as one family, in their order'),
          phase: z.enum(layerPhases),
          effect: z.enum(layerEffects),
          at: seconds,
          duration: seconds.describe('of each layer'),
          stagger: seconds.describe('between one start and the next'),
          by: z.enum(staggerOrders),
          from: z.enum(directions).nullable(),
          amount: z.number().nullable(),
          easing,
        }),
      )
      .describe('one family after the other'),
    overlays: z.array(
      z.object({ effect: z.enum(overlayEffects), layers: z.array(layer), at: seconds, duration: seconds }),
    ),
    scroll: z
      .array(
        z.object({
          to: z.enum(['top', 'bottom', 'layer']),
          layer: layer.nullable(),
          at: seconds,
          duration: seconds,
        }),
      )
      .describe('only of a frame that is a long page'),
  });
}
export type MotionAnswer = z.infer<ReturnType<typeof motionAnswerSchema>>;
