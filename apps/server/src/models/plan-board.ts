import type { MadeBefore } from '@animatic/db';
import { type AskPlan, planShot } from '@animatic/engines/asking';
import type { Shot, Storyboard, Style } from '@animatic/schema';
import type { Models } from './models.ts';
import { askableModel, type ModelRefusal } from './refusal.ts';

/** What one shot asks of models. */
export interface ShotAsks {
  shot: Shot;
  /** One a variation; none for a shot of ours, and where it is refused. */
  plans: readonly AskPlan[];
  /** Why it cannot be made as it is; its path begins in the shot. */
  refusal?: ModelRefusal;
}

/** What planning needs to know besides the board. */
export interface BoardContext {
  models: Models;
  styles: ReadonlyMap<string, Style>;
  /** The workspace's generations that shots name, by id: what is not in it is not there. */
  known: ReadonlyMap<string, MadeBefore>;
}

/**
 * What a board asks of models, shot by shot, held against the catalogue before anything is written down or sent.
 *
 * @example const refused = planBoard(document, context).filter(({ refusal }) => refusal);
 */
export function planBoard(board: Storyboard, context: BoardContext): ShotAsks[] {
  return board.shots.map((shot) => ({ shot, ...planOne(shot, board, context) }));
}

/** The earlier generations that shots of a board start from. */
export const referencesOf = ({ shots }: Pick<Storyboard, 'shots'>): string[] => [
  ...new Set(shots.flatMap(({ generation }) => earlierOf(generation) ?? [])),
];

function planOne(shot: Shot, board: Storyboard, context: BoardContext): Omit<ShotAsks, 'shot'> {
  const { generation } = shot;
  if (!generation) return { plans: [] };
  const { models, styles } = context;
  const found = askableModel(models, generation.model, { path: 'generation.model', kind: 'video' });
  if ('refusal' in found) return { plans: [], refusal: found.refusal };
  if (generation.style !== undefined && !styles.has(generation.style))
    return {
      plans: [],
      refusal: {
        code: 'unknown_style',
        path: 'generation.style',
        message: 'There is no such style in this workspace. Choose another one, or none.',
      },
    };
  const wrong = referenceProblem(generation, context.known);
  if (wrong) return { plans: [], refusal: wrong };
  const planned = planShot({
    shot,
    shots: board.shots,
    format: board.format,
    catalogue: models.catalogue,
    styles,
    made: madeOf(context.known),
  });
  return 'refusal' in planned
    ? { plans: [], refusal: { code: 'not_allowed_by_model', ...planned.refusal } }
    : { plans: planned.plans };
}

function earlierOf(generation: Shot['generation']): string | undefined {
  return generation && 'of' in generation.from ? generation.from.of : undefined;
}

/** A shot may only start from a video that this workspace made, or is making. */
function referenceProblem(
  generation: NonNullable<Shot['generation']>,
  known: BoardContext['known'],
): ModelRefusal | undefined {
  const id = earlierOf(generation);
  if (id === undefined) return undefined;
  const earlier = known.get(id);
  const there = earlier?.kind === 'video' && earlier.state !== 'failed' && earlier.state !== 'cancelled';
  return there
    ? undefined
    : {
        code: 'unknown_generation',
        path: 'generation.from.of',
        message:
          'There is no such take in this workspace, or it was not made. Choose another one to start from.',
      };
}

const madeOf = (known: BoardContext['known']) =>
  new Map(
    [...known].map(([id, { model, intent }]) => [
      id,
      { model, size: intent.size, seconds: intent.seconds, inner: intent.inner },
    ]),
  );
