import type { Problem } from '@animatic/schema';

/** Why a call failed, coarse enough for a screen to choose what to say. */
export const failureKinds = [
  'unreachable',
  'signed-out',
  'outdated',
  'refused',
  'fault',
  'cancelled',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** A call that did not succeed; `problem` is the server's own words where it answered. */
export class ApiError extends Error {
  readonly kind: FailureKind;
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(kind: FailureKind, message: string, status = 0, problem?: Problem) {
    super(message);
    this.name = 'ApiError';
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }

  /** The stable code, e.g. `stale_revision`; the kind where the server gave none. */
  get code(): string {
    return this.problem?.code ?? this.kind;
  }
}

/** Maps an HTTP status to what the caller can do about it. */
export function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'signed-out';
  if (status === 426) return 'outdated';
  return status >= 500 ? 'fault' : 'refused';
}
