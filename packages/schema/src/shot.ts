import * as z from 'zod';
import { blankPicture } from './blank-still.ts';
import { layerSchema, MAX_LAYERS } from './layer.ts';
import { motionSchema } from './motion.ts';
import { pictureSchema } from './picture.ts';
import { colorSchema, localIdSchema, nodeIdSchema, sizeSchema, textSchema } from './primitives.ts';
import { sceneSourceSchema, shotGenerationSchema } from './shot-generation.ts';
import { transitionSchema } from './transition.ts';

/** The designer's words for one shot: three things that are never mixed up. */
export const captionSchema = z.object({
  /** Private: what should move, or the prompt for a model. */
  direction: textSchema(4000).default(''),
  /** Shown to viewers; empty unless written. */
  line: textSchema(500).default(''),
  /** The chapter's name. */
  title: textSchema(300).default(''),
});
export type Caption = z.infer<typeof captionSchema>;

/** What turns shots into footage: ours, and those that ask a model. */
export const engineNames = ['motion', 'videos', 'images', 'vendors'] as const;
export type EngineName = (typeof engineNames)[number];
/** Those that a shot can name: an image model makes stills, which shots are made of. */
export const shotEngineNames = ['motion', 'videos', 'vendors'] as const;

/** One frame of the storyboard: what it shows, says and does, and how it passes into the next. */
export const shotSchema = z.object({
  id: localIdSchema,
  source: z.object({ node: nodeIdSchema, name: textSchema(1000) }),
  /** The frame's size in frame pixels; `still.width / size.width` is the capture's scale. */
  size: sizeSchema,
  /** What of a tall frame is seen at a time when it scrolls, frame pixels; a phone's or a window's shape without it. */
  viewport: sizeSchema.optional(),
  /** A shot with words and no frame leaves it out. */
  still: pictureSchema.default(blankPicture),
  /** Where the still comes from, where an image model put the frame into a scene. */
  scene: sceneSourceSchema.optional(),
  /**
   * What was captured besides the still, bottom to top: the layers that move, and whatever lies under or over them
   * where they are or travel. Outside those places the still is the picture.
   */
  layers: z
    .array(layerSchema)
    .max(MAX_LAYERS * 3)
    .default([]),
  /** The frame's own background, for the ground around it in another format. */
  background: colorSchema.optional(),
  caption: captionSchema,
  /** Seconds. */
  duration: z.number().min(0.5).max(60),
  /** Without it the director reads the caption and the layers. */
  motion: motionSchema.optional(),
  engine: z.enum(shotEngineNames).default('motion'),
  /** What a model is asked: where the engine is not `motion`, and only there. */
  generation: shotGenerationSchema.optional(),
  /** Into the next shot; a cut without it. Ignored on the last shot. */
  transition: transitionSchema.optional(),
});
export type Shot = z.infer<typeof shotSchema>;
