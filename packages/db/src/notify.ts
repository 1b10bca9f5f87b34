import { sql } from 'drizzle-orm';
import type { Sql, Tx } from './connect.ts';

const CHANNEL = 'render';

/** Tells every API process that a render changed; with a transaction it is told when that commits. */
export async function notifyRender(tx: Tx, renderId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${renderId})`);
}

/**
 * Tells every API process that generations changed, and with them the renders that wait for them: subscribers of either
 * id are called.
 */
export async function notifyGenerations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const changed = sql.param(`{${ids.join(',')}}`);
  await tx.execute(sql`
    select pg_notify(${CHANNEL}, id::text) from (
      select unnest(${changed}::uuid[]) as id
      union select l.render_id from render_generation l join generation g on g.id = l.generation_id
        and g.workspace_id = l.workspace_id
      where g.id = any(${changed}::uuid[])
    ) changed`);
}

export interface RenderChanges {
  /** `renderId` is a render's or a generation's id. Calls `listener` after each change of the render; gives the way to stop. */
  subscribe(renderId: string, listener: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Listens on one connection of its own for all renders. postgres.js connects again by itself; what was missed then is
 * why a listener reads again from time to time too.
 *
 * @example const changes = await listenForRenders(sql); const stop = changes.subscribe(id, read);
 */
export async function listenForRenders(listener: Pick<Sql, 'listen'>): Promise<RenderChanges> {
  const listeners = new Map<string, Set<() => void>>();
  const everyone = () => {
    for (const set of listeners.values()) for (const call of set) call();
  };
  const { unlisten } = await listener.listen(
    CHANNEL,
    (renderId) => {
      for (const call of listeners.get(renderId) ?? []) call();
    },
    everyone,
  );
  return {
    subscribe(renderId, call) {
      const set = listeners.get(renderId) ?? new Set();
      listeners.set(renderId, set.add(call));
      return () => {
        set.delete(call);
        if (set.size === 0 && listeners.get(renderId) === set) listeners.delete(renderId);
      };
    },
    close: unlisten,
  };
}
