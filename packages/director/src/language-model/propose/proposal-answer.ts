import { moods, transitionKinds } from '@animatic/schema';
import * as z from 'zod';
import { choice, motionAnswerSchema } from '../answer/motion-answer.ts';
import { promptAnswerSchema } from '../answer/prompt-answer.ts';

/** What a language model can choose among. */
export interface ProposalChoices {
  frames: readonly string[];
  layers: readonly string[];
  models: readonly string[];
}

/**
 * A whole storyboard as a language model says it.
 *
 * @param choices as enums on the way out; none where an answer is read, which drops what is not there
 */
export function proposalSchema(choices?: ProposalChoices) {
  const name = z.string().max(200);
  const frame = choices ? choice(choices.frames) : name;
  const model = choices ? choice(choices.models) : name;
  const engines = choices?.models.length === 0 ? (['motion'] as const) : (['motion', 'model'] as const);
  return z.object({
    title: z.string().describe('of the clip, a few words'),
    mood: z.enum(moods),
    shots: z.array(
      z.object({
        frame: frame.nullable().describe('null only for a shot of words alone, made by a video model'),
        title: z.string().describe('the chapter’s name, 2 to 4 words'),
        line: z.string().describe('one short sentence that viewers read, or empty'),
        direction: z
          .string()
          .describe(
            'what moves, in plain words, e.g. “Slow push in on the total, then the cards rise one by one”',
          ),
        duration: z.number().describe('seconds, 2.5 to 6'),
        engine: z.enum(engines),
        model: model.nullable().describe('the video model, where the engine is one'),
        motion: motionAnswerSchema(choices?.layers).nullable(),
        prompt: promptAnswerSchema.nullable().describe('where the engine is a video model'),
        transition: z.enum(transitionKinds).nullable().describe('into the next shot; null is a cut'),
      }),
    ),
    notes: z.array(z.string()),
  });
}
export type ProposalGiven = z.infer<ReturnType<typeof proposalSchema>>;
export type ShotGiven = ProposalGiven['shots'][number];
