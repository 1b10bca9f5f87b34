import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { codeOf, wasNeverSent } from './connection.ts';
import { failureOf, quoted, type Said } from './failures.ts';
import { ModelError } from './model-error.ts';

/**
 * What was being done: only a `create` may cost money; whatever else fails is done again, or the thing is not there.
 * `change` is a create from something that the vendor should have.
 */
export type Doing = 'create' | 'change' | 'ask' | 'fetch' | 'list' | 'cancel';

/** An answer that is not what was asked for. */
export interface Answer extends Said {
  status: number;
  retryAfter?: number | undefined;
}

interface Asked {
  model: CatalogueModel;
  doing: Doing;
  /** What must not show in an error. */
  key?: string | undefined;
}

const costs = (doing: Doing): boolean => doing === 'create' || doing === 'change';

/** What an error's status means for the money. */
export function faultOfAnswer(
  { status, retryAfter, ...said }: Answer,
  asked: Asked,
  cause?: unknown,
): ModelError {
  const { model, doing, key } = asked;
  const who = model.runBy.name;
  const failure = failureOf(said, 'refused', key);
  const error = (kind: ModelError['kind'], code: string, message: string, advice: string, wait?: number) =>
    new ModelError(kind, { code, message, advice }, { cause, retryAfter: wait });

  if (status === 401 || status === 403) {
    // Of something under way the key is asked for again: it may be put right before that is over.
    const known = status === 403 && failure.code !== 'refused' && costs(doing);
    if (known) return new ModelError('refused', failure, { cause });
    const words = said.message ? quoted(said.message, key) : `${who} answers ${status}`;
    return error(
      costs(doing) ? 'refused' : 'unreachable',
      'key_refused',
      `The key is not accepted: ${words}`,
      `Put ${model.runBy.keyVariable} right and start the server again; then press retry.`,
    );
  }
  if (status === 429) {
    // An empty account answers 429, too, and no waiting fills it.
    if (failure.code === 'no_credit' && costs(doing)) return new ModelError('refused', failure, { cause });
    return error('busy', 'busy', `${who} has too much to do.`, 'It is asked again by itself.', retryAfter);
  }
  if (status === 402) {
    const empty = failureOf({ code: 'insufficient_credit', message: said.message }, 'refused', key);
    return new ModelError(costs(doing) ? 'refused' : 'unreachable', empty, { cause });
  }
  if ((status === 404 || status === 410) && doing !== 'create') {
    return error(
      'gone',
      'gone',
      `${who} does not have it any more.`,
      'Vendors keep footage for a short time. Press retry to have it made anew.',
    );
  }
  if (status === 404) {
    return error(
      'refused',
      failure.code === 'model_unknown' ? failure.code : 'not_found',
      `${who} knows neither the address nor the model ${model.model}.`,
      'Put the provider’s baseUrl or the model’s name in the catalogue’s file right.',
    );
  }
  if (status >= 500 || status === 408) {
    const words = said.message ? ` “${quoted(said.message, key)}”` : '';
    return costs(doing)
      ? error(
          'unclear',
          'unclear',
          `${who} failed with ${status} while it took the order:${words || ' nothing more is said'}.`,
          'It may have been made, and paid for.',
        )
      : error(
          'unreachable',
          'unreachable',
          `${who} failed with ${status}.${words}`,
          'It is asked again by itself.',
          retryAfter,
        );
  }
  if (status < 400)
    return error(
      costs(doing) ? 'unclear' : 'unreachable',
      'unclear',
      `${who} answered ${status} where something else was due.`,
      'Put the provider’s baseUrl in the catalogue’s file right: it may lead elsewhere.',
    );
  return new ModelError(costs(doing) || doing === 'ask' || doing === 'cancel' ? 'refused' : 'gone', failure, {
    cause,
  });
}

/** What a request that came to no answer means for the money. */
export function faultOfConnection(cause: unknown, { model, doing }: Asked): ModelError {
  const who = model.runBy.name;
  const code = codeOf(cause);
  const why = code ? ` (${code})` : '';
  if (wasNeverSent(cause) || !costs(doing))
    return new ModelError(
      'unreachable',
      {
        code: 'unreachable',
        message: `${who} cannot be reached${why}.`,
        advice: 'It is asked again by itself. If it stays so, check its address and the network.',
      },
      { cause },
    );
  return new ModelError(
    'unclear',
    {
      code: 'unclear',
      message: `The connection to ${who} broke off${why} after the order was sent.`,
      advice: 'It may have been made, and paid for.',
    },
    { cause },
  );
}

/** An answer that cannot be read: taken, perhaps, but nobody knows under which name. */
export function faultOfReading({ model, doing }: Asked, cause?: unknown): ModelError {
  return new ModelError(
    costs(doing) ? 'unclear' : 'unreachable',
    {
      code: 'unreadable',
      message: `${model.runBy.name} answered something that cannot be read.`,
      advice: costs(doing) ? 'It may have been made, and paid for.' : 'It is asked again by itself.',
    },
    { cause },
  );
}

/** Stopped before anything was sent. */
export const stopped = (cause?: unknown): ModelError =>
  new ModelError(
    'unreachable',
    { code: 'stopped', message: 'It was stopped before it was asked for.', advice: 'Nothing was sent.' },
    { cause },
  );

/** Refused by ourselves, before anything is sent. */
export const refusedHere = (code: string, message: string, advice: string): ModelError =>
  new ModelError('refused', { code, message, advice });
