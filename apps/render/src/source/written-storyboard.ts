import {
  aspects,
  cameraStepSchema,
  captionSchema,
  colorSchema,
  cornersSchema,
  easingSchema,
  formatSchema,
  layerMotionSchema,
  layerSchema,
  motionSchema,
  overlaySchema,
  paintSchema,
  pictureSchema,
  rectSchema,
  scrollStepSchema,
  sha256Schema,
  shotSchema,
  sizeSchema,
  storyboardSchema,
  transitionKinds,
  transitionSchema,
} from '@animatic/schema';
import * as z from 'zod';
import { descriptions } from './descriptions.ts';

/** Bitmap pixels for one frame pixel where a still says nothing of it: how designers export. */
export const DEFAULT_SCALE = 2;

const scaleSchema = z
  .number()
  .positive()
  .max(8)
  .describe('Bitmap pixels per frame pixel of the stills that are named by a path: 2 without it.');

const transition = z
  .union([z.enum(transitionKinds), transitionSchema])
  .describe('How a shot passes into the next: a kind by its name, or in full. A cut without it.');

const writtenShotSchema = z.object({
  ...shotSchema.partial().shape,
  still: z
    .union([
      z.string().min(1).describe('A path to a PNG or JPEG, relative to this file, or a still’s SHA-256.'),
      pictureSchema,
    ])
    .describe('The frame’s picture.'),
  scale: scaleSchema.optional(),
  caption: z
    .union([z.string().max(4000).describe('The direction: what should move.'), captionSchema])
    .optional()
    .describe('The words for this shot; without any, the director chooses by taste.'),
  duration: shotSchema.shape.duration
    .optional()
    .describe('Seconds; what the caption says or the director suggests without it.'),
  transition: transition.optional(),
});

/**
 * A storyboard as a person or a pipeline writes it into a file: the whole document, or as little of it as is not left to
 * the defaults. Every storyboard that the plugin or the API gives is one, too.
 */
export const writtenStoryboardSchema = z
  .object({
    $schema: z.string().optional().describe('Where this schema lies, for an editor.'),
    ...z.object(storyboardSchema.shape).partial().shape,
    format: z
      .union([z.enum(aspects), formatSchema.partial()])
      .optional()
      .describe('A shape by its name, or shape, resolution and rate. 16:9, 1080 and 30 without it.'),
    scale: scaleSchema.optional(),
    transition: transition.optional().describe('Between all shots that say nothing else. A cut without it.'),
    shots: z
      .array(
        z.union([z.string().min(1).describe('A shot that is only its still’s path.'), writtenShotSchema]),
      )
      .min(1)
      .max(60),
  })
  .describe('A storyboard: shots in order and a format. `npm run render` makes a clip of it.');

/** Parts that get a name of their own in the JSON Schema. */
const named = {
  shot: writtenShotSchema,
  picture: pictureSchema,
  layer: layerSchema,
  caption: captionSchema,
  transition: transitionSchema,
  motion: motionSchema,
  cameraStep: cameraStepSchema,
  layerMotion: layerMotionSchema,
  overlay: overlaySchema,
  scrollStep: scrollStepSchema,
  easing: easingSchema,
  rect: rectSchema,
  size: sizeSchema,
  color: colorSchema,
  corners: cornersSchema,
  paint: paintSchema,
  sha256: sha256Schema,
};

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema that is published: of what may be written, before defaults are filled in. Draft 7, which every editor
 * reads.
 */
export function storyboardJsonSchema(): Schema {
  for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id });
  const { $schema, ...rest } = z.toJSONSchema(writtenStoryboardSchema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // A name that nobody knows is refused when it is read, so editors may say it while it is written.
      if (jsonSchema.type === 'object' && jsonSchema.properties) jsonSchema.additionalProperties = false;
      delete jsonSchema.id;
    },
  });
  const schema: Schema = { $schema, title: 'Animatic storyboard', ...rest };
  const definitions = schemasIn(schema.definitions);
  for (const [key, description] of Object.entries(descriptions)) {
    const [name = '', field = ''] = key.split('.');
    const property = schemasIn((name === 'board' ? schema : definitions[name])?.properties)[field];
    if (!property) continue;
    // Beside a reference draft 7 passes over everything else.
    if (property.$ref) {
      property.allOf = [{ $ref: property.$ref }];
      delete property.$ref;
    }
    property.description ??= description;
  }
  return schema;
}

const schemasIn = (value: unknown): Record<string, Schema> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The JSON Schema as it is printed and published. */
export const schemaText = (): string => `${JSON.stringify(storyboardJsonSchema(), null, 2)}\n`;
