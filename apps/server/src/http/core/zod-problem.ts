import type { Problem } from '@animatic/schema';
import type * as z from 'zod';
import { HttpProblem } from './problem.ts';

type Place = NonNullable<Problem['errors']>[number];

/** Names at most this many places of one input. */
const MAX_PLACES = 20;

/** Which part of a request did not hold. */
export type InputPart = 'body' | 'query' | 'path' | 'header';

/** Zod's issues as places in the input, with what is allowed there. */
export function zodProblem(error: z.ZodError, part: InputPart): HttpProblem {
  const errors = error.issues.slice(0, MAX_PLACES).map((issue) => placeOf(issue, part));
  const first = errors[0];
  return new HttpProblem('invalid_input', {
    detail: first ? `${first.path || part}: ${first.message}` : undefined,
    errors,
  });
}

function placeOf(issue: z.core.$ZodIssue, part: InputPart): Place {
  const path = issue.path.map(String).join('.') || part;
  const allowed = allowedBy(issue);
  return { path, message: issue.message, ...(allowed ? { allowed } : {}) };
}

function allowedBy(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'invalid_type':
      return issue.expected;
    case 'invalid_format':
      return issue.format === 'regex' ? undefined : issue.format;
    case 'unrecognized_keys':
      return `not ${issue.keys.join(', ')}`;
    default:
      return undefined;
  }
}
