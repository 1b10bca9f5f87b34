import { type DirectAnswer, type directRequestSchema, outlineOfFrame } from '@animatic/schema';
import * as z from 'zod';
import { motionAnswerSchema } from './answer/motion-answer.ts';
import { promptAnswerSchema } from './answer/prompt-answer.ts';
import { askFor } from './ask-for.ts';
import { ModelFailure } from './call/failure.ts';
import { dataBlock } from './data/data-block.ts';
import { handlesOf } from './data/handles.ts';
import { type DirectedShot, directByRules } from './direct-by-rules.ts';
import { type Director, type DirectorOptions, modelElseRules } from './director.ts';
import { prompts, taste, whose } from './instructions.ts';
import { openNotes } from './notes.ts';
import { composePrompt } from './prompt/compose-prompt.ts';
import { spokenSeconds } from './spoken-seconds.ts';
import { longestShot, shotSeconds } from './taste/shot-seconds.ts';
import { tasteMotion } from './taste/taste-motion.ts';
import { askedSeconds, USUAL_PROMPT, type VideoModel } from './video-model.ts';
import { oneLine, saidLine } from './words/clean.ts';

/** Layers that a language model is shown of one frame. */
const MOST_LAYERS = 80;
const MAX_OUTPUT = 6000;
const DIRECTION = 2000;
const NOTE = 160;
const MOST_NOTES = 5;

/** A request that was parsed, with its picture made small, and what the named video model takes. */
export type ShotInput = z.output<typeof directRequestSchema> & { videoModel?: VideoModel | undefined };

/**
 * Directs one shot: a motion of ours by its layers, so that no text is ever redrawn, or a prompt for a video model.
 *
 * @throws {ModelFailure} `cancelled` where the signal says so; every other failure is answered by the rules, and said
 * @example await directShot(directRequestSchema.parse(body), openLanguageModel(settings), { signal })
 */
export function directShot(
  input: ShotInput,
  director: Director,
  options: DirectorOptions,
): Promise<DirectAnswer> {
  return modelElseRules<DirectedShot>(
    director,
    options,
    async (model, bill) => {
      const wants = wantsOf(input);
      const outline = input.frame && outlineOfFrame(input.frame);
      const handles = outline ? handlesOf(outline, 'L', MOST_LAYERS) : undefined;
      const { frame, picture } = input;
      const answer = await askFor(
        model,
        {
          instructions: [
            whose,
            wants === 'prompt' ? null : taste,
            wants === 'motion' ? null : prompts,
            wants === 'either'
              ? 'Give a "motion" where layers, texts or the camera move over the design as it is; give a "prompt" only where the designer asks for what no layer can do: people, weather, materials, things in a room. The other one is null.'
              : null,
            `"duration" is the shot's length in seconds, 2.5 to 6. "notes": what of the direction cannot be done, a short sentence each; mostly none.`,
          ]
            .filter((part) => part !== null)
            .join('\n\n'),
          text: dataBlock({
            direction: oneLine(input.direction, DIRECTION),
            shot: { number: input.place.index + 1, of: input.place.count, mood: input.mood },
            ...(input.duration !== undefined && { seconds: input.duration }),
            ...(frame && {
              frame: { name: oneLine(frame.name, 80), width: frame.size.width, height: frame.size.height },
            }),
            ...(wants !== 'prompt' && {
              sharpestZoom: Math.min(2, input.sharpest),
              layers: handles?.data,
              layersLeftOut: handles?.left,
            }),
          }),
          pictures: picture ? [picture] : [],
          asked: answerSchema(wants, [...(handles?.byHandle.keys() ?? [])]),
          read: answerSchema(wants),
          name: 'shot',
          maxOutput: MAX_OUTPUT,
        },
        bill,
        options.signal,
      );
      const notes = openNotes();
      for (const note of answer.notes.slice(0, MOST_NOTES)) {
        const said = saidLine(note, NOTE);
        if (said) notes.say(said);
      }
      const last = input.place.index >= input.place.count - 1;
      if (answer.prompt && (!answer.motion || !outline)) {
        const limit = input.videoModel?.maxPrompt ?? USUAL_PROMPT;
        const prompt = composePrompt(answer.prompt, { limit, drawn: outline !== undefined, notes });
        const wanted = input.duration ?? shotSeconds(answer.duration, last);
        const most = input.videoModel ? askedSeconds(input.videoModel, wanted) : wanted;
        return { motion: null, prompt, duration: Math.min(wanted, most), notes: notes.all };
      }
      if (!outline || !handles || !answer.motion)
        throw new ModelFailure('unfit', 'The language model gave neither a motion nor a prompt.');
      const fixed = input.duration ?? spokenSeconds(outline, input.direction);
      const asked = shotSeconds(answer.duration, last);
      if (fixed === undefined && Math.abs(asked - answer.duration) > 0.5)
        notes.say(`The shot lasts ${asked} s: shots stand 2.5 to ${longestShot(last)} s.`);
      const { motion, duration } = tasteMotion(answer.motion, {
        outline,
        byHandle: handles.byHandle,
        duration: fixed ?? asked,
        fixed: fixed !== undefined,
        longest: longestShot(last),
        directed: input.direction.trim() !== '',
        mayEnter: input.place.index % 3 === Math.min(1, input.place.count - 1),
        loop: input.loop,
        sharpest: input.sharpest,
        notes,
      });
      return { motion, prompt: null, duration, notes: notes.all };
    },
    () => directByRules(input),
  );
}

const wantsOf = ({ want, frame }: ShotInput): ShotInput['want'] => (frame ? want : 'prompt');

function answerSchema(wants: ShotInput['want'], handles?: readonly string[]) {
  const motion = motionAnswerSchema(handles);
  const one = { duration: z.number(), notes: z.array(z.string()) };
  const none = z.null();
  if (handles === undefined)
    // Where it is read, what was not asked for may be there or not.
    return z
      .object({
        motion: wants === 'motion' ? motion : motion.nullish().transform((given) => given ?? null),
        prompt:
          wants === 'prompt'
            ? promptAnswerSchema
            : promptAnswerSchema.nullish().transform((given) => given ?? null),
        duration: z.number(),
        notes: z.array(z.string()).default([]),
      })
      .refine(({ motion, prompt }) => motion || prompt, 'give either a motion or a prompt');
  return z.object({
    motion: wants === 'motion' ? motion : wants === 'prompt' ? none : motion.nullable(),
    prompt:
      wants === 'prompt' ? promptAnswerSchema : wants === 'motion' ? none : promptAnswerSchema.nullable(),
    ...one,
  });
}
