import type * as z from 'zod';

/**
 * Checks what a plugin gave to the API, with the words of Figma's own checks.
 * @throws Error like `in exportAsync: Property "settings" failed validation: Unrecognized key(s) in object: 'foo'`
 * @example check(z.string(), value, 'setPluginData', 'key')
 */
export function check<T extends z.ZodType>(
  schema: T,
  value: unknown,
  operation: string,
  property: string,
): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = innermost(parsed.error.issues[0]);
  throw new Error(
    `in ${operation}: Property "${property}" failed validation: ${messageOf(issue)}${place(issue?.path ?? [])}`,
  );
}

type Issue = z.core.$ZodIssue;

/** Of a union that failed everywhere, the branch that came furthest speaks for it. */
function innermost(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const candidates = issue.errors
    .map((errors) => innermost(errors[0]))
    .filter((error): error is Issue => error !== undefined);
  const best = candidates.sort((a, b) => b.path.length - a.path.length)[0];
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

function messageOf(issue: Issue | undefined): string {
  if (issue?.code === 'unrecognized_keys') {
    return `Unrecognized key(s) in object: ${issue.keys.map((key) => `'${key}'`).join(', ')}`;
  }
  return issue?.message ?? 'Invalid value';
}

function place(path: PropertyKey[]): string {
  if (path.length === 0) return '';
  return ` at ${path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`;
}
