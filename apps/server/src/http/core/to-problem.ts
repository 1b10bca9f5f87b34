import { isDataException, Refusal } from '@animatic/db';
import { MediaError } from '@animatic/media';
import { HTTPException } from 'hono/http-exception';
import { HttpProblem, type ProblemCode } from './problem.ts';

/** Whatever was thrown, as a problem that may leave the server: no stack, no SQL, no path. */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Refusal)
    return new HttpProblem(error.code, { detail: error.message, errors: error.places }, { cause: error });
  if (error instanceof MediaError)
    return new HttpProblem(
      error.code,
      {
        detail: error.allowed ? `${error.message} Allowed: ${error.allowed}` : error.message,
        errors: error.allowed ? [{ path: 'body', message: error.message, allowed: error.allowed }] : [],
      },
      { cause: error },
    );
  if (isDataException(error))
    return new HttpProblem(
      'invalid_input',
      {
        detail:
          'A value in the request is one that cannot be stored, such as a zero byte or too large a number.',
      },
      { cause: error },
    );
  if (error instanceof HTTPException) return new HttpProblem(codeOf(error.status), {}, { cause: error });
  return new HttpProblem(
    'internal',
    { detail: 'It was written down with the id of this request. Try again in a moment.' },
    { cause: error },
  );
}

function codeOf(status: number): ProblemCode {
  if (status === 400) return 'malformed_json';
  if (status === 401) return 'signed_out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 413) return 'too_large';
  return 'internal';
}
