import { takeWebhook } from '@animatic/db';
import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { problemAnswers } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { limitByAddress } from '../core/rate-limit.ts';
import { readWebhook } from './webhook-event.ts';

/** An event names what changed and no more: a kilobyte is usual. */
const MAX_BYTES = 64 * 1024;

const route = createRoute({
  method: 'post',
  path: '/v1/webhooks/{provider}',
  summary: 'Where a provider says that something changed',
  description:
    'Signed as Standard Webhooks has it. It is believed in one thing only: that it is time to look. Each event is taken once.',
  request: {
    params: z.object({ provider: z.string().regex(/^[a-z0-9-]{1,40}$/) }),
    headers: z.object({
      'webhook-id': z.string().optional(),
      'webhook-timestamp': z.string().optional(),
      'webhook-signature': z.string().optional(),
    }),
    // Read as it came, because its bytes are signed.
    body: { content: { 'application/json': { schema: { type: 'object' } } }, required: true },
  },
  responses: { 204: { description: 'Taken, now or before' }, ...problemAnswers },
});

export const webhooks: Mount = (app, deps) => {
  const { db, models } = deps;
  app.use('/v1/webhooks/*', limitByAddress(deps));
  app.use(
    '/v1/webhooks/*',
    bodyLimit({
      maxSize: MAX_BYTES,
      onError: () => {
        throw new HttpProblem('too_large', { detail: `An event is at most ${MAX_BYTES} bytes.` });
      },
    }),
  );
  app.openapi(route, async (c) => {
    const { provider } = c.req.valid('param');
    const secret = models.webhookSecret(provider);
    // The same words whether it is unknown or signs nothing.
    if (secret === undefined)
      throw new HttpProblem('not_found', { detail: 'No provider sends webhooks here by this name.' });
    const event = readWebhook(await c.req.text(), c.req.header(), secret);
    if (!event) {
      c.get('logger').warn({ provider }, 'a webhook whose signature does not hold was refused');
      throw new HttpProblem('forged', {
        detail: 'The signature does not hold, or is older than five minutes.',
      });
    }
    const taken = await takeWebhook(db, { provider, ...event });
    c.get('logger').info({ provider, event: event.eventId, taken }, 'webhook');
    return c.body(null, 204);
  });
};
