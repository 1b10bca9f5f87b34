import type { GenerationIntent, GenerationState } from '@animatic/schema';
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../connect.ts';
import { generation } from '../schema/index.ts';

/** What planning wants to know of an earlier generation that a shot starts from. */
export interface MadeBefore {
  kind: 'video' | 'image';
  provider: string;
  model: string;
  state: GenerationState;
  intent: GenerationIntent;
}

/** Those of these generations that the workspace has, by their ids. */
export async function madeBefore(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, MadeBefore>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: generation.id,
      kind: generation.kind,
      provider: generation.provider,
      model: generation.model,
      state: generation.state,
      intent: generation.intent,
    })
    .from(generation)
    .where(and(eq(generation.workspaceId, workspaceId), inArray(generation.id, [...ids])));
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
