import type { Hono } from 'hono';
import * as z from 'zod';
import { randomSchema, ruleSchema } from '../faults/kinds.ts';
import { type Env, type FakeContext, router } from '../http/context.ts';
import { settingsChangeSchema } from '../settings.ts';
import { targetSchema } from '../webhooks/webhooks.ts';
import { cannedSchema } from '../wires/responses/answers.ts';
import type { Control } from './control.ts';

const advanceSchema = z.object({ advance: z.number().min(0).max(1e9) });

/** What tests in other processes turn; the same as `control` in this one. Mounted at `/control`. */
export function controlRoutes(control: Control): Hono<Env> {
  return router()
    .get('/', (context) => context.json(control.summary()))
    .get('/ledger', (context) => context.json(control.ledger()))
    .get('/jobs', (context) => context.json(control.jobs()))
    .get('/peaks', (context) => context.json(control.peaks()))
    .get('/clock', (context) => context.json(control.clock()))
    .post('/clock', (context) => take(context, advanceSchema, ({ advance }) => control.advance(advance)))
    .get('/faults', (context) => context.json(control.faults()))
    .post('/faults', (context) => take(context, ruleSchema, (rule) => control.fault(rule)))
    .put('/faults/random', (context) =>
      take(context, randomSchema, (random) => control.faultsAtRandom(random)),
    )
    .delete('/faults', (context) => context.json(control.noFaults()))
    .get('/settings', (context) => context.json(control.settings()))
    .patch('/settings', (context) =>
      take(context, settingsChangeSchema, (change) => control.settings(change)),
    )
    .put('/webhook', (context) => take(context, targetSchema, (target) => control.webhook(target)))
    .delete('/webhook', (context) => context.json(control.webhook(undefined)))
    .get('/webhooks', (context) => context.json(control.deliveries()))
    .post('/answers', (context) => take(context, cannedSchema, (canned) => control.answer(canned)))
    .post('/reset', (context) => context.json(control.reset()));
}

/** Reads a body, does what it says, answers what comes of it; 400 with what is wrong where it does not fit. */
async function take<Schema extends z.ZodType>(
  context: FakeContext,
  schema: Schema,
  act: (value: z.output<Schema>) => unknown,
): Promise<Response> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (!parsed.success) return Response.json({ error: z.prettifyError(parsed.error) }, { status: 400 });
  return Response.json(act(parsed.data) ?? {});
}
