import { byLink } from '@animatic/db';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Mount } from '../core/context.ts';
import { linkEnded, nothingHere } from '../core/problem.ts';
import { mediaAnswers } from '../media/media-answers.ts';
import { downloadQuery, takeFile, takeParts, takeTypes } from '../media/parts.ts';
import { serveMedia } from '../media/serve-media.ts';

const params = z.object({
  slug: z.string().max(100),
  number: z.coerce.number().int().positive().max(1_000_000),
});

/** A published version's files: whoever has the link may see them, as long as it lasts. */
export const linkedMedia: Mount = (app, { db, media }) => {
  for (const part of takeParts)
    app.openapi(
      createRoute({
        method: 'get',
        path: `/p/{slug}/v/{number}/${part}`,
        summary:
          part === 'clip.mp4' ? 'The clip behind a link; ranges are answered' : 'The poster behind a link',
        request: { params, query: downloadQuery },
        responses: mediaAnswers(takeTypes[part]),
      }),
      async (c) => {
        const { slug, number } = c.req.valid('param');
        const found = await byLink(db, slug);
        if (found?.state === 'ended') throw linkEnded();
        const version = found?.versions.find((candidate) => candidate.number === number);
        if (!version) throw nothingHere();
        return serveMedia(c, media, takeFile(version.take, part));
      },
    );
};
