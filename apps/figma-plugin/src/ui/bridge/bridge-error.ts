import type { Failure, FailureCode } from '../../protocol/index.ts';

/** The main thread's refusal, as an error that screens can show. */
export class BridgeError extends Error {
  readonly code: FailureCode;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'BridgeError';
    this.code = failure.code;
  }
}

/** What `ask` throws once its signal aborts; `fetch` throws the same. */
export function abortError(): DOMException {
  return new DOMException('Cancelled.', 'AbortError');
}

/**
 * True for every way in which a step says that it was cancelled.
 *
 * @example if (isCancelled(error)) return;
 */
export function isCancelled(error: unknown): boolean {
  if (error instanceof BridgeError) return error.code === 'cancelled';
  return (
    error instanceof Error && (error.name === 'AbortError' || ('kind' in error && error.kind === 'cancelled'))
  );
}
