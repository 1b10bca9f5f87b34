import type { Generation, GenerationState } from '@animatic/schema';
import type { Sql } from '../connect.ts';

/** A generation as Postgres puts it together. */
export interface GenerationJson {
  id: string;
  engine: string;
  model: string;
  kind: 'video' | 'image';
  state: GenerationState;
  progress: number;
  stage: string;
  prompt: string | null;
  variation: number;
  estimatedCost: number | null;
  cost: number | null;
  errorCode: string | null;
  errorMessage: string | null;
  errorAdvice: string | null;
  reviewReason: string | null;
  partial: string | null;
  poster: string | null;
  file: {
    hash: string;
    width: number;
    height: number;
    seconds: number | null;
    sound: boolean;
  } | null;
  renderId: string | null;
  shotId: string | null;
  createdAt: string;
  updatedAt: string;
}

/** All that is shown of a generation `g`, its footage `f` and its still `s`, as one JSON object. */
export const generationJson = (sql: Sql) => sql`
  json_build_object('id', g.id, 'engine', g.engine, 'model', g.model, 'kind', g.kind, 'state', g.state,
    'progress', g.progress, 'stage', g.stage, 'prompt', g.intent->>'prompt', 'variation', g.variation,
    'estimatedCost', g.estimated_cost, 'cost', g.cost, 'errorCode', g.error_code, 'errorMessage', g.error_message,
    'errorAdvice', g.error_advice, 'reviewReason', g.review_reason, 'partial', g.partial_hash,
    'poster', g.poster_hash, 'renderId', g.render_id, 'shotId', g.shot_id, 'createdAt', g.created_at,
    'updatedAt', g.updated_at, 'file', case
      when f.id is not null then json_build_object('hash', f.hash, 'width', f.width, 'height', f.height,
        'seconds', f.frames / nullif(f.fps, 0), 'sound', f.sound)
      when s.hash is not null then json_build_object('hash', s.hash, 'width', s.width, 'height', s.height,
        'seconds', null, 'sound', false)
    end)`;

/** What `generationJson` reads from besides the generation `g`. */
export const generationJoins = (sql: Sql) => sql`
  left join footage f on f.workspace_id = g.workspace_id and f.id = g.footage_id
  left join still s on s.workspace_id = g.workspace_id and s.hash = g.still_hash`;

const iso = (value: string): string => new Date(value).toISOString();

/** As the API shows it. */
export function generationView(row: GenerationJson): Generation {
  const { state, file } = row;
  const at = `/v1/generations/${row.id}`;
  return {
    id: row.id,
    engine: row.engine,
    model: row.model,
    kind: row.kind,
    state,
    progress: row.progress,
    stage: row.stage,
    prompt: row.prompt ?? '',
    variation: row.variation,
    estimatedCost: row.estimatedCost,
    cost: row.cost,
    error:
      (state === 'failed' || state === 'cancelled') && row.errorCode
        ? { code: row.errorCode, message: row.errorMessage ?? '', advice: row.errorAdvice ?? '' }
        : null,
    review: state === 'needs_review' ? { reason: row.reviewReason ?? '', again: row.estimatedCost } : null,
    // Its name changes with it, so that nobody keeps an older one.
    partial: row.partial && state !== 'done' ? `${at}/partial?of=${row.partial.slice(0, 12)}` : null,
    result:
      state === 'done' && file
        ? {
            url: `${at}/media`,
            poster: row.poster ? `${at}/poster` : null,
            hash: file.hash,
            width: file.width,
            height: file.height,
            seconds: file.seconds,
            sound: file.sound,
          }
        : null,
    renderId: row.renderId,
    shotId: row.shotId,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
