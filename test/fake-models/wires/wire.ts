/** The wire formats that are served, each under its own path. */
export const wireNames = [
  'videos',
  'images',
  'responses',
  'fal',
  'google',
  'replicate',
  'xai',
  'alibaba',
] as const;
export type WireName = (typeof wireNames)[number];

/** What can be asked of a vendor. */
export const operations = ['create', 'status', 'list', 'content', 'delete'] as const;
export type Operation = (typeof operations)[number];

/** Why a call is refused; each wire says it in its own words. */
export interface Problem {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 500;
  message: string;
  /** As OpenAI names it, e.g. `invalid_type`. */
  code?: string;
  param?: string;
  retryAfter?: number;
}

export interface Wire {
  name: WireName;
  refuse(problem: Problem): Response;
}
