import type { FakeContext } from '../../http/context.ts';
import { fileResponse } from '../../http/file.ts';
import { look } from '../../http/guard.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';
import type { Wire } from '../wire.ts';

/** The address under which a job's file lies, on this server as who asks knows it. */
export const fileAddress = (context: FakeContext, path: string): string =>
  new URL(path, new URL(context.req.url).origin).href;

/** The finished file of a vendor's job; 404 or 410 where there is none (any more). */
export function vendorFile(
  context: FakeContext,
  world: World,
  wire: Wire,
  id: string,
  sample = 0,
): Promise<Response> {
  const job = world.jobs.find(wire.name, id);
  return look(context, world, wire, 'content', job, async () => {
    const now = world.clock.now();
    const ended = job && standingOf(job, now);
    const kept = world.settings.keepSeconds * 1000;
    if (!job || ended?.state !== 'completed' || now > (ended.endedAt ?? 0) + kept)
      return wire.refuse({ status: 404, message: 'File not found', code: 'not_found' });
    if (job.fate.gone !== null)
      return wire.refuse({ status: job.fate.gone, message: 'File not found', code: 'not_found' });
    return fileResponse('video/mp4', await world.clips.fileOf(job, sample));
  });
}
