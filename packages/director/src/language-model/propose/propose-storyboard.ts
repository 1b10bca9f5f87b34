import type { ProposalAnswer } from '@animatic/schema';
import { askFor } from '../ask-for.ts';
import { ModelFailure } from '../call/failure.ts';
import { dataBlock } from '../data/data-block.ts';
import { type Director, type DirectorOptions, modelElseRules } from '../director.ts';
import { prompts, taste, whose } from '../instructions.ts';
import { openNotes } from '../notes.ts';
import { oneLine, saidLine } from '../words/clean.ts';
import { layOut } from './lay-out.ts';
import { proposalSchema } from './proposal-answer.ts';
import { framesOf, type ProposalFrame, type ProposalInput, type Proposed } from './proposal-input.ts';
import { proposeByRules } from './propose-by-rules.ts';
import { wantedSeconds } from './wanted-seconds.ts';

const BRIEF = 1000;
const TITLE = 80;
const NOTE = 160;
const MOST_NOTES = 5;
/** Output for a shot with its motion, with room to think. */
const TOKENS = { base: 3000, shot: 700, most: 16_000 };

const storyboards = `Propose a storyboard: which frames in which order, each shot's length, title, line, direction, engine and transition.
- The lengths come to "seconds" where that is said, else to what suits the brief; transitions overlap half a second. Shots stand 2.5 to 6 s, the last one a little longer. Use every frame once, unless the brief says otherwise.
- Open with what tells most, end with the call or the name. One idea a shot.
- Give a "motion" where layers or the camera are to do something exact; else null, and the "direction" is read into a motion. Most shots: a slow camera, or nothing.
- One kind of transition in the whole clip, besides cuts: smart-animate where frames share most of their layers, else push.
- A "line" is empty unless the brief wants words for viewers; then at most ten words.`;

/**
 * Proposes a whole storyboard from one line and the frames there are.
 *
 * @throws {ModelFailure} `cancelled` where the signal says so; every other failure is answered by the rules, and said
 * @example await proposeStoryboard(proposalRequestSchema.parse(body), openLanguageModel(settings), { signal })
 */
export function proposeStoryboard(
  input: ProposalInput,
  director: Director,
  options: DirectorOptions,
): Promise<ProposalAnswer> {
  return modelElseRules<Proposed>(
    director,
    options,
    async (model, bill) => {
      const frames = framesOf(input);
      const models = input.videoModels ?? [];
      const wanted = input.seconds ?? wantedSeconds(input.brief);
      const answer = await askFor(
        model,
        {
          instructions: [
            whose,
            storyboards,
            models.length > 0
              ? `Most shots are "motion": it shows designs exactly. "model" is for what no layer can do. ${prompts}`
              : 'There is no video model: the engine of every shot is "motion", its "model" and "prompt" are null.',
            taste,
          ].join('\n\n'),
          text: dataBlock({
            brief: oneLine(input.brief, BRIEF),
            ...(wanted !== undefined && { seconds: wanted }),
            ...(input.mood && { mood: input.mood }),
            ...(models.length > 0 && {
              videoModels: models.map(({ id, durations, words, firstFrame }) => ({
                id,
                durations,
                startsFromWords: words,
                startsFromFrame: firstFrame,
              })),
            }),
            frames: frames.map(dataOf),
          }),
          pictures: frames.flatMap(({ picture }) => picture ?? []),
          asked: proposalSchema({
            frames: frames.map(({ handle }) => handle),
            layers: frames.flatMap(({ handles }) => [...handles.byHandle.keys()]),
            models: models.map(({ id }) => id),
          }),
          read: proposalSchema(),
          name: 'storyboard',
          maxOutput: Math.min(TOKENS.most, TOKENS.base + TOKENS.shot * frames.length),
        },
        bill,
        options.signal,
      );
      const notes = openNotes();
      for (const note of answer.notes.slice(0, MOST_NOTES)) {
        const said = saidLine(note, NOTE);
        if (said) notes.say(said);
      }
      const mood = input.mood ?? answer.mood;
      const laid = await layOut(answer.shots, { frames, models, wanted, mood, loop: input.loop, notes });
      if (!laid) throw new ModelFailure('unfit', 'The language model proposed no shot of these frames.');
      const title = saidLine(answer.title, TITLE) || saidLine(input.brief, TITLE);
      const left = frames.filter(({ outline }) => !laid.shots.some(({ frame }) => frame === outline.id));
      if (left.length > 0)
        notes.say(`Not shown: ${left.map(({ outline }) => `“${saidLine(outline.name, 40)}”`).join(', ')}.`);
      return { ...laid, title, mood, notes: notes.all };
    },
    () => proposeByRules(input),
  );
}

/** Pictures follow in the order of the frames that have one. */
const dataOf = ({ handle, outline, handles, picture, sharpest }: ProposalFrame) => ({
  id: handle,
  name: oneLine(outline.name, 80),
  width: outline.size.width,
  height: outline.size.height,
  picture: picture !== undefined,
  sharpestZoom: Math.min(2, sharpest),
  layers: handles.data,
});
