import type { Hono } from 'hono';
import * as z from 'zod';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { accept, look } from '../../http/guard.ts';
import type { Job, Size } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';
import { orRefuse, Refused } from '../openai/refuse.ts';
import type { Problem, Wire } from '../wire.ts';
import { fileAddress, vendorFile } from './files.ts';
import { pictureOf, readJson } from './inputs.ts';
import { sizeOf } from './sizes.ts';

const requestSchema = z.object({
  model: z.string().min(1),
  input: z.object({
    prompt: z.string().max(20_000).default(''),
    img_url: z.string().optional(),
    media: z.array(z.object({ type: z.string(), url: z.string() })).default([]),
  }),
  parameters: z
    .object({
      duration: z.number().int().min(2).max(30).default(5),
      size: z.string().optional(),
      resolution: z.enum(['480P', '720P', '1080P']).optional(),
      ratio: z.enum(['16:9', '9:16', '1:1', '4:3', '3:4']).optional(),
      audio: z.boolean().optional(),
    })
    .prefault({}),
});

function refuse({ status: asked, message, code, retryAfter }: Problem): Response {
  const status = asked === 422 ? 400 : asked;
  const codes: Record<number, string> = {
    401: 'InvalidApiKey',
    429: 'Throttling.RateQuota',
    500: 'InternalError',
  };
  const named =
    code === 'moderation_blocked' ? 'DataInspectionFailed' : (codes[status] ?? 'InvalidParameter');
  return Response.json(
    { code: named, message, request_id: 'pretend' },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}

const wire: Wire = { name: 'alibaba', refuse };

/** Wan on DashScope; mounted at `/alibaba`. */
export function alibaba(world: World): Hono<Env> {
  return router()
    .post('/api/v1/services/aigc/video-generation/video-synthesis', (context) =>
      orRefuse(() => synthesize(context, world), refuse),
    )
    .get('/api/v1/tasks/:id', (context) => {
      const job = world.jobs.find('alibaba', context.req.param('id'));
      return look(context, world, wire, 'status', job, () =>
        Response.json(job ? shown(context, world, job) : unknown(context.req.param('id'))),
      );
    })
    .post('/api/v1/tasks/:id/cancel', (context) => {
      const job = world.jobs.find('alibaba', context.req.param('id'));
      return look(context, world, wire, 'delete', job, () => {
        if (!job || standingOf(job, world.clock.now()).state !== 'queued')
          return refuse({ status: 400, message: 'Only a task that is PENDING can be canceled.' });
        world.jobs.stop(job);
        return Response.json({ request_id: 'pretend' });
      });
    })
    .get('/files/:id/video.mp4', (context) => vendorFile(context, world, wire, context.req.param('id')));
}

async function synthesize(context: FakeContext, world: World): Promise<Response> {
  if (context.req.header('x-dashscope-async') !== 'enable')
    throw new Refused({ status: 403, message: 'current user api does not support synchronous calls.' });
  const { model, input, parameters } = await readJson(context, requestSchema);
  const media = (type: string) => input.media.find((one) => one.type === type)?.url;
  const first = pictureOf(input.img_url ?? media('first_frame'), 'img_url', world.pictures);
  const last = pictureOf(media('last_frame'), 'last_frame', world.pictures);
  if (!input.prompt && !first) throw new Refused({ status: 400, message: 'input.prompt is required.' });
  const ask = {
    wire: 'alibaba' as const,
    model,
    prompt: input.prompt,
    size: sizeFor(parameters, first?.size),
    seconds: parameters.duration,
    sound: parameters.audio ?? /^wan(2\.[5-9]|3)/.test(model),
    look: { words: input.prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] },
    count: 1,
    clip: { fps: 30 },
  };
  return accept(context, world, wire, ask, {
    name: (unique) => unique,
    answer: ({ id }) =>
      Response.json({ output: { task_status: 'PENDING', task_id: id }, request_id: 'pretend' }),
  });
}

/** Its tiers are pixels, not shorter sides: those of 16:9, 1:1 and 4:3, the others turned. */
const tiers: Record<string, Record<string, string>> = {
  '480P': { '16:9': '832x480', '9:16': '480x832', '1:1': '624x624' },
  '720P': { '16:9': '1280x720', '9:16': '720x1280', '1:1': '960x960', '4:3': '1088x832', '3:4': '832x1088' },
  '1080P': {
    '16:9': '1920x1080',
    '9:16': '1080x1920',
    '1:1': '1440x1440',
    '4:3': '1632x1248',
    '3:4': '1248x1632',
  },
};

function sizeFor(
  parameters: { size?: string | undefined; resolution?: string | undefined; ratio?: string | undefined },
  picture: Size | undefined,
): Size {
  const { size, resolution = '720P', ratio } = parameters;
  const exact = size ?? (picture && !ratio ? undefined : tiers[resolution]?.[ratio ?? '16:9']);
  const found = exact ? sizeOf({ resolution: exact }) : sizeOf({ resolution, ratio, picture });
  if (!found) throw new Refused({ status: 400, message: `size ${size} is not supported.` });
  return found;
}

const unknown = (id: string) => ({ request_id: 'pretend', output: { task_id: id, task_status: 'UNKNOWN' } });

const states = {
  queued: 'PENDING',
  in_progress: 'RUNNING',
  completed: 'SUCCEEDED',
  failed: 'FAILED',
  stopped: 'CANCELED',
} as const;

function shown(context: FakeContext, world: World, job: Job): Record<string, unknown> {
  const { state } = standingOf(job, world.clock.now());
  const output = { task_id: job.id, task_status: states[state], orig_prompt: job.prompt };
  if (state === 'failed') {
    const blocked = job.fate.ends === 'moderation';
    const why = blocked
      ? { code: 'DataInspectionFailed', message: 'Output data may contain inappropriate content.' }
      : { code: 'InternalError', message: 'Internal server error.' };
    return { request_id: 'pretend', output: { ...output, ...why } };
  }
  if (state !== 'completed') return { request_id: 'pretend', output };
  return {
    request_id: 'pretend',
    output: { ...output, video_url: fileAddress(context, `/alibaba/files/${job.id}/video.mp4`) },
    usage: {
      duration: job.seconds,
      output_video_duration: job.seconds,
      size: `${job.size.width}*${job.size.height}`,
    },
  };
}
