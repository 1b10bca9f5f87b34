import type { Problem } from '../wire.ts';

/** An error as OpenAI says it. */
export function refuse({ status, message, code, param, retryAfter }: Problem): Response {
  const type = status === 429 ? 'rate_limit_error' : status >= 500 ? 'server_error' : 'invalid_request_error';
  return Response.json(
    { error: { message, type, param: param ?? null, code: code ?? null } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}

/** Thrown where what was asked is not right; answered as it says. */
export class Refused extends Error {
  override name = 'Refused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A value that is not of the right kind. */
export const invalidType = (param: string, expected: string, got: string): Refused =>
  new Refused({
    status: 400,
    message: `Invalid type for '${param}': expected ${expected}, but got ${got} instead.`,
    code: 'invalid_type',
    param,
  });

/** A value that is not among those that are allowed. */
export const invalidValue = (param: string, message: string): Refused =>
  new Refused({ status: 400, message, code: 'invalid_value', param });

/** Answers a `Refused` that a handler throws, as OpenAI says it or in another wire's way. */
export async function orRefuse(
  answer: () => Promise<Response>,
  say: (problem: Problem) => Response = refuse,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof Refused) return say(error.problem);
    throw error;
  }
}
