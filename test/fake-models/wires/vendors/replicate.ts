import type { Hono } from 'hono';
import * as z from 'zod';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { accept, look } from '../../http/guard.ts';
import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';
import { orRefuse, Refused } from '../openai/refuse.ts';
import type { Problem, Wire } from '../wire.ts';
import { fileAddress, vendorFile } from './files.ts';
import { pictureOf, readJson, secondsSchema } from './inputs.ts';
import { sizeOf } from './sizes.ts';

const requestSchema = z.object({
  version: z.string().optional(),
  webhook: z.string().optional(),
  input: z.object({
    prompt: z.string().min(1).max(20_000),
    image: z.string().nullish(),
    /** What its models call the last frame. */
    last_frame: z.string().nullish(),
    end_image: z.string().nullish(),
    last_image: z.string().nullish(),
    last_frame_image: z.string().nullish(),
    aspect_ratio: z.string().optional(),
    /** The SDK's `resolution`, and a tier as most models have it. */
    size: z.string().optional(),
    resolution: z.string().optional(),
    duration: secondsSchema.default(5),
    generate_audio: z.boolean().default(false),
  }),
});

function refuse({ status, message, retryAfter }: Problem): Response {
  return Response.json(
    { title: 'Request failed', detail: message, status },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}

const wire: Wire = { name: 'replicate', refuse };

/** Replicate's predictions; mounted at `/replicate` and `/replicate/v1`. They can be listed. */
export function replicate(world: World): Hono<Env> {
  return router()
    .post('/models/:owner/:name/predictions', (context) => {
      const { owner, name } = context.req.param();
      return orRefuse(() => predict(context, world, `${owner}/${name}`), refuse);
    })
    .post('/predictions', (context) => orRefuse(() => predict(context, world, undefined), refuse))
    .get('/predictions', (context) =>
      look(context, world, wire, 'list', undefined, () => {
        const results = world.jobs.listed('replicate').reverse().slice(0, 100);
        return Response.json({
          next: null,
          previous: null,
          results: results.map((job) => shown(context, world, job)),
        });
      }),
    )
    .get('/predictions/:id', (context) =>
      guarded(context, world, 'status', (job) => Response.json(shown(context, world, job))),
    )
    .post('/predictions/:id/cancel', (context) =>
      guarded(context, world, 'delete', (job) => {
        if (standingOf(job, world.clock.now()).endedAt === null) world.jobs.stop(job);
        return Response.json(shown(context, world, job));
      }),
    )
    .get('/files/:id/output.mp4', (context) => vendorFile(context, world, wire, context.req.param('id')));
}

function guarded(
  context: FakeContext,
  world: World,
  operation: 'status' | 'delete',
  answer: (job: Job) => Response,
): Promise<Response> {
  const job = world.jobs.find('replicate', context.req.param('id') ?? '');
  return look(context, world, wire, operation, job, () =>
    job ? answer(job) : refuse({ status: 404, message: 'Prediction not found.' }),
  );
}

async function predict(context: FakeContext, world: World, named: string | undefined): Promise<Response> {
  const { input, version, webhook } = await readJson(context, requestSchema);
  const model = named ?? version;
  if (!model) throw new Refused({ status: 422, message: '- version is required' });
  const { prompt, duration: seconds } = input;
  const first = pictureOf(input.image, 'image', world.pictures);
  const last = pictureOf(
    input.last_frame ?? input.end_image ?? input.last_image,
    'last_frame',
    world.pictures,
  );
  const resolution = input.size ?? input.resolution;
  const size = sizeOf({ ratio: input.aspect_ratio, resolution, picture: first?.size });
  if (!size)
    throw new Refused({ status: 422, message: '- input.aspect_ratio: not one of the allowed values' });
  const ask = {
    wire: 'replicate' as const,
    model,
    prompt,
    size,
    seconds,
    sound: input.generate_audio,
    look: { words: prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] },
    count: 1,
    webhookUrl: webhook,
  };
  return accept(context, world, wire, ask, {
    name: (unique) => unique.slice(0, 26),
    answer: (job) => Response.json(shown(context, world, job), { status: 201 }),
  });
}

const states = {
  queued: 'starting',
  in_progress: 'processing',
  completed: 'succeeded',
  failed: 'failed',
  stopped: 'canceled',
} as const;

function shown(context: FakeContext, world: World, job: Job): Record<string, unknown> {
  const { state, endedAt } = standingOf(job, world.clock.now());
  const base = context.req.path.replace(/\/(models|predictions)(\/.*)?$/, '');
  const address = fileAddress(context, `${base}/predictions/${job.id}`);
  const flagged =
    'The input or output was flagged as sensitive. Please try again with different inputs. (E005)';
  const date = (ms: number) => new Date(ms).toISOString();
  return {
    id: job.id,
    model: job.model,
    version: 'hidden',
    input: { prompt: job.prompt, duration: job.seconds },
    status: states[state],
    output: state === 'completed' ? fileAddress(context, `${base}/files/${job.id}/output.mp4`) : null,
    error: state === 'failed' ? (job.fate.ends === 'moderation' ? flagged : 'Prediction failed.') : null,
    created_at: date(job.acceptedAt),
    started_at: state === 'queued' ? null : date(job.startsAt),
    completed_at: endedAt === null ? null : date(endedAt),
    urls: { get: address, cancel: `${address}/cancel` },
    metrics: endedAt === null ? {} : { predict_time: (endedAt - job.startsAt) / 1000 },
  };
}
