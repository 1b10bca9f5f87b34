import { idSchema, takeFileKinds } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { notFound } from '../core/problem.ts';
import { mediaAnswers } from '../media/media-answers.ts';
import { downloadQuery } from '../media/parts.ts';
import { serveMedia } from '../media/serve-media.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/takes/{id}/files/{kind}',
  summary: 'A further file of a take, as a download; ranges are answered',
  security: signedIn,
  request: {
    params: z.object({ id: idSchema, kind: z.enum(takeFileKinds) }),
    query: downloadQuery,
  },
  responses: mediaAnswers('video/webm', 'image/gif', 'application/zip', 'image/jpeg', 'text/vtt'),
});

export const takeFiles: Mount = (app, { media }) => {
  app.openapi(route, async (c) => {
    const { id, kind } = c.req.valid('param');
    const workspace = c.get('workspace');
    const take = await workspace.takes.get(id);
    if (!take) throw notFound('take');
    const file = await workspace.takes.file(id, kind);
    if (!file) throw notFound('file');
    const { hash, type, name } = file;
    const extension = name.split('.').at(-1) ?? kind;
    return serveMedia(c, media, { workspaceId: take.workspaceId, hash, type, extension, name });
  });
};
