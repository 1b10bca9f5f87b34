import type { WorkspaceQueries } from '@animatic/db';
import { planImages } from '@animatic/engines/asking';
import { generationListSchema, imageRequestSchema } from '@animatic/schema';
import { createRoute } from '@hono/zod-openapi';
import type * as z from 'zod';
import { generationRow } from '../../models/generation-row.ts';
import { askableModel, type ModelRefusal } from '../../models/refusal.ts';
import { idempotencyHeaders, json, jsonBodyOf, problemAnswers, signedIn } from '../core/api.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/generations',
  summary: 'Ask an image model for pictures of a scene; the same Idempotency-Key never asks twice',
  description:
    'A generation for each variation; what was paid for before is found. Each picture becomes a still of the workspace.',
  security: signedIn,
  request: { headers: idempotencyHeaders, body: jsonBodyOf(imageRequestSchema) },
  responses: {
    201: json(generationListSchema, 'Asked for, or found'),
    200: json(generationListSchema, 'What this key asked for before'),
    ...problemAnswers,
  },
});

export const createGenerations: Mount = (app, { models }) => {
  app.openapi(route, async (c) => {
    const workspace = c.get('workspace');
    const request = c.req.valid('json');
    const found = askableModel(models, request.model, { path: 'model', kind: 'image' });
    if ('refusal' in found) throw refused(found.refusal);
    await requireStills(workspace, request);
    const styles = await workspace.styles.byId();
    if (request.style !== undefined && !styles.has(request.style))
      throw refused({
        code: 'unknown_style',
        path: 'style',
        message: 'There is no such style in this workspace. Choose another one, or none.',
      });
    const planned = planImages(request, { catalogue: models.catalogue, styles });
    if ('refusal' in planned) throw refused({ code: 'not_allowed_by_model', ...planned.refusal });
    const { generations, created } = await workspace.generations.createImages({
      rows: planned.plans.map(generationRow),
      shotId: request.shotId,
      key: c.req.valid('header')['idempotency-key'],
    });
    c.get('logger').info({ generations: generations.map(({ id }) => id), created }, 'images asked for');
    return c.json({ generations }, created ? 201 : 200);
  });
};

const refused = ({ code, path, message, allowed }: ModelRefusal): HttpProblem =>
  new HttpProblem(code, { detail: message, errors: [{ path, message, ...(allowed ? { allowed } : {}) }] });

/** @throws {HttpProblem} `missing_stills`, with the places */
async function requireStills(
  { stills }: WorkspaceQueries,
  { inputs, mask }: z.output<typeof imageRequestSchema>,
): Promise<void> {
  const named = [
    ...inputs.map((hash, index) => ({ hash, path: `inputs.${index}` })),
    ...(mask === undefined ? [] : [{ hash: mask, path: 'mask' }]),
  ];
  const known = new Set((await stills.known(named.map(({ hash }) => hash))).map(({ hash }) => hash));
  const missing = named.filter(({ hash }) => !known.has(hash));
  if (missing.length === 0) return;
  throw new HttpProblem('missing_stills', {
    detail: `${missing.length === 1 ? 'One picture was' : `${missing.length} pictures were`} not uploaded yet.`,
    errors: missing.map(({ hash, path }) => ({
      path,
      message: `The still ${hash} is not in this workspace.`,
      allowed: `PUT /v1/stills/${hash} first.`,
    })),
  });
}
