import type { Hono } from 'hono';
import * as z from 'zod';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { accept, look } from '../../http/guard.ts';
import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import { dollarsFor } from '../../prices.ts';
import type { World } from '../../world.ts';
import { orRefuse, Refused } from '../openai/refuse.ts';
import type { Problem, Wire } from '../wire.ts';
import { fileAddress, vendorFile } from './files.ts';
import { pictureOf, readJson } from './inputs.ts';
import { sizeOf } from './sizes.ts';

const urlSchema = z.object({ url: z.string() });
const ratios = ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3'] as const;
const requestSchema = z.object({
  model: z.string().min(1),
  prompt: z.string().min(1).max(20_000),
  duration: z.number().int().min(1).max(15).default(8),
  aspect_ratio: z.enum(ratios).optional(),
  resolution: z.enum(['480p', '720p', '1080p']).default('480p'),
  generate_audio: z.boolean().default(true),
  image: urlSchema.optional(),
  last_frame: urlSchema.optional(),
  video: urlSchema.optional(),
});

function refuse({ status: asked, message, code, retryAfter }: Problem): Response {
  const status = asked === 422 ? 400 : asked;
  return Response.json(
    { code: code ?? 'invalid_argument', error: message },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}

const wire: Wire = { name: 'xai', refuse };

/** One US dollar in the ticks of xAI's usage. */
const TICKS = 1e10;

/** xAI's videos; mounted at `/xai` and `/xai/v1`. */
export function xai(world: World): Hono<Env> {
  return router()
    .post('/videos/generations', (context) => orRefuse(() => generate(context, world), refuse))
    .post('/videos/edits', (context) => orRefuse(() => derive(context, world, 'edit'), refuse))
    .post('/videos/extensions', (context) => orRefuse(() => derive(context, world, 'extend'), refuse))
    .get('/videos/:id', (context) => {
      const job = world.jobs.find('xai', context.req.param('id'));
      return look(context, world, wire, 'status', job, () =>
        job ? shown(context, world, job) : refuse({ status: 404, message: 'Video request not found.' }),
      );
    })
    .get('/files/:id/video.mp4', (context) => vendorFile(context, world, wire, context.req.param('id')));
}

const taken = {
  name: (unique: string) => unique,
  answer: ({ id }: Job) => Response.json({ request_id: id }),
};

async function generate(context: FakeContext, world: World): Promise<Response> {
  const request = await readJson(context, requestSchema);
  const { model, prompt, duration: seconds, aspect_ratio: ratio, resolution } = request;
  const first = pictureOf(request.image?.url, 'image', world.pictures);
  const last = pictureOf(request.last_frame?.url, 'last_frame', world.pictures);
  const ask = {
    wire: 'xai' as const,
    model,
    prompt,
    size: sizeOf({ ratio, resolution, picture: first?.size })!,
    seconds,
    sound: request.generate_audio,
    look: { words: prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] },
    count: 1,
  };
  return accept(context, world, wire, ask, taken);
}

/** From a video made here: an edit keeps its length, an extension gives the whole. */
async function derive(context: FakeContext, world: World, kind: 'edit' | 'extend'): Promise<Response> {
  const { model, prompt, duration, video } = await readJson(context, requestSchema);
  const [, id = ''] = /\/files\/([^/]+)\/video\.mp4$/.exec(video?.url ?? '') ?? [];
  const source = world.jobs.find('xai', id);
  if (!source) throw new Refused({ status: 400, message: 'video.url must be a video that was made here.' });
  const ask = {
    wire: 'xai' as const,
    model,
    prompt,
    size: source.size,
    seconds: kind === 'edit' ? source.seconds : source.seconds + duration,
    sound: source.sound,
    look: kind === 'edit' ? { ...source.look, tints: [...source.look.tints, prompt] } : source.look,
    count: 1,
    from: { kind, id },
  };
  return accept(context, world, wire, ask, taken);
}

function shown(context: FakeContext, world: World, job: Job): Response {
  const { state, progress } = standingOf(job, world.clock.now());
  if (state === 'queued' || state === 'in_progress')
    return Response.json({ status: 'pending', progress }, { status: 202 });
  const usage = { cost_in_usd_ticks: job.fate.charged ? Math.round(dollarsFor(job) * TICKS) : 0 };
  if (state !== 'completed' && job.fate.ends !== 'moderation')
    return Response.json({
      status: 'failed',
      error: { code: 'internal_error', message: 'Video generation failed.' },
    });
  const isShown = state === 'completed';
  const base = context.req.path.replace(/\/videos\/[^/]+$/, '');
  const video = {
    url: isShown ? fileAddress(context, `${base}/files/${job.id}/video.mp4`) : null,
    duration: job.seconds,
    respect_moderation: isShown,
  };
  return Response.json({ status: 'done', video, model: job.model, usage, progress: 100 });
}
