import { dateSchema, idSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { sessionsOf } from './sessions.ts';

const tokenListSchema = z.object({
  tokens: z.array(
    z.object({
      id: idSchema,
      /** A plugin that was connected, or a browser. */
      kind: z.enum(['device', 'browser']),
      /** The one that asks. */
      current: z.boolean(),
      userAgent: z.string().nullable(),
      createdAt: dateSchema,
      usedAt: dateSchema,
      expiresAt: dateSchema,
    }),
  ),
});

const route = createRoute({
  method: 'get',
  path: '/v1/tokens',
  summary: 'Your tokens and signed-in browsers, newest first; never the secrets themselves',
  security: signedIn,
  responses: { 200: json(tokenListSchema, 'Tokens'), ...problemAnswers },
});

export const listTokens: Mount = (app, { db }) => {
  app.openapi(route, async (c) => {
    const caller = c.get('caller');
    const rows = await sessionsOf(db, caller).list();
    const tokens = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      current: row.id === caller.sessionId,
      userAgent: row.userAgent,
      createdAt: row.createdAt.toISOString(),
      usedAt: row.updatedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
    return c.json({ tokens }, 200);
  });
};
