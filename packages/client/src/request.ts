import { API_VERSION, API_VERSION_HEADER, problemSchema } from '@animatic/schema';
import type * as z from 'zod';
import { ApiError, kindOfStatus } from './errors.ts';

export interface ClientOptions {
  /** The API's origin, e.g. `http://localhost:8787`. */
  origin: string;
  /** Read at every call, so that signing in or out needs no new client. */
  token?: () => string | undefined;
  fetch?: typeof fetch;
  /** Milliseconds until a call that moves no body is given up; 20,000 without it. */
  timeout?: number;
}

export interface RequestOptions {
  method?: string;
  json?: unknown;
  body?: Blob | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Milliseconds; 0 for none. */
  timeout?: number;
}

/** One call: version and token headers on, problem details read, network faults named. */
export type Send = (path: string, options?: RequestOptions) => Promise<Response>;

/**
 * Makes the one function that all calls go through.
 *
 * @throws {ApiError} for every answer that is not 2xx and for every network fault.
 */
export function createSend(options: ClientOptions): Send {
  const request = options.fetch ?? ((input, init) => fetch(input, init));
  const origin = options.origin.replace(/\/+$/, '');
  return async (path, call = {}) => {
    const headers: Record<string, string> = { [API_VERSION_HEADER]: String(API_VERSION), ...call.headers };
    const token = options.token?.();
    if (token) headers.Authorization = `Bearer ${token}`;
    if (call.json !== undefined) headers['Content-Type'] = 'application/json';
    const limit = call.timeout ?? options.timeout ?? 20_000;
    const timer = limit > 0 ? AbortSignal.timeout(limit) : undefined;
    const signals = [call.signal, timer].filter((signal) => signal !== undefined);
    let response: Response;
    try {
      response = await request(origin + path, {
        method: call.method ?? 'GET',
        headers,
        body: call.json !== undefined ? JSON.stringify(call.json) : call.body,
        signal: signals.length ? AbortSignal.any(signals) : undefined,
      });
    } catch (cause) {
      if (call.signal?.aborted) throw new ApiError('cancelled', 'Cancelled.');
      throw new ApiError(
        'unreachable',
        `${origin} does not answer${cause instanceof Error ? ` (${cause.message})` : ''}.`,
      );
    }
    if (response.ok) return response;
    throw await errorOf(response);
  };
}

async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = problemSchema.safeParse(body);
  const kind = kindOfStatus(response.status);
  if (!problem.success) return new ApiError(kind, `The server answered ${response.status}.`, response.status);
  return new ApiError(kind, problem.data.detail ?? problem.data.title, response.status, problem.data);
}

/** Parses an answer, so that a server of another make is named instead of crashing a screen. */
export async function readJson<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new ApiError(
    'fault',
    'The server answered in a form that this version does not know.',
    response.status,
  );
}
