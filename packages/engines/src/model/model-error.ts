import type { ModelFailure } from './model-engine.ts';

/**
 * What a failed call means for the money:
 *
 * - `refused`: it was not taken, and never will be as it is
 * - `busy`: it was not taken; it may be asked again after `retryAfter`
 * - `unreachable`: nothing was sent; it may be asked again
 * - `unclear`: it may have been taken and paid for
 * - `gone`: the vendor does not know it (any more)
 */
export const modelErrorKinds = ['refused', 'busy', 'unreachable', 'unclear', 'gone'] as const;
export type ModelErrorKind = (typeof modelErrorKinds)[number];

/** A call to a model that did not do what was asked. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly kind: ModelErrorKind;
  readonly failure: ModelFailure;
  /** Milliseconds, as `Retry-After` said. */
  readonly retryAfter: number | undefined;

  constructor(
    kind: ModelErrorKind,
    failure: ModelFailure,
    options: ErrorOptions & { retryAfter?: number | undefined } = {},
  ) {
    super(failure.message, options);
    this.kind = kind;
    this.failure = failure;
    this.retryAfter = options.retryAfter;
  }
}
