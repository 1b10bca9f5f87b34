import { byLink, type Db, fileOfTake } from '@animatic/db';
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
        return serveMedia(c, media, takeFile(await takeBehind(db, slug, number), part));
      },
    );
  for (const [kind, type] of thumbnails)
    app.openapi(
      createRoute({
        method: 'get',
        path: `/p/{slug}/v/{number}/${kind}`,
        summary:
          kind === 'sprites'
            ? 'The sheet of thumbnails behind a link, where one was asked for'
            : 'Which rectangle of the sheet stands for which time, as WebVTT',
        request: { params },
        responses: mediaAnswers(type),
      }),
      async (c) => {
        const { slug, number } = c.req.valid('param');
        const take = await takeBehind(db, slug, number);
        const file = await fileOfTake(db, take, kind);
        if (!file) throw nothingHere();
        const extension = kind === 'sprites' ? 'jpg' : 'vtt';
        return serveMedia(c, media, { ...file, workspaceId: take.workspaceId, extension });
      },
    );
};

/** The map names the sheet by its address beside it. */
const thumbnails = [
  ['sprites', 'image/jpeg'],
  ['sprites.vtt', 'text/vtt'],
] as const;

async function takeBehind(db: Db, slug: string, number: number) {
  const found = await byLink(db, slug);
  if (found?.state === 'ended') throw linkEnded();
  const version = found?.versions.find((candidate) => candidate.number === number);
  if (!version) throw nothingHere();
  return version.take;
}
