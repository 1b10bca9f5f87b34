export const refusalCodes = [
  'missing_stills',
  'still_size_differs',
  'stale_revision',
  'unknown_revision',
  'unknown_storyboard',
  'unknown_take',
  'idempotency_key_reused',
  'published',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface RefusalPlace {
  /** Where in the input, e.g. `document.shots.0.still.tiles.0.still`. */
  path: string;
  message: string;
  allowed?: string;
}

/** What the data does not allow: a stable code, words for people, and the places in the input. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly places: RefusalPlace[];

  constructor(code: RefusalCode, message: string, places: RefusalPlace[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.places = places;
  }
}

/** Whether a query failed because a row is still referred to (Postgres 23503). */
export function isForeignKeyViolation(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && at.code === '23503') return true;
  return false;
}
