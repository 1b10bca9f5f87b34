/** Nothing was sent: nobody was there, the name is unknown, or the two did not come to speak (TLS). */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The errors behind an error, itself first: what `fetch` says lies two or three causes deep, or in a bundle. */
export function* behind(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 6) return;
  yield error;
  yield* behind(error.cause, depth + 1);
  if (error instanceof AggregateError) for (const one of error.errors) yield* behind(one, depth + 1);
}

/** The first code of the system's or of the HTTP client's, e.g. `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  for (const one of behind(error)) if ('code' in one && typeof one.code === 'string') return one.code;
  return undefined;
}

/** Whether a failed request is known not to have left: then it may be made again without paying twice. */
export function wasNeverSent(error: unknown): boolean {
  for (const one of behind(error)) {
    if (!('code' in one) || typeof one.code !== 'string') continue;
    if (neverSent.has(one.code)) return true;
    // A connection that timed out while it was being made, not one that fell silent later.
    if (one.code === 'ETIMEDOUT' && 'syscall' in one && one.syscall === 'connect') return true;
  }
  return false;
}
