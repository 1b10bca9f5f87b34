import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';

/** What the moderation says when it stops a video halfway. */
const blocked = {
  code: 'moderation_blocked',
  message: 'Your request was blocked by our moderation system.',
};
const broke = { code: 'video_generation_failed', message: 'Video generation failed. Please try again.' };

const unixSeconds = (ms: number): number => Math.floor(ms / 1000);

/** A job as the Videos API shows it. */
export function videoOf(job: Job, { clock, settings }: World): Record<string, unknown> {
  const { state, progress, endedAt } = standingOf(job, clock.now());
  const isDone = state === 'completed';
  const error = state === 'failed' ? (job.fate.ends === 'moderation' ? blocked : broke) : null;
  return {
    id: job.id,
    object: 'video',
    status: state === 'stopped' ? 'failed' : state,
    progress,
    model: job.model,
    prompt: job.prompt,
    seconds: String(job.seconds),
    size: `${job.size.width}x${job.size.height}`,
    created_at: unixSeconds(job.acceptedAt),
    completed_at: isDone && endedAt !== null ? unixSeconds(endedAt) : null,
    expires_at: isDone && endedAt !== null ? unixSeconds(endedAt + settings.keepSeconds * 1000) : null,
    remixed_from_video_id: job.from?.id ?? null,
    error: state === 'stopped' ? { code: 'cancelled', message: 'The video was cancelled.' } : error,
  };
}
