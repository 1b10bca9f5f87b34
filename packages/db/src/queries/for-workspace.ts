import type { Db } from '../connect.ts';
import { budgetQueries } from './budget.ts';
import { directorSpending } from './director-spending.ts';
import { generationQueries } from './generations.ts';
import { previewQueries } from './previews.ts';
import { renderQueries } from './renders.ts';
import { stillQueries } from './stills.ts';
import { storyboardQueries } from './storyboards.ts';
import { styleQueries } from './styles.ts';
import { takeQueries } from './takes.ts';
import { usageQueries } from './usage.ts';

/**
 * Every query that a request may make, bound to one workspace: there is no other way to reach a row from the API.
 *
 * @example const render = await forWorkspace(db, workspaceId).renders.get(id);
 */
export function forWorkspace(db: Db, workspaceId: string) {
  return {
    id: workspaceId,
    stills: stillQueries(db, workspaceId),
    storyboards: storyboardQueries(db, workspaceId),
    renders: renderQueries(db, workspaceId),
    generations: generationQueries(db, workspaceId),
    takes: takeQueries(db, workspaceId),
    previews: previewQueries(db, workspaceId),
    budget: budgetQueries(db, workspaceId),
    usage: usageQueries(db, workspaceId),
    styles: styleQueries(db, workspaceId),
    director: directorSpending(db, workspaceId),
  };
}
export type WorkspaceQueries = ReturnType<typeof forWorkspace>;
