import * as z from 'zod';
import { outlineFrameSchema } from './outline-frame.ts';
import { textSchema } from './primitives.ts';
import { modelIdSchema } from './shot-generation.ts';
import { MAX_CLIP_SECONDS, moods } from './storyboard.ts';

/** The longest picture of one frame, and of each of many, as a data URL: about 3 MB, and 450 kB. */
export const MAX_DIRECT_PICTURE = 4_000_000;
export const MAX_PROPOSAL_PICTURE = 600_000;
export const MAX_PROPOSAL_FRAMES = 24;
/** Of all its frames together. */
export const MAX_PROPOSAL_NODES = 6000;

/** A picture in the request itself; the server makes it smaller before a language model sees it. */
const dataPicture = (max: number) =>
  z
    .string()
    .max(max, `a picture is at most ${max} characters: export it smaller`)
    .regex(
      /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/,
      'a PNG or JPEG as a data URL: data:image/png;base64,…',
    );

/** What a shot is to become: a motion of ours, a prompt for a video model, or whichever suits. */
export const directedKinds = ['motion', 'prompt', 'either'] as const;

/** One shot for the director. */
export const directRequestSchema = z
  .object({
    /** A shot with words and no frame leaves it out: it can only become a prompt. */
    frame: outlineFrameSchema.optional(),
    picture: dataPicture(MAX_DIRECT_PICTURE).optional(),
    /** The designer's words. */
    direction: textSchema(4000).default(''),
    want: z.enum(directedKinds).default('motion'),
    /** The video model that a prompt is for. */
    model: modelIdSchema.optional(),
    /** Seconds, where the designer has set them. */
    duration: z.number().min(0.5).max(60).optional(),
    mood: z.enum(moods).default('crisp'),
    place: z
      .object({ index: z.number().int().min(0).max(59), count: z.number().int().min(1).max(60) })
      .default({ index: 0, count: 1 }),
    /** The largest zoom that the captured pixels allow; what taste allows without it. */
    sharpest: z.number().min(0.1).max(16).default(2),
    loop: z.boolean().default(false),
  })
  .superRefine(({ frame, want, direction }, context) => {
    if (frame) return;
    if (want === 'motion')
      context.addIssue({ code: 'custom', path: ['frame'], message: 'a motion needs a frame' });
    else if (!direction.trim())
      context.addIssue({
        code: 'custom',
        path: ['direction'],
        message: 'a shot without a frame needs words: say what is to be seen',
      });
  });
export type DirectRequest = z.input<typeof directRequestSchema>;

/** A brief and the frames there are, for a whole storyboard. */
export const proposalRequestSchema = z.object({
  /** One line: “a 20-second launch teaser from these six screens”. */
  brief: textSchema(1000).refine((text) => text.trim().length > 0, 'say in one line what the clip is for'),
  frames: z
    .array(
      z.object({
        frame: outlineFrameSchema,
        picture: dataPicture(MAX_PROPOSAL_PICTURE).optional(),
        sharpest: z.number().min(0.1).max(16).default(2),
      }),
    )
    .min(1, 'choose at least one frame')
    .max(MAX_PROPOSAL_FRAMES, `at most ${MAX_PROPOSAL_FRAMES} frames at a time`)
    .superRefine((frames, context) => {
      const seen = new Set<string>();
      for (const [index, { frame }] of frames.entries()) {
        if (seen.has(frame.id))
          context.addIssue({
            code: 'custom',
            path: [index, 'frame', 'id'],
            message: `the frame ${frame.id} is there twice`,
          });
        seen.add(frame.id);
      }
      const nodes = frames.reduce((sum, { frame }) => sum + frame.nodes.length, 0);
      if (nodes > MAX_PROPOSAL_NODES)
        context.addIssue({
          code: 'custom',
          path: [],
          message: `the frames have ${nodes} layers, and ${MAX_PROPOSAL_NODES} are read at a time: choose fewer frames`,
        });
    }),
  /** Of the clip; as the brief says without it. */
  seconds: z.number().min(2).max(MAX_CLIP_SECONDS).optional(),
  mood: z.enum(moods).optional(),
  loop: z.boolean().default(false),
  /** Video models that may be used; our own engine alone without any. */
  models: z.array(modelIdSchema).max(20).default([]),
});
export type ProposalRequest = z.input<typeof proposalRequestSchema>;
