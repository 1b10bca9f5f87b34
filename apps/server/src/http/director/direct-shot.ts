import { directAnswerSchema, directRequestSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { atTheDesk } from './director-desk.ts';
import { smallDataUrl } from './small-pictures.ts';
import { videoModelOf } from './video-model.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/direct',
  summary: 'Direct one shot: a motion of its layers, or a prompt for a video model',
  description:
    'By a language model where one is set up, which costs a little and is counted; by the rules otherwise, and where it is of no use: `by` and `why` say so. The frame, its texts and a small picture of it go to that model.',
  security: signedIn,
  request: { body: jsonBodyOf(directRequestSchema) },
  responses: { 200: json(directAnswerSchema, 'What is to move, or the prompt'), ...problemAnswers },
});

/** Pixels: enough to read a headline by. */
const SIDE = 768;
const PATIENCE = { timeout: 45_000, deadline: 80_000, perMinute: 60 };

export const directShot: Mount = (app, deps) => {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json');
    const videoModel = request.model && videoModelOf(deps.models, request.model, 'model');
    const answer = await atTheDesk(c, deps, PATIENCE, async (director, options, module) => {
      const picture =
        request.picture && !('why' in director) ? await smallDataUrl(request.picture, SIDE) : undefined;
      return module.directShot({ ...request, picture, ...(videoModel && { videoModel }) }, director, options);
    });
    return c.json(answer, 200);
  });
};
