import type { Db, tables } from '@animatic/db';
import type { CatalogueModel, ModelContext, ModelEngine, Provider } from '@animatic/engines';
import type { MediaStore } from '@animatic/media';
import type { Reached } from '../../models/reach.ts';
import type { Log } from '../log.ts';
import type { Queue } from '../queue.ts';
import type { FootageTools } from './footage-tools.ts';
import type { DeskSettings } from './settings.ts';

/** A generation's row. */
export type Row = typeof tables.generation.$inferSelect;

/** The part of the catalogue that the desk goes by. */
export interface DeskCatalogue {
  providers: readonly Provider[];
  find(id: string): CatalogueModel | undefined;
}

/** What the desk works with; handed in, so that a test can bring its own engines and tools. */
export interface DeskParts {
  db: Db;
  media: MediaStore;
  queue: Pick<Queue, 'enqueue'>;
  engines: { [Name in ModelEngine['name']]?: ModelEngine };
  catalogue: DeskCatalogue;
  reach(provider: Provider): Reached;
  tools: FootageTools;
  /** The ffmpeg that footage is read with: without it no video is asked for. */
  ffmpeg: { command: string } | { why: string };
  workerId: string;
  log: Log;
  /** Where a provider may send its webhooks, where this server can be reached. */
  webhookUrl?(providerId: string): string | undefined;
}

export interface DeskContext extends DeskParts {
  settings: DeskSettings;
  /** Aborted when the worker ends and its grace is over. */
  shutdown: AbortSignal;
}

/** Does something with a vendor that is given up after so many milliseconds, or when the worker ends. */
export type Call = <Result>(
  milliseconds: number,
  work: (context: ModelContext) => Promise<Result>,
) => Promise<Result>;

/** A model, its engine and how it is reached; or why it cannot be asked now, in words for designers. */
export type Desked =
  | { model: CatalogueModel; engine: ModelEngine; call: Call }
  | { code: string; why: string; advice: string };

/** Finds what a row is asked of. */
export function deskOf(context: DeskContext, row: Pick<Row, 'model' | 'engine'>): Desked {
  const { catalogue, engines, reach, shutdown, webhookUrl } = context;
  const model = catalogue.find(row.model);
  const engine = model && engines[model.engine];
  if (!model || !engine)
    return {
      code: 'unknown_model',
      why: `The model ${row.model} is not in this server’s catalogue any more.`,
      advice: 'Choose another model for this shot.',
    };
  const reached = reach(model.runBy);
  if ('why' in reached)
    return {
      code: 'no_key',
      why: `${model.runBy.name} cannot be asked from this server. ${reached.why}`,
      advice: 'Ask whoever runs the server, or choose another model.',
    };
  return {
    model,
    engine,
    call: (milliseconds, work) =>
      within(milliseconds, shutdown, (signal) =>
        work({
          key: reached.key,
          baseUrl: reached.baseUrl ?? model.runBy.baseUrl,
          webhookUrl: webhookUrl?.(model.runBy.id),
          signal,
        }),
      ),
  };
}

/** `AbortSignal.timeout` would hold on to all that a call was made of until its time is over, long after its answer. */
async function within<Result>(
  milliseconds: number,
  shutdown: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const end = () => controller.abort(shutdown.reason);
  const late = () => controller.abort(new DOMException('It took too long.', 'TimeoutError'));
  const timer = setTimeout(late, milliseconds);
  shutdown.addEventListener('abort', end);
  if (shutdown.aborted) end();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    shutdown.removeEventListener('abort', end);
  }
}
