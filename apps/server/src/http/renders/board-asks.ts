import type { WorkspaceQueries } from '@animatic/db';
import type { Storyboard } from '@animatic/schema';
import type { Models } from '../../models/models.ts';
import { planBoard, referencesOf, type ShotAsks } from '../../models/plan-board.ts';
import { HttpProblem } from '../core/problem.ts';

/** Names at most this many places of one board. */
const MAX_PLACES = 20;

/** What a board of a workspace asks of models; a board of our own engine alone reads nothing. */
export async function asksOf(
  workspace: WorkspaceQueries,
  models: Models,
  board: Storyboard,
): Promise<ShotAsks[]> {
  if (!board.shots.some(({ generation }) => generation))
    return board.shots.map((shot) => ({ shot, plans: [] }));
  const [styles, known] = await Promise.all([
    workspace.styles.byId(),
    workspace.generations.before(referencesOf(board)),
  ]);
  return planBoard(board, { models, styles, known });
}

/**
 * Refuses a board of which some shot cannot be asked as it is, before anything is written down.
 *
 * @throws {HttpProblem} with the first refusal's code, and every place with what is allowed there
 */
export function refuseRefused(asks: readonly ShotAsks[], path = 'document'): void {
  const refused = asks.flatMap(({ shot, refusal }, index) => (refusal ? [{ shot, refusal, index }] : []));
  const [first] = refused;
  if (!first) return;
  const { shot, refusal } = first;
  const title = shot.caption.title || shot.source.name;
  throw new HttpProblem(refusal.code, {
    detail: `Shot ${first.index + 1}${title ? ` (“${title}”)` : ''}: ${refusal.message}`,
    errors: refused.slice(0, MAX_PLACES).map(({ refusal: { path: place, message, allowed }, index }) => ({
      path: `${path}.shots.${index}.${place}`,
      message,
      ...(allowed ? { allowed } : {}),
    })),
  });
}
