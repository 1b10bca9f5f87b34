import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  PermissionDeniedError,
} from 'openai';
import { ModelFailure } from './failure.ts';

/** What a failed call means: for people, for the money, and for whether it is worth another try. */
export interface CallFailure {
  failure: ModelFailure;
  /** It may have been made, and cost something. */
  unclear: boolean;
  /** Milliseconds to wait before another try; undefined where none would help. */
  retryAfter?: number;
}

const SECOND = 1000;

/** @param attempt from 0 */
export function failureOf(error: unknown, attempt: number): CallFailure {
  const backoff = SECOND * 0.5 * 2 ** attempt;
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError)
    return { failure: new ModelFailure('slow', 'The language model did not answer in time.'), unclear: true };
  if (error instanceof APIConnectionError)
    return {
      failure: new ModelFailure('unreachable', 'The language model cannot be reached.'),
      // A connection that was never made cost nothing; one that broke may have.
      unclear: !neverMade(error),
      retryAfter: backoff,
    };
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError)
    return {
      failure: new ModelFailure('key', 'The language model does not take this server’s key: OPENAI_API_KEY.'),
      unclear: false,
    };
  if (!(error instanceof APIError) || error.status === undefined)
    return {
      failure: new ModelFailure(
        'unreadable',
        'The language model’s answer has a form that is not known here.',
      ),
      unclear: true,
    };
  const { status } = error;
  if (status === 429) {
    // Spent money does not come back by waiting.
    const spent = error.code === 'insufficient_quota';
    const words = spent
      ? 'The account behind this server’s key has no credit left at the language model.'
      : 'The language model is busy.';
    const asked = Number(error.headers?.get('retry-after') ?? Number.NaN) * SECOND;
    return {
      failure: new ModelFailure('busy', words),
      unclear: false,
      ...(!spent && { retryAfter: asked >= 0 ? asked : backoff }),
    };
  }
  if (status >= 500 || status === 408 || status === 409)
    return {
      failure: new ModelFailure('unreachable', `The language model has a fault of its own (${status}).`),
      unclear: false,
      retryAfter: backoff,
    };
  return {
    failure:
      status === 404
        ? new ModelFailure('unfit', 'There is no such language model there: DIRECTOR_MODEL, OPENAI_BASE_URL.')
        : new ModelFailure('unfit', `The language model does not take what it was asked (${status}).`),
    unclear: false,
  };
}

function neverMade(error: Error): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (
      'code' in at &&
      /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(String(at.code))
    )
      return true;
  return false;
}
