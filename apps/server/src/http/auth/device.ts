import { type DeviceCode, deviceCodeSchema, deviceErrorSchema, deviceTokenSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { clientAddress } from '../core/address.ts';
import { json, problemAnswers } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { allow } from '../core/rate-limit.ts';
import { forward } from './forward.ts';
import { shownUserCode } from './user-code.ts';

const body = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true,
});

const codeRoute = createRoute({
  method: 'post',
  path: '/v1/auth/device/code',
  summary: 'RFC 8628: ask for a code to show to the person',
  request: {
    body: body(z.object({ client_id: z.string().max(100), scope: z.string().max(200).optional() })),
  },
  responses: {
    200: json(deviceCodeSchema, 'Codes'),
    400: json(deviceErrorSchema, 'Refused'),
    ...problemAnswers,
  },
});

const tokenRoute = createRoute({
  method: 'post',
  path: '/v1/auth/device/token',
  summary: 'RFC 8628: ask whether the person has said yes',
  request: {
    body: body(
      z.object({
        grant_type: z.string().max(100),
        device_code: z.string().regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters'),
        client_id: z.string().max(100),
      }),
    ),
  },
  responses: {
    200: json(deviceTokenSchema, 'A token'),
    400: json(deviceErrorSchema, 'Not yet, or not at all'),
    ...problemAnswers,
  },
});

export const device: Mount = (app, deps) => {
  const { limits, trustProxy } = deps.config;
  app.openapi(codeRoute, async (c) => {
    await allow(deps.takeAllowance, `device-code:${clientAddress(c, trustProxy)}`, {
      limit: limits.signIn,
      window: 600,
    });
    const answer = await forward(c, deps, { bare: true });
    const body: unknown = await answer.json();
    c.header('Cache-Control', 'no-store');
    if (answer.status >= 500) throw new HttpProblem('internal');
    if (answer.ok) return c.json(withShownCode(deviceCodeSchema.parse(body)), 200);
    return c.json(deviceError(body), 400);
  });
  app.openapi(tokenRoute, async (c) => {
    // Polled every two seconds by each plugin that waits; the codes themselves are far too long to guess.
    await allow(deps.takeAllowance, `device-token:${clientAddress(c, trustProxy)}`, {
      limit: limits.signIn * 30,
      window: 600,
      chunk: 10,
    });
    const answer = await forward(c, deps, { bare: true });
    const body: unknown = await answer.json();
    c.header('Cache-Control', 'no-store');
    if (answer.status >= 500) throw new HttpProblem('internal');
    if (answer.ok) return c.json(deviceTokenSchema.parse(body), 200);
    return c.json(deviceError(body), 400);
  });
};

/** As RFC 6749, 5.2 has it, also where better-auth has other words for a request that it cannot read. */
function deviceError(body: unknown) {
  const known = deviceErrorSchema.safeParse(body);
  return known.success ? known.data : { error: 'invalid_request' };
}

/** With a dash, as people read it out; the address that carries it too. */
function withShownCode(codes: DeviceCode): DeviceCode {
  const shown = shownUserCode(codes.user_code);
  return {
    ...codes,
    user_code: shown,
    verification_uri_complete: `${codes.verification_uri}?user_code=${shown}`,
  };
}
