import type { FakeContext } from '../../http/context.ts';
import type { World } from '../../world.ts';
import { whole } from '../openai/body.ts';
import { invalidValue } from '../openai/refuse.ts';
import { videoOf } from './video.ts';

/** `GET /videos?after=&limit=&order=`: 20 unless told, newest first. */
export function list(context: FakeContext, world: World): Response {
  const { after, order = 'desc', limit } = context.req.query();
  if (order !== 'asc' && order !== 'desc')
    throw invalidValue('order', `Invalid value: '${order}'. Supported values are: 'asc', 'desc'.`);
  const size = whole({ limit }, 'limit', 1, 100) ?? 20;
  const jobs = world.jobs.listed('videos');
  if (order === 'desc') jobs.reverse();
  const start = after ? jobs.findIndex(({ id }) => id === after) + 1 : 0;
  if (after && start === 0) throw invalidValue('after', `No video with id '${after}' found.`);
  const data = jobs.slice(start, start + size).map((job) => videoOf(job, world));
  return Response.json({
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + size < jobs.length,
  });
}
