import type { Problem } from '@animatic/schema';

/** Every way an answer can fail: the stable code, its status, and its title. */
export const problems = {
  malformed_json: [400, 'The body is not JSON'],
  signed_out: [401, 'Not signed in'],
  forged: [401, 'The signature does not hold'],
  forbidden: [403, 'Not allowed'],
  not_found: [404, 'Not found'],
  no_such_route: [404, 'No such address'],
  stale_revision: [409, 'The storyboard was changed elsewhere'],
  published: [409, 'It is behind a link'],
  still_wanted: [409, 'Other renders wait for it'],
  not_in_review: [409, 'Nothing is to be decided'],
  not_failed: [409, 'Nothing failed'],
  style_name_taken: [409, 'The name is taken'],
  vendor_id_taken: [409, 'The vendor’s id is another’s'],
  link_ended: [410, 'This link has ended'],
  too_large: [413, 'Too large'],
  unsupported_type: [415, 'A type that is not taken'],
  not_an_image: [415, 'Not a picture'],
  image_type: [415, 'A kind of picture that is not taken'],
  not_a_video: [415, 'Not a video'],
  video_kind: [415, 'A kind of video that is not taken'],
  range_not_satisfiable: [416, 'No such part'],
  invalid_input: [422, 'The input is not valid'],
  missing_stills: [422, 'Pictures are missing'],
  still_size_differs: [422, 'A picture has another size'],
  unknown_storyboard: [422, 'No such storyboard'],
  unknown_revision: [422, 'No such revision'],
  unknown_take: [422, 'No such take'],
  unknown_generation: [422, 'No such generation'],
  unknown_style: [422, 'No such style'],
  unknown_model: [422, 'No such model'],
  model_unavailable: [422, 'The model cannot be asked'],
  not_allowed_by_model: [422, 'The model does not take this'],
  over_budget: [422, 'It would pass the budget'],
  idempotency_key_reused: [422, 'The key was used before'],
  hash_mismatch: [422, 'The bytes are others'],
  image_too_large: [422, 'The picture is too large'],
  image_broken: [422, 'The picture is damaged'],
  video_broken: [422, 'The video is damaged'],
  video_differs: [422, 'The video is not what was asked for'],
  video_unreadable: [422, 'The video cannot be read'],
  plugin_outdated: [426, 'The plugin is older than this server'],
  server_outdated: [426, 'The plugin is newer than this server'],
  rate_limited: [429, 'Too many requests'],
  internal: [500, 'Something broke on our side'],
  not_ready: [503, 'Not ready'],
  disk_full: [507, 'No space left'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problems;

export interface ProblemDetails {
  /** What happened and what to do next, in words for people. */
  detail?: string;
  errors?: Problem['errors'];
  headers?: Record<string, string>;
}

/** The one error that becomes an answer (RFC 9457). Anything else that is thrown is a fault of ours. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? problems[code][1], options);
    this.name = 'HttpProblem';
    this.code = code;
    this.details = details;
  }

  get status() {
    return problems[this.code][0];
  }

  body(requestId: string | undefined): Problem {
    const [status, title] = problems[this.code];
    return {
      type: 'about:blank',
      title,
      status,
      code: this.code,
      ...(this.details.detail ? { detail: this.details.detail } : {}),
      ...(this.details.errors?.length ? { errors: this.details.errors } : {}),
      ...(requestId ? { requestId } : {}),
    };
  }
}

/** The same words whether it is not there or another workspace's: nobody learns what exists. */
export const notFound = (what: string): HttpProblem =>
  new HttpProblem('not_found', { detail: `There is no such ${what} in this workspace.` });

/** For a program that follows a link; a person is told on a page. */
export const nothingHere = (): HttpProblem =>
  new HttpProblem('not_found', { detail: 'There is nothing at this link.' });
export const linkEnded = (): HttpProblem =>
  new HttpProblem('link_ended', { detail: 'Ask its owner for a new link.' });
