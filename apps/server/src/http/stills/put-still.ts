import { checkStill, type StillFacts } from '@animatic/media';
import { MAX_STILL_BYTES, sha256Schema, stillSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { json, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { limitConcurrency } from './limit-concurrency.ts';

const route = createRoute({
  method: 'put',
  path: '/v1/stills/{hash}',
  summary: 'Store a still under the SHA-256 of its bytes',
  description:
    'The raw bytes of a PNG or JPEG, at most 20 MB and 4,096 pixels a side. Storing the same one again is harmless.',
  security: signedIn,
  request: {
    params: z.object({ hash: sha256Schema }),
    body: {
      content: {
        'image/png': { schema: { type: 'string', format: 'binary' } },
        'image/jpeg': { schema: { type: 'string', format: 'binary' } },
      },
      required: true,
    },
  },
  responses: { 200: json(stillSchema, 'Stored'), ...problemAnswers },
});

/** Pictures that are decoded at once: each may take tens of megabytes. */
const DECODERS = 2;

export const putStill: Mount = (app, { media }) => {
  const decode = limitConcurrency(DECODERS);
  app.openapi(route, async (c) => {
    const { hash } = c.req.valid('param');
    const length = Number(c.req.header('Content-Length') ?? 0);
    if (length > MAX_STILL_BYTES)
      throw new HttpProblem('too_large', {
        detail: `The still has ${length} bytes, and at most ${MAX_STILL_BYTES} are taken. Export it smaller or cut it into tiles.`,
      });
    let facts: StillFacts | undefined;
    await media.put(c.get('workspace').id, c.req.raw.body ?? noBytes(), {
      expected: hash,
      maxBytes: MAX_STILL_BYTES,
      check: async (path) => {
        facts = await decode(() => checkStill(path));
      },
    });
    const still = { hash, ...facts! };
    await c.get('workspace').stills.insert(still);
    return c.json({ hash, width: still.width, height: still.height, bytes: still.bytes }, 200);
  });
};

async function* noBytes(): AsyncGenerator<Uint8Array> {}
