import { idSchema, renderListSchema, textSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/renders',
  summary: 'Renders, newest first',
  security: signedIn,
  request: {
    query: z.object({
      /** Only those of boards with this `source`. */
      source: textSchema(200).optional(),
      storyboardId: idSchema.optional(),
      /** `next` of the page before. */
      after: idSchema.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: json(renderListSchema, 'A page of renders'), ...problemAnswers },
});

export const listRenders: Mount = (app) => {
  app.openapi(route, async (c) => {
    const { after, ...filter } = c.req.valid('query');
    return c.json(await c.get('workspace').renders.list({ ...filter, before: after }), 200);
  });
};
