import type { FakeContext } from '../../http/context.ts';
import { fileResponse } from '../../http/file.ts';
import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import { previewOf } from '../../media/previews.ts';
import type { World } from '../../world.ts';
import { invalidValue, Refused } from '../openai/refuse.ts';

/** `GET /videos/{id}/content?variant=`. @throws Refused where there is nothing (any more) */
export async function content(context: FakeContext, world: World, job: Job): Promise<Response> {
  const variant = context.req.query('variant') ?? 'video';
  if (variant !== 'video' && variant !== 'thumbnail' && variant !== 'spritesheet')
    throw invalidValue(
      'variant',
      `Invalid value: '${variant}'. Supported values are: 'video', 'thumbnail', 'spritesheet'.`,
    );
  const now = world.clock.now();
  const { state, endedAt } = standingOf(job, now);
  if (state !== 'completed' || endedAt === null)
    throw new Refused({
      status: 400,
      message: `Video is not ready yet, use GET /v1/videos/${job.id} to check status.`,
      code: 'video_not_ready',
    });
  if (job.fate.gone !== null || now > endedAt + world.settings.keepSeconds * 1000)
    throw new Refused({
      status: job.fate.gone ?? 404,
      message: 'The content of this video is no longer available.',
      code: 'not_found',
    });
  if (variant === 'video') return fileResponse('video/mp4', await world.clips.fileOf(job));
  const painted = { pictures: world.pictures, looks: world.settings.looks };
  const { type, bytes } = await previewOf(job, variant, painted);
  return fileResponse(type, new Uint8Array(bytes));
}
