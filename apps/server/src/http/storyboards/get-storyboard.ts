import { storyboardRecordSchema, storyboardSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { idParams, json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/storyboards/{id}',
  summary: 'A storyboard with its newest document',
  security: signedIn,
  request: { params: idParams },
  responses: {
    200: json(storyboardRecordSchema.extend({ document: storyboardSchema }), 'The storyboard'),
    ...problemAnswers,
  },
});

export const getStoryboard: Mount = (app) => {
  app.openapi(route, async (c) => {
    const { storyboards } = c.get('workspace');
    const record = await storyboards.get(c.req.valid('param').id);
    const document = record && (await storyboards.document(record.id, record.revision));
    if (!record || !document) throw notFound('storyboard');
    return c.json({ ...record, document }, 200);
  });
};
