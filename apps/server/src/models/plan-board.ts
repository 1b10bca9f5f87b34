import { type AskPlan, planShot } from '@animatic/engines';
import type { Generation, Shot, Storyboard, Style } from '@animatic/schema';
import type { Models } from './open-models.ts';
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
  known: ReadonlyMap<string, Pick<Generation, 'kind' | 'model' | 'state'>>;
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
  const wrong = referenceProblem(generation, context, found.model.provider);
  if (wrong) return { plans: [], refusal: wrong };
  const planned = planShot({
    shot,
    shots: board.shots,
    format: board.format,
    catalogue: models.catalogue,
    styles,
  });
  return 'refusal' in planned
    ? { plans: [], refusal: { code: 'not_allowed_by_model', ...planned.refusal } }
    : { plans: planned.plans };
}

function earlierOf(generation: Shot['generation']): string | undefined {
  return generation && 'of' in generation.from ? generation.from.of : undefined;
}

/** A shot may only start from what this workspace made, and the vendor's own ways only from what that vendor made. */
function referenceProblem(
  generation: NonNullable<Shot['generation']>,
  { known, models }: BoardContext,
  provider: string,
): ModelRefusal | undefined {
  const id = earlierOf(generation);
  if (id === undefined) return undefined;
  const path = 'generation.from.of';
  const earlier = known.get(id);
  if (earlier?.kind !== 'video')
    return {
      code: 'unknown_generation',
      path,
      message: 'There is no such take in this workspace. Choose another one to start from.',
    };
  const { kind } = generation.from;
  const by = models.catalogue.find(earlier.model)?.provider;
  if ((kind === 'remix' || kind === 'edit') && by !== provider)
    return {
      code: 'not_allowed_by_model',
      path,
      message: `A ${kind} is made by who made the take: it is ${earlier.model}’s.`,
      allowed: 'a model of the same provider',
    };
  return undefined;
}
