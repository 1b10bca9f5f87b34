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

const inputSchema = z.object({
  prompt: z.string().min(1).max(20_000),
  /** What its models call the first frame. */
  image_url: z.string().nullish(),
  start_image_url: z.string().nullish(),
  first_frame_url: z.string().nullish(),
  /** What its models call the last frame. */
  tail_image_url: z.string().nullish(),
  end_image_url: z.string().nullish(),
  last_frame_url: z.string().nullish(),
  aspect_ratio: z.string().optional(),
  resolution: z.string().optional(),
  duration: secondsSchema.default(5),
  generate_audio: z.boolean().default(false),
});

/** Its validation errors are a list, its others a sentence. */
function refuse({ status, message, code, param, retryAfter }: Problem): Response {
  const type = code === 'moderation_blocked' ? 'content_policy_violation' : 'value_error';
  const isList = status === 422 || code === 'moderation_blocked';
  const detail = isList ? [{ loc: ['body', param ?? 'prompt'], msg: message, type }] : message;
  return Response.json(
    { detail },
    {
      status: code === 'moderation_blocked' ? 422 : status,
      headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    },
  );
}

const wire: Wire = { name: 'fal', refuse };

/** fal's own address: the SDK trusts no other one, so who points it here rewrites what it fetches. */
const QUEUE = 'https://queue.fal.run';

/** fal's queue (`queue.fal.run`), mounted at `/fal`; its answers name fal's own address, as the real ones do. */
export function fal(world: World): Hono<Env> {
  const paths = (model: string, id: string) => {
    const address = `${QUEUE}/${model.split('/').slice(0, 2).join('/')}/requests/${id}`;
    return { response_url: address, status_url: `${address}/status`, cancel_url: `${address}/cancel` };
  };
  return router()
    .get('/files/:id/video.mp4', (context) => vendorFile(context, world, wire, context.req.param('id')))
    .post('/*', (context) => orRefuse(() => submit(context, world, paths), refuse))
    .get('/*', (context) => orRefuse(() => read(context, world, paths), refuse))
    .put('/*', (context) => orRefuse(() => cancel(context, world), refuse));
}

/** What a model makes where no resolution is said. */
const tierOf = (model: string): string => (/kling.*\b(pro|v2\.6)/.test(model) ? '1080p' : '720p');

type Paths = (model: string, id: string) => Record<string, string>;

async function submit(context: FakeContext, world: World, paths: Paths): Promise<Response> {
  const model = context.req.path.replace(/^\/fal\//, '');
  const input = await readJson(context, inputSchema);
  const { prompt, aspect_ratio: ratio, resolution, duration: seconds } = input;
  const start = input.start_image_url ?? input.first_frame_url ?? input.image_url;
  const first = pictureOf(start, 'image_url', world.pictures);
  const tail = input.tail_image_url ?? input.end_image_url ?? input.last_frame_url;
  const last = pictureOf(tail, 'tail_image_url', world.pictures);
  const size = sizeOf({ ratio, resolution, picture: first?.size, otherwise: tierOf(model) });
  if (!size)
    throw new Refused({ status: 422, message: 'unknown aspect_ratio or resolution', param: 'aspect_ratio' });
  const ask = {
    wire: 'fal' as const,
    model,
    prompt,
    size,
    seconds,
    sound: input.generate_audio,
    look: { words: prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] },
    count: 1,
    webhookUrl: context.req.query('fal_webhook'),
  };
  return accept(context, world, wire, ask, {
    name: (unique) => unique.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    answer: ({ id }) =>
      Response.json({ status: 'IN_QUEUE', request_id: id, queue_position: 0, ...paths(model, id) }),
  });
}

function read(context: FakeContext, world: World, paths: Paths): Promise<Response> {
  const [, id = '', isStatus] = /\/requests\/([^/]+)(\/status)?$/.exec(context.req.path) ?? [];
  const job = world.jobs.find('fal', id);
  return look(context, world, wire, 'status', job, () => {
    if (!job) throw new Refused({ status: 404, message: 'Request not found' });
    return isStatus ? statusOf(job, world, paths) : resultOf(context, job, world);
  });
}

function statusOf(job: Job, world: World, paths: Paths): Response {
  const { state } = standingOf(job, world.clock.now());
  const status = state === 'queued' ? 'IN_QUEUE' : state === 'in_progress' ? 'IN_PROGRESS' : 'COMPLETED';
  const body = { status, request_id: job.id, ...paths(job.model, job.id) };
  return Response.json(body, { status: status === 'COMPLETED' ? 200 : 202 });
}

function resultOf(context: FakeContext, job: Job, world: World): Response {
  const { state } = standingOf(job, world.clock.now());
  if (state === 'queued' || state === 'in_progress')
    throw new Refused({ status: 400, message: 'Request is still in progress' });
  if (state === 'completed')
    return Response.json({
      video: {
        url: fileAddress(context, `/fal/files/${job.id}/video.mp4`),
        content_type: 'video/mp4',
        file_name: 'video.mp4',
      },
    });
  if (state === 'stopped') throw new Refused({ status: 400, message: 'Request was cancelled' });
  if (job.fate.ends === 'failed') throw new Refused({ status: 500, message: 'Internal server error' });
  throw new Refused({
    status: 422,
    message: 'The content could not be processed because it was flagged by a content checker.',
    code: 'moderation_blocked',
  });
}

async function cancel(context: FakeContext, world: World): Promise<Response> {
  const [, id = ''] = /\/requests\/([^/]+)\/cancel$/.exec(context.req.path) ?? [];
  const job = world.jobs.find('fal', id);
  return look(context, world, wire, 'delete', job, () => {
    if (!job) throw new Refused({ status: 404, message: 'Request not found' });
    // fal takes back what waits; what runs may go on and cost.
    if (standingOf(job, world.clock.now()).state !== 'queued')
      return Response.json({ status: 'ALREADY_COMPLETED' }, { status: 400 });
    world.jobs.stop(job);
    return Response.json({ status: 'CANCELLATION_REQUESTED' }, { status: 202 });
  });
}
