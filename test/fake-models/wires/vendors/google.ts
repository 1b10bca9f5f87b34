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
import { pictureOf, readJson } from './inputs.ts';
import { sizeOf } from './sizes.ts';

const imageSchema = z.object({ bytesBase64Encoded: z.string(), mimeType: z.string() });
const videoSchema = z.object({ uri: z.string() });
const requestSchema = z.object({
  instances: z
    .array(
      z.object({
        prompt: z.string().min(1).max(20_000),
        image: imageSchema.optional(),
        lastFrame: imageSchema.optional(),
        video: videoSchema.optional(),
      }),
    )
    .length(1),
  parameters: z
    .object({
      sampleCount: z.number().int().min(1).max(4).default(1),
      aspectRatio: z.enum(['16:9', '9:16']).default('16:9'),
      resolution: z.enum(['720p', '1080p', '4k']).default('720p'),
      durationSeconds: z.union([z.literal(4), z.literal(6), z.literal(8)]).default(8),
      /** Where the SDK puts what it passes on. */
      video: videoSchema.optional(),
    })
    .prefault({}),
});

const statuses: Record<number, string> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
};

function refuse({ status: asked, message, retryAfter }: Problem): Response {
  const status = asked === 422 ? 400 : asked;
  return Response.json(
    { error: { code: status, message, status: statuses[status] ?? 'INVALID_ARGUMENT' } },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}

const wire: Wire = { name: 'google', refuse };

/** Veo as the Gemini API has it; mounted at `/google` and `/google/v1beta`. */
export function google(world: World): Hono<Env> {
  return router()
    .post('/models/*', (context) => orRefuse(() => predict(context, world), refuse))
    .get('/models/*', (context) => orRefuse(() => operation(context, world), refuse))
    .get('/files/*', (context) => {
      if (!context.req.query('key') && !context.req.header('x-goog-api-key'))
        return refuse({ status: 403, message: 'The request is missing a valid API key.' });
      const [, id = '', sample] = /\/files\/([0-9a-f]+)-(\d):download$/.exec(context.req.path) ?? [];
      return vendorFile(context, world, wire, id, Number(sample));
    });
}

/** An extension makes seven seconds more, and gives the whole. */
const EXTENSION = 7;

async function predict(context: FakeContext, world: World): Promise<Response> {
  const [, model] = /\/models\/([^/:]+):predictLongRunning$/.exec(context.req.path) ?? [];
  if (!model) throw new Refused({ status: 404, message: 'Method not found.' });
  const { instances, parameters } = await readJson(context, requestSchema);
  const [instance] = instances;
  if (!instance) throw new Refused({ status: 400, message: 'instances is empty.' });
  const { prompt } = instance;
  const first = pictureOf(instance.image?.bytesBase64Encoded, 'image', world.pictures);
  const last = pictureOf(instance.lastFrame?.bytesBase64Encoded, 'lastFrame', world.pictures);
  const { aspectRatio: ratio, resolution, durationSeconds } = parameters;
  if ((resolution !== '720p' || last) && durationSeconds !== 8)
    throw new Refused({
      status: 400,
      message: `durationSeconds must be 8 with ${last ? 'lastFrame' : resolution}.`,
    });
  if (last && !first) throw new Refused({ status: 400, message: 'lastFrame needs image.' });
  const source = sourceOf(world, instance.video ?? parameters.video);
  const size = source?.size ?? sizeOf({ ratio, resolution })!;
  const ask = {
    wire: 'google' as const,
    model,
    prompt,
    size,
    seconds: source ? source.seconds + EXTENSION : durationSeconds,
    sound: !model.startsWith('veo-2'),
    look: source?.look ?? { words: prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] },
    count: parameters.sampleCount,
    from: source && { kind: 'extend' as const, id: source.id },
  };
  return accept(context, world, wire, ask, {
    name: (unique) => unique,
    answer: ({ id }) => Response.json({ name: `models/${model}/operations/${id}` }),
  });
}

function sourceOf(world: World, video: { uri: string } | undefined): Job | undefined {
  if (!video) return undefined;
  const [, id = ''] = /\/files\/([0-9a-f]+)-\d/.exec(video.uri) ?? [];
  const job = world.jobs.find('google', id);
  if (!job || standingOf(job, world.clock.now()).state !== 'completed')
    throw new Refused({ status: 400, message: 'video must be one that Veo made in the last two days.' });
  return job;
}

function operation(context: FakeContext, world: World): Promise<Response> {
  const [, name = '', id = ''] = /\/(models\/[^/]+\/operations\/([^/]+))$/.exec(context.req.path) ?? [];
  const job = world.jobs.find('google', id);
  return look(context, world, wire, 'status', job, () => {
    if (!job) throw new Refused({ status: 404, message: 'Operation not found.' });
    const { state } = standingOf(job, world.clock.now());
    if (state === 'queued' || state === 'in_progress') return Response.json({ name });
    if (state === 'completed')
      return Response.json({ name, done: true, response: { generateVideoResponse: samples(context, job) } });
    if (job.fate.ends === 'moderation') {
      // Not an error: there are no videos in it, and reasons.
      const reason =
        'Sorry, we can’t create videos that go against our usage guidelines. You will not be charged.';
      const filtered = { raiMediaFilteredCount: job.count, raiMediaFilteredReasons: [reason] };
      return Response.json({ name, done: true, response: { generateVideoResponse: filtered } });
    }
    return Response.json({ name, done: true, error: { code: 13, message: 'Video generation failed.' } });
  });
}

function samples(context: FakeContext, job: Job): Record<string, unknown> {
  const base = context.req.path.slice(0, context.req.path.indexOf('/models/'));
  const uri = (sample: number) =>
    fileAddress(context, `${base}/files/${job.id}-${sample}:download?alt=media`);
  return {
    generatedSamples: Array.from({ length: job.count }, (_, sample) => ({ video: { uri: uri(sample) } })),
  };
}
