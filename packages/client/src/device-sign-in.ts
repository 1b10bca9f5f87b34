import { type DeviceCode, deviceCodeSchema, deviceErrorSchema, deviceTokenSchema } from '@animatic/schema';
import { ApiError } from './errors.ts';
import type { ClientOptions } from './request.ts';

/** The OAuth client that the plugin signs in as. */
export const PLUGIN_CLIENT_ID = 'animatic-figma-plugin';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

export interface DeviceSignIn {
  /** Asks for a code to show. */
  start(signal?: AbortSignal): Promise<DeviceCode>;
  /** Polls until the person has said yes, as RFC 8628 asks (interval, slow_down). Gives the token. */
  wait(code: DeviceCode, signal?: AbortSignal): Promise<string>;
}

/**
 * Signing in from a plugin: a code, a browser window, polling.
 *
 * @throws {ApiError} `refused` with the code `access_denied` or `expired_token`, `unreachable`, `cancelled`.
 */
export function deviceSignIn(options: ClientOptions): DeviceSignIn {
  const request = options.fetch ?? ((input, init) => fetch(input, init));
  const origin = options.origin.replace(/\/+$/, '');
  const post = async (path: string, json: unknown, signal?: AbortSignal) => {
    try {
      return await request(origin + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(json),
        signal,
      });
    } catch {
      if (signal?.aborted) throw new ApiError('cancelled', 'Cancelled.');
      throw new ApiError('unreachable', `${origin} does not answer.`);
    }
  };
  return {
    async start(signal) {
      const response = await post('/v1/auth/device/code', { client_id: PLUGIN_CLIENT_ID }, signal);
      const parsed = deviceCodeSchema.safeParse(await response.json().catch(() => undefined));
      if (!response.ok || !parsed.success)
        throw new ApiError(
          response.status >= 500 ? 'fault' : 'refused',
          'The server gave no sign-in code. Try again in a minute.',
          response.status,
        );
      return parsed.data;
    },
    async wait(code, signal) {
      let interval = Math.max(1, code.interval) * 1000;
      const body = { grant_type: GRANT, device_code: code.device_code, client_id: PLUGIN_CLIENT_ID };
      while (true) {
        await pause(interval, signal);
        let response: Response;
        try {
          response = await post('/v1/auth/device/token', body, signal);
        } catch (error) {
          if (error instanceof ApiError && error.kind === 'unreachable') continue;
          throw error;
        }
        const answer: unknown = await response.json().catch(() => undefined);
        const token = deviceTokenSchema.safeParse(answer);
        if (response.ok && token.success) return token.data.access_token;
        const reason = deviceErrorSchema.safeParse(answer).data?.error;
        if (reason === 'slow_down') interval += 5000;
        else if (reason !== 'authorization_pending' && response.status < 500 && response.status !== 429)
          throw refusal(reason, response.status);
      }
    },
  };
}

function refusal(reason: string | undefined, status: number): ApiError {
  const words =
    reason === 'access_denied'
      ? 'The sign-in was refused in the browser.'
      : reason === 'expired_token'
        ? 'The code ran out. Ask for a new one.'
        : 'The sign-in did not work. Ask for a new code.';
  return new ApiError('refused', words, status, {
    type: 'about:blank',
    title: words,
    status,
    code: reason ?? 'sign_in_failed',
  });
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new ApiError('cancelled', 'Cancelled.'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
