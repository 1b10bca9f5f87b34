import { proposalAnswerSchema, proposalRequestSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import { json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { atTheDesk } from './director-desk.ts';
import { smallDataUrl } from './small-pictures.ts';
import { videoModelOf } from './video-model.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/proposals',
  summary: 'Propose a whole storyboard from one line and the frames there are',
  description:
    'Order, lengths, titles, lines, directions, motions, transitions and the engine of each shot; nothing is kept. By a language model where one is set up, by the rules otherwise.',
  security: signedIn,
  request: { body: jsonBodyOf(proposalRequestSchema) },
  responses: { 200: json(proposalAnswerSchema, 'The storyboard that is proposed'), ...problemAnswers },
});

/** Pixels: what a frame is about, not what it says; its texts are sent as such. */
const SIDE = 512;
const PATIENCE = { timeout: 90_000, deadline: 130_000, perMinute: 20 };

export const proposeStoryboard: Mount = (app, deps) => {
  app.openapi(route, async (c) => {
    const request = c.req.valid('json');
    const videoModels = request.models.map((id, index) => videoModelOf(deps.models, id, `models.${index}`));
    const answer = await atTheDesk(c, deps, PATIENCE, async (director, options, module) => {
      const seen = !('why' in director);
      const frames = await Promise.all(
        request.frames.map(async (frame) => ({
          ...frame,
          picture: frame.picture && seen ? await smallDataUrl(frame.picture, SIDE) : undefined,
        })),
      );
      return module.proposeStoryboard({ ...request, frames, videoModels }, director, options);
    });
    return c.json(answer, 200);
  });
};
