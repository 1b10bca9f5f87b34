import { BLANK_STILL, sha256Schema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { mediaAnswers } from '../media/media-answers.ts';
import { serveMedia } from '../media/serve-media.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/stills/{hash}',
  summary: 'The bytes of a still',
  security: signedIn,
  request: { params: z.object({ hash: sha256Schema }) },
  responses: mediaAnswers('image/png', 'image/jpeg'),
});

export const getStill: Mount = (app, { media }) => {
  app.openapi(route, async (c) => {
    const { hash } = c.req.valid('param');
    if (hash === BLANK_STILL.hash) return blank();
    const still = await c.get('workspace').stills.get(hash);
    if (!still) throw notFound('still');
    return serveMedia(c, media, {
      workspaceId: c.get('workspace').id,
      hash: still.hash,
      type: still.type,
      extension: still.type === 'image/png' ? 'png' : 'jpg',
    });
  });
};

/** The one that shots of words alone have: a constant, which no workspace keeps. */
const blank = (): Response =>
  new Response(Buffer.from(BLANK_STILL.base64, 'base64'), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'private, no-cache',
      ETag: `"${BLANK_STILL.hash}"`,
    },
  });
