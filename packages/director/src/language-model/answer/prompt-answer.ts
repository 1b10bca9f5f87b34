import * as z from 'zod';

/** A prompt for a video model, in its parts; limits are applied when it is composed. */
export const promptAnswerSchema = z.object({
  subject: z.string().describe('what is to be seen'),
  action: z.string().describe('what happens, in the present tense, one thing after the other'),
  camera: z.string().describe('how the camera moves, or that it stands still'),
  light: z.string().describe('the light and the mood of the picture'),
  keep: z.string().describe('what must not change: lettering, logos, numbers, colours, shapes'),
});
export type PromptAnswer = z.infer<typeof promptAnswerSchema>;
