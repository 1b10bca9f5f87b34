export const refusalCodes = [
  'missing_stills',
  'still_size_differs',
  'stale_revision',
  'unknown_revision',
  'unknown_storyboard',
  'unknown_take',
  'idempotency_key_reused',
  'published',
  'over_budget',
  'unknown_generation',
  'still_wanted',
  'not_in_review',
  'not_failed',
  'vendor_id_taken',
  'unknown_style',
  'style_name_taken',
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
export const isForeignKeyViolation = (error: unknown): boolean => sqlStateOf(error) === '23503';

/** Whether a query failed because there is one of the same already (Postgres 23505). */
export const isUniqueViolation = (error: unknown): boolean => sqlStateOf(error) === '23505';

/** Whether a query failed because no column holds one of its values: a zero byte, an overflow (Postgres class 22). */
export const isDataException = (error: unknown): boolean => /^22\w{3}$/.test(sqlStateOf(error) ?? '');

/** Postgres's own code for what went wrong; drizzle keeps it in the cause. */
function sqlStateOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string' && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
  return undefined;
}
