import {
  type Aspect,
  type Generation,
  type Render,
  type RenderState,
  settledGenerationStates,
  type Take,
  type TakeFile,
  type TakeFileKind,
} from '@animatic/schema';
import { batched } from '../batch.ts';
import type { Sql } from '../connect.ts';
import { type GenerationJson, generationJoins, generationJson, generationView } from './generation-view.ts';

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
  aspect?: Aspect | null;
  files?: (Omit<TakeFile, 'url' | 'name'> & { made: boolean })[] | null;
  createdAt: string | Date;
}

const ENDS: Record<TakeFileKind, string> = {
  webm: '.webm',
  gif: '.gif',
  png: ' frames.zip',
  sprites: ' thumbnails.jpg',
  'sprites.vtt': ' thumbnails.vtt',
};

/**
 * A file's name for people, without what file systems trip over.
 *
 * @example fileNameOf('Checkout: v2', '9:16', 'webm') // 'Checkout v2 9x16.webm'
 */
export function fileNameOf(title: string, aspect: Aspect | null | undefined, kind: TakeFileKind): string {
  const shape = aspect && aspect !== 'frame' ? ` ${aspect.replace(':', 'x')}` : '';
  const plain = title
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|\s]+/gu, ' ')
    .slice(0, 80)
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  return `${plain || 'Animatic'}${shape}${ENDS[kind]}`;
}

/** @param title the storyboard's, for the names of files */
export function takeView(row: TakeRow, title = ''): Take {
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
    ...(row.aspect && { aspect: row.aspect }),
    ...(row.files && {
      files: row.files.map(({ kind, type, bytes, note, made }) => ({
        kind,
        url: made ? `/v1/takes/${row.id}/files/${kind}` : null,
        name: fileNameOf(title, row.aspect, kind),
        type,
        bytes: Number(bytes),
        note,
      })),
    }),
    createdAt: iso(row.createdAt),
  };
}

interface RenderRow {
  id: string;
  workspace_id: string;
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
  shots: Omit<Render['shots'][number], 'generations'>[] | null;
  generations: { shot: string; generation: GenerationJson }[] | null;
  takes: TakeRow[] | null;
  created_at: string;
  updated_at: string;
}

function renderView(row: RenderRow): Render {
  const asked = row.generations ?? [];
  const generations = asked.map(({ shot, generation }) => ({ shot, view: generationView(generation) }));
  // What another render paid for is found by this one, and costs it nothing.
  const own = generations.filter(({ view }) => view.renderId === row.id);
  return {
    id: row.id,
    storyboardId: row.storyboard_id,
    revision: row.revision,
    title: row.title,
    source: row.source,
    state: row.state,
    place: row.place,
    ...(row.state === 'generating'
      ? generatingView(generations.map(({ view }) => view))
      : { progress: row.progress, stage: row.stage }),
    error: row.error_code ? { code: row.error_code, message: row.error_message ?? '' } : null,
    shots: (row.shots ?? []).map((shot) => ({
      ...shot,
      generations: generations.filter((of) => of.shot === shot.id).map(({ view }) => view),
    })),
    cost: own.reduce((sum, { view }) => sum + (view.cost ?? 0), 0),
    takes: (row.takes ?? []).map((take) => takeView({ ...take, files: take.files ?? [] }, row.title)),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}

/** How far a render is that waits for models: their mean, and what is waited for, in words. */
function generatingView(generations: readonly Generation[]): Pick<Render, 'progress' | 'stage'> {
  const total = Math.max(1, generations.length);
  const share = (one: Generation) => (settledGenerationStates.includes(one.state) ? 1 : one.progress);
  const over = generations.filter(({ state }) => settledGenerationStates.includes(state)).length;
  const inDoubt = generations.some(({ state }) => state === 'needs_review');
  return {
    progress: generations.reduce((sum, one) => sum + share(one), 0) / total,
    stage:
      inDoubt && over === generations.length
        ? 'Needs your decision'
        : generations.length === 1
          ? (generations[0]?.stage ?? 'Waiting for models')
          : `Made ${generations.filter(({ state }) => state === 'done').length} of ${generations.length}`,
  };
}

export interface RenderFilter {
  source?: string;
  storyboardId?: string;
  /** Ids sort by time: what was made before this one. */
  before?: string;
  limit: number;
}

/** Everything that is shown of a render, in one round trip: its parts are put together by Postgres. */
const renderSelect = (sql: Sql) => sql`
  select r.id, r.workspace_id, r.storyboard_id, r.revision, b.title, b.source, r.state, r.progress, r.stage,
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
      select json_agg(json_build_object('shot', l.shot_id, 'generation', ${generationJson(sql)}) order by l.variation)
      from render_generation l
      join generation g on g.workspace_id = l.workspace_id and g.id = l.generation_id
      ${generationJoins(sql)}
      where l.render_id = r.id
    ) as generations,
    (
      select json_agg(json_build_object('id', t.id, 'renderId', t.render_id, 'width', t.width, 'height', t.height,
        'fps', t.fps, 'seconds', t.seconds, 'bytes', t.clip_bytes, 'createdAt', t.created_at, 'aspect', t.aspect,
        'files', (
          select json_agg(json_build_object('kind', f.kind, 'type', f.type, 'bytes', f.bytes, 'note', f.note,
            'made', f.hash is not null) order by f.kind)
          from take_file f where f.workspace_id = t.workspace_id and f.take_id = t.id
        )) order by t.number)
      from take t where t.render_id = r.id
    ) as takes
  from render r
  join storyboard b on b.workspace_id = r.workspace_id and b.id = r.storyboard_id`;

/** A page of a workspace's renders, newest first. */
export async function listRenders(sql: Sql, workspaceId: string, filter: RenderFilter): Promise<Render[]> {
  const rows = await sql<RenderRow[]>`
    ${renderSelect(sql)}
    where r.workspace_id = ${workspaceId}
      ${filter.storyboardId ? sql`and r.storyboard_id = ${filter.storyboardId}` : sql``}
      ${filter.source !== undefined ? sql`and b.source = ${filter.source}` : sql``}
      ${filter.before ? sql`and r.id < ${filter.before}` : sql``}
    order by r.id desc
    limit ${filter.limit}`;
  return rows.map(renderView);
}

const readers = new WeakMap<Sql, (key: string) => Promise<Render | null>>();

/**
 * One render of a workspace. It is what every open panel asks again and again, so those who ask at the same moment
 * share a query.
 */
export function readRender(sql: Sql, workspaceId: string, id: string): Promise<Render | null> {
  let read = readers.get(sql);
  if (!read) {
    read = batched((keys) => renderReader(sql, keys));
    readers.set(sql, read);
  }
  return read(`${workspaceId}/${id}`);
}

async function renderReader(sql: Sql, keys: string[]): Promise<Map<string, Render>> {
  const pairs = keys.map((key) => key.split('/'));
  const workspaces = pairs.map(([workspaceId = '']) => workspaceId);
  const ids = pairs.map(([, id = '']) => id);
  const rows = await sql<RenderRow[]>`
    ${renderSelect(sql)}
    where (r.workspace_id, r.id) in (select * from unnest(${workspaces}::uuid[], ${ids}::uuid[]))`;
  return new Map(rows.map((row) => [`${row.workspace_id}/${row.id}`, renderView(row)]));
}
