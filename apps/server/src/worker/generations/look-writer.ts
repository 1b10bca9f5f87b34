import type { Log } from '../log.ts';
import type { DeskContext } from './desk-context.ts';

/** A look that found a generation still under way. */
export interface UnchangedLook {
  id: string;
  attempts: number;
  /** 0 to 1; null where the vendor says nothing. */
  progress: number | null;
  was: number;
  /** Milliseconds until the next look. */
  afterMs: number;
}

export interface LookWriter {
  /** Settles when it is written, together with others. */
  unchanged(look: UnchangedLook): Promise<void>;
}

/** Milliseconds that looks are gathered for one write. */
const GATHER_MS = 100;
/** A smaller step of progress is not worth telling. */
const STEP = 0.005;

/** Writes what looks found in few statements: a thousand generations are looked at every few seconds. */
export function openLookWriter(context: Pick<DeskContext, 'db' | 'workerId'> & { log: Log }): LookWriter {
  const sql = context.db.$client;
  let gathered: UnchangedLook[] = [];
  let writing: Promise<void> | undefined;

  return {
    unchanged(look) {
      gathered.push(look);
      writing ??= new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS)).then(() => {
        const looks = gathered;
        gathered = [];
        writing = undefined;
        return writeLooks(looks);
      });
      return writing;
    },
  };

  async function writeLooks(looks: UnchangedLook[]): Promise<void> {
    const stepped = looks.filter(({ progress, was }) => progress !== null && progress > was + STEP);
    try {
      await sql`
        with ours as (
          select id from generation
          where id = any(${looks.map(({ id }) => id)}::uuid[]) and worker_id = ${context.workerId}
          order by id for update
        )
        update generation g set
          progress = greatest(g.progress, l.progress),
          next_poll_at = now() + l.after_ms * interval '1 millisecond',
          polls = g.polls + 1, faults = 0, worker_id = null, lease_until = null,
          updated_at = case when l.progress > g.progress then now() else g.updated_at end
        from unnest(
          ${looks.map(({ id }) => id)}::uuid[], ${looks.map(({ attempts }) => attempts)}::int[],
          ${looks.map(({ progress, was }) => progress ?? was)}::real[],
          ${looks.map(({ afterMs }) => afterMs)}::int[]
        ) as l (id, attempts, progress, after_ms), ours
        where g.id = ours.id and g.id = l.id and g.attempts = l.attempts and g.worker_id = ${context.workerId}
          and g.state = 'running'`;
      if (stepped.length > 0) await tell(stepped.map(({ id }) => id));
    } catch (error) {
      // Their leases run out, and they are looked at again.
      context.log.warn({ err: error, looks: looks.length }, 'looks could not be written down');
    }
  }

  async function tell(ids: string[]): Promise<void> {
    await sql`
      select pg_notify('render', id::text) from (
        select unnest(${ids}::uuid[]) as id
        union select render_id from render_generation where generation_id = any(${ids}::uuid[])
      ) changed`;
  }
}
