import { createRoute } from '@hono/zod-openapi';
import { idParams, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { mediaAnswers } from '../media/media-answers.ts';
import { downloadQuery } from '../media/parts.ts';
import { serveMedia } from '../media/serve-media.ts';

/** The files of a generation, by the names they have in addresses. */
const parts = {
  media: {
    summary: 'What was made, a video or a picture; ranges are answered',
    types: ['video/mp4', 'video/webm', 'image/png', 'image/jpeg'],
    what: 'finished file of this generation',
  },
  poster: { summary: 'A made video’s poster', types: ['image/png'], what: 'poster of this generation' },
  partial: {
    summary: 'The newest picture on the way',
    types: ['image/png', 'image/jpeg', 'image/webp'],
    what: 'picture on the way',
  },
} as const;

const extensions: Record<string, string> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

export const generationMedia: Mount = (app, { media }) => {
  for (const part of ['media', 'poster', 'partial'] as const) {
    const { summary, types, what } = parts[part];
    app.openapi(
      createRoute({
        method: 'get',
        path: `/v1/generations/{id}/${part}`,
        summary,
        security: signedIn,
        request: { params: idParams, query: downloadQuery },
        responses: mediaAnswers(...types),
      }),
      async (c) => {
        const workspace = c.get('workspace');
        const file = await workspace.generations.file(c.req.valid('param').id, part);
        const extension = file && extensions[file.type];
        // What is of no kind that is made here is not sent: it might be anything.
        if (!file || !extension) throw notFound(what);
        return serveMedia(c, media, { workspaceId: workspace.id, ...file, extension });
      },
    );
  }
};
