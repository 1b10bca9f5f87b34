import { sha256 } from '../chance.ts';
import type { Job } from '../jobs/job.ts';

export interface Message {
  /** The same, however often it is sent. */
  id: string;
  type: string;
  body: Record<string, unknown>;
}

/** What a wire says when a job is over. */
export function messageOf(job: Job): Message {
  const id = `evt_${sha256(job.id).slice(0, 24)}`;
  const isGood = job.fate.ends === 'completed';
  if (job.wire === 'fal')
    return {
      id,
      type: 'fal',
      body: {
        request_id: job.id,
        gateway_request_id: job.id,
        status: isGood ? 'OK' : 'ERROR',
        payload: null,
      },
    };
  if (job.wire === 'replicate')
    return { id, type: 'replicate', body: { id: job.id, status: isGood ? 'succeeded' : 'failed' } };
  const type = isGood ? 'video.completed' : 'video.failed';
  return {
    id,
    type,
    body: { id, object: 'event', created_at: Math.floor(job.endsAt / 1000), type, data: { id: job.id } },
  };
}
