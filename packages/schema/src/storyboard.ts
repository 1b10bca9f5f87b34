import * as z from 'zod';
import { BLANK_STILL, isBlank } from './blank-still.ts';
import { formatSchema } from './format.ts';
import type { Picture } from './picture.ts';
import { type Sha256, textSchema } from './primitives.ts';
import { type Shot, shotSchema } from './shot.ts';

export const STORYBOARD_VERSION = 2;
export const MAX_SHOTS = 60;
/** Seconds. */
export const MAX_CLIP_SECONDS = 300;

/** One dial for a clip: how its motion is tempered. */
export const moods = ['calm', 'crisp', 'playful'] as const;
export type Mood = (typeof moods)[number];

/** Whether viewers' lines are drawn into the picture; they always are a track. */
export const linesSchema = z.object({
  burnIn: z.boolean().default(false),
  /** A font family that the design uses; a good default where it is not there. */
  font: textSchema(200).optional(),
});
export type Lines = z.infer<typeof linesSchema>;

/** Shots in order and a format: the document that a render runs over. */
export const storyboardSchema = z
  .object({
    version: z.literal(STORYBOARD_VERSION),
    title: textSchema(300),
    format: formatSchema,
    mood: z.enum(moods).default('crisp'),
    /** The end passes into the beginning without a seam. */
    loop: z.boolean().default(false),
    lines: linesSchema.default({ burnIn: false }),
    shots: z
      .array(shotSchema)
      .min(1, 'a storyboard needs at least one shot')
      .max(MAX_SHOTS, `a storyboard holds at most ${MAX_SHOTS} shots`),
  })
  .superRefine((board, context) => {
    const seen = new Set<string>();
    for (const [index, shot] of board.shots.entries()) {
      if (seen.has(shot.id))
        context.addIssue({
          code: 'custom',
          path: ['shots', index, 'id'],
          message: `the shot id ${shot.id} is used twice`,
        });
      seen.add(shot.id);
      const wrong = engineProblem(board.shots, index);
      if (wrong)
        context.addIssue({ code: 'custom', path: ['shots', index, ...wrong.path], message: wrong.message });
    }
    if (clipSeconds(board.shots) > MAX_CLIP_SECONDS)
      context.addIssue({
        code: 'custom',
        path: ['shots'],
        message: `a clip is at most ${MAX_CLIP_SECONDS} s long`,
      });
  });
export type Storyboard = z.infer<typeof storyboardSchema>;

/** What does not go together of a shot's engine, its still and what a model is asked. */
function engineProblem(
  shots: readonly Shot[],
  index: number,
): { path: string[]; message: string } | undefined {
  const shot = shots[index];
  if (!shot) return undefined;
  const { engine, generation, still } = shot;
  if (engine === 'motion')
    return isBlank(still)
      ? { path: ['still'], message: 'a shot of the motion engine needs a still' }
      : generation && {
          path: ['generation'],
          message: 'the motion engine asks no model: name another engine',
        };
  if (!generation)
    return { path: ['generation'], message: `the engine ${engine} needs a model and what it starts from` };
  const { from } = generation;
  if ((from.kind === 'still' || from.kind === 'between') && isBlank(still))
    return { path: ['still'], message: 'a shot that starts from a still needs one' };
  if (from.kind !== 'extend') return undefined;
  const before = shots.findIndex((other) => other.id === from.shot);
  return before >= 0 && before < index && shots[before]?.generation
    ? undefined
    : {
        path: ['generation', 'from', 'shot'],
        message: 'a shot is extended by one after it, and has to be generated',
      };
}
export type StoryboardInput = z.input<typeof storyboardSchema>;

/**
 * Seconds that a transition really takes between two shots: at most half of the shorter one, none after the last.
 *
 * @example transitionSeconds(board.shots, 0)
 */
export function transitionSeconds(
  shots: ReadonlyArray<Pick<Shot, 'duration' | 'transition'>>,
  index: number,
): number {
  const shot = shots[index];
  const next = shots[index + 1];
  if (!shot?.transition || !next || shot.transition.kind === 'cut') return 0;
  return Math.min(shot.transition.duration, shot.duration / 2, next.duration / 2);
}

/** The clip's length in seconds: the shots' sum less the overlaps of the transitions. */
export function clipSeconds(shots: ReadonlyArray<Pick<Shot, 'duration' | 'transition'>>): number {
  return shots.reduce((sum, shot, index) => sum + shot.duration - transitionSeconds(shots, index), 0);
}

/** When each shot begins in the clip, in seconds: chapters, lines and seeking go by it. */
export function shotStarts(shots: ReadonlyArray<Pick<Shot, 'duration' | 'transition'>>): number[] {
  let at = 0;
  return shots.map((shot, index) => {
    const start = at;
    at += shot.duration - transitionSeconds(shots, index);
    return start;
  });
}

/** Every still that the document names, each once. */
export function stillsOf(board: Pick<Storyboard, 'shots'>): Sha256[] {
  const hashes = new Set<Sha256>();
  const add = (picture: Picture) => {
    for (const tile of picture.tiles) if (tile.still !== BLANK_STILL.hash) hashes.add(tile.still);
  };
  for (const shot of board.shots) {
    add(shot.still);
    if (shot.generation?.from.kind === 'between') add(shot.generation.from.last.still);
    for (const layer of shot.layers) {
      if (layer.picture) add(layer.picture);
      else
        for (const paint of [...layer.ground.fills, ...(layer.ground.stroke?.paints ?? [])])
          if (paint.type === 'IMAGE') hashes.add(paint.still);
    }
  }
  return [...hashes];
}
