import type { EventName, Events } from './events.ts';
import type { Params, RequestName, Result } from './requests.ts';

/** Why a request failed; `message` is for people and says what to do. */
export const failureCodes = [
  'bad-message',
  'gone',
  'no-size',
  'not-exportable',
  'too-large',
  'view-only',
  'storage-full',
  'newer-board',
  'cancelled',
  'old-panel',
  'failed',
] as const;
export type FailureCode = (typeof failureCodes)[number];
export interface Failure {
  code: FailureCode;
  message: string;
}

/** Panel → main. Plain data and Uint8Array only: Figma passes nothing else on. */
export type Request<N extends RequestName = RequestName> = N extends RequestName
  ? { kind: 'request'; id: number; name: N; params: Params<N> }
  : never;
/** Panel → main: stop the request of that id; it then fails with `cancelled`. */
export interface Cancel {
  kind: 'cancel';
  id: number;
}
export type ToMain = Request | Cancel;

/** Main → panel. */
export type Response<N extends RequestName = RequestName> =
  | { kind: 'response'; id: number; ok: true; result: Result<N> }
  | { kind: 'response'; id: number; ok: false; failure: Failure };
export type Event<N extends EventName = EventName> = N extends EventName
  ? { kind: 'event'; name: N; data: Events[N] }
  : never;
export type ToPanel = Response | Event;
