import { createRoute } from '@hono/zod-openapi';
import { idParams, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { mediaAnswers } from '../media/media-answers.ts';
import { downloadQuery, takeFile, takeParts, takeTypes } from '../media/parts.ts';
import { serveMedia } from '../media/serve-media.ts';

export const takeMedia: Mount = (app, { media }) => {
  for (const part of takeParts)
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/takes/{id}/${part}`,
        summary: part === 'clip.mp4' ? "A take's clip; ranges are answered" : "A take's poster",
        security: signedIn,
        request: { params: idParams, query: downloadQuery },
        responses: mediaAnswers(takeTypes[part]),
      }),
      async (c) => {
        const take = await c.get('workspace').takes.get(c.req.valid('param').id);
        if (!take) throw notFound('take');
        return serveMedia(c, media, takeFile(take, part));
      },
    );
};
