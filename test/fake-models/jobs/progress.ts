import type { Job } from './job.ts';

/** How a job stands at a moment of the clock. */
export interface Standing {
  state: 'queued' | 'in_progress' | 'completed' | 'failed' | 'stopped';
  /** Whole percent. */
  progress: number;
  /** When it was over. */
  endedAt: number | null;
}

/** At this share of its time a job that fails fails. */
const FAILS_AT = 0.8;

/** @returns the moment at which the job is over, infinite for one that is stuck */
export function endOf(job: Job): number {
  if (job.fate.ends === 'never') return Number.POSITIVE_INFINITY;
  if (job.fate.ends === 'completed') return job.endsAt;
  return job.startsAt + (job.endsAt - job.startsAt) * FAILS_AT;
}

/** The job's state is a function of the clock: a thousand in flight cost nothing until somebody looks. */
export function standingOf(job: Job, now: number): Standing {
  const end = endOf(job);
  if (job.stoppedAt !== null) return { state: 'stopped', progress: 0, endedAt: job.stoppedAt };
  if (now >= end)
    return job.fate.ends === 'completed'
      ? { state: 'completed', progress: 100, endedAt: end }
      : { state: 'failed', progress: FAILS_AT * 100, endedAt: end };
  if (now < job.startsAt) return { state: 'queued', progress: 0, endedAt: null };
  const share = (now - job.startsAt) / Math.max(1, job.endsAt - job.startsAt);
  return { state: 'in_progress', progress: progressAt(job, share), endedAt: null };
}

function progressAt(job: Job, share: number): number {
  if (job.fate.ends === 'never') return Math.min(50, Math.floor(share * 50));
  const percent = Math.floor(share * 100);
  // Up to 60, back to 35, and on from there.
  if (job.fate.progressBackwards && percent > 60) return Math.floor(35 + ((percent - 60) / 40) * 64);
  return Math.min(99, percent);
}
