/**
 * An error as it may stand in a log. Drizzle writes a query's parameters into its message, and among them are tokens
 * and people's words: what Postgres itself said is kept instead.
 */
export function loggable(error: unknown): unknown {
  if (!(error instanceof Error) || !('params' in error || 'query' in error)) return error;
  const cause = error.cause instanceof Error ? error.cause : error;
  const kept = new Error(cause === error ? 'a query failed' : cause.message);
  kept.name = error.name;
  kept.stack = `${kept.name}: ${kept.message}\n${framesOf(error)}`;
  return 'code' in cause ? Object.assign(kept, { code: cause.code }) : kept;
}

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
