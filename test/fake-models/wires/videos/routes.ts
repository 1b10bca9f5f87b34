import type { Hono } from 'hono';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { look } from '../../http/guard.ts';
import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';
import { orRefuse, Refused } from '../openai/refuse.ts';
import { type Characters, createCharacter, getCharacter } from './characters.ts';
import { content } from './content.ts';
import { create, videosWire } from './create.ts';
import { edit, extend, remix } from './derive.ts';
import { list } from './list.ts';
import { rulesOf } from './models.ts';
import { videoOf } from './video.ts';

/** OpenAI's Videos API, the wire format that outlived Sora; mounted at `/openai/v1/videos`. */
export function videos(world: World): Hono<Env> {
  const characters: Characters = new Map();
  const find = (id: string): Job => {
    const job = world.jobs.find('videos', id);
    if (!job)
      throw new Refused({ status: 404, message: `Video with id '${id}' not found.`, code: 'not_found' });
    return job;
  };
  const guarded = (
    context: FakeContext,
    operation: 'status' | 'content' | 'delete',
    answer: (job: Job) => Response | Promise<Response>,
  ) => {
    const id = context.req.param('id') ?? '';
    const known = world.jobs.find('videos', id);
    return orRefuse(() => look(context, world, videosWire, operation, known, () => answer(find(id))));
  };

  return router()
    .post('/', (context) => orRefuse(() => create(context, world)))
    .get('/', (context) =>
      orRefuse(() => look(context, world, videosWire, 'list', undefined, () => list(context, world))),
    )
    .post('/edits', (context) => orRefuse(() => edit(context, world)))
    .post('/extensions', (context) => orRefuse(() => extend(context, world)))
    .post('/characters', (context) => orRefuse(() => createCharacter(context, world, characters)))
    .get('/characters/:id', (context) =>
      orRefuse(async () => getCharacter(characters, context.req.param('id'))),
    )
    .get('/:id', (context) => guarded(context, 'status', (job) => Response.json(videoOf(job, world))))
    .get('/:id/content', (context) => guarded(context, 'content', (job) => content(context, world, job)))
    .post('/:id/remix', (context) => orRefuse(() => remix(context, world, context.req.param('id'))))
    .delete('/:id', (context) => guarded(context, 'delete', (job) => remove(world, job)));
}

/** One under way stops where the model's server can stop it; OpenAI's own could not. */
function remove(world: World, job: Job): Response {
  if (standingOf(job, world.clock.now()).endedAt === null) {
    if (!rulesOf(job.model).stops)
      throw new Refused({
        status: 400,
        message: 'Only completed or failed videos can be deleted.',
        code: 'video_not_completed',
      });
    world.jobs.stop(job);
  }
  world.jobs.remove(job);
  return Response.json({ id: job.id, object: 'video.deleted', deleted: true });
}
