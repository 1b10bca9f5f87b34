import type { Render, RenderState, Take } from '@animatic/schema';
import type { Sql } from '../connect.ts';

/** Reads one column of a row that postgres.js gives as text or Date. */
const iso = (value: string | Date): string => new Date(value).toISOString();

export interface TakeRow {
  id: string;
  renderId: string;
  width: number;
  height: number;
  fps: number;
  seconds: number;
  bytes: number;
  createdAt: string | Date;
}

export function takeView(row: TakeRow): Take {
  return {
    id: row.id,
    renderId: row.renderId,
    clip: `/v1/takes/${row.id}/clip.mp4`,
    poster: `/v1/takes/${row.id}/poster.png`,
    width: row.width,
    height: row.height,
    fps: row.fps,
    seconds: row.seconds,
    bytes: Number(row.bytes),
    createdAt: iso(row.createdAt),
  };
}

interface RenderRow {
  id: string;
  storyboard_id: string;
  revision: number;
  title: string;
  source: string | null;
  state: RenderState;
  place: number | null;
  progress: number;
  stage: string;
  error_code: string | null;
  error_message: string | null;
  shots: Render['shots'] | null;
  takes: TakeRow[] | null;
  created_at: string;
  updated_at: string;
}

function renderView(row: RenderRow): Render {
  return {
    id: row.id,
    storyboardId: row.storyboard_id,
    revision: row.revision,
    title: row.title,
    source: row.source,
    state: row.state,
    place: row.place,
    progress: row.progress,
    stage: row.stage,
    error: row.error_code ? { code: row.error_code, message: row.error_message ?? '' } : null,
    shots: row.shots ?? [],
    takes: (row.takes ?? []).map(takeView),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

export interface RenderFilter {
  id?: string;
  source?: string;
  storyboardId?: string;
  /** Ids sort by time: what was made before this one. */
  before?: string;
  limit: number;
}

/**
 * Renders as the API shows them, newest first, in one round trip. It is the query that every open panel asks again and
 * again, so it is a prepared statement of postgres.js and its parts are put together by Postgres.
 */
export async function readRenders(sql: Sql, workspaceId: string, filter: RenderFilter): Promise<Render[]> {
  const rows = await sql<RenderRow[]>`
    select r.id, r.storyboard_id, r.revision, b.title, b.source, r.state, r.progress, r.stage,
      r.error_code, r.error_message, r.created_at, r.updated_at,
      case when r.state = 'queued' then (
        select count(*)::int from render q
        where q.state = 'queued' and (q.created_at, q.id) <= (r.created_at, r.id)
      ) end as place,
      (
        select json_agg(json_build_object('id', s.shot_id, 'title', s.title, 'state', s.state, 'engine', s.engine)
          order by s.position)
        from render_shot s where s.render_id = r.id
      ) as shots,
      (
        select json_agg(json_build_object('id', t.id, 'renderId', t.render_id, 'width', t.width, 'height', t.height,
          'fps', t.fps, 'seconds', t.seconds, 'bytes', t.clip_bytes, 'createdAt', t.created_at) order by t.number)
        from take t where t.render_id = r.id
      ) as takes
    from render r
    join storyboard b on b.workspace_id = r.workspace_id and b.id = r.storyboard_id
    where r.workspace_id = ${workspaceId}
      ${filter.id ? sql`and r.id = ${filter.id}` : sql``}
      ${filter.storyboardId ? sql`and r.storyboard_id = ${filter.storyboardId}` : sql``}
      ${filter.source !== undefined ? sql`and b.source = ${filter.source}` : sql``}
      ${filter.before ? sql`and r.id < ${filter.before}` : sql``}
    order by r.id desc
    limit ${filter.limit}`;
  return rows.map(renderView);
}
