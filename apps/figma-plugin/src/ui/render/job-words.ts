import { bytes, count } from '../parts/units.ts';
import type { Job } from '../store/state.ts';

type Running = Exclude<Job, { step: 'failed' }>;

/** What the bar says while a render is on its way. */
export function jobWords(job: Running): { title: string; detail: string } {
  switch (job.step) {
    case 'capturing':
      return {
        title: `Capturing ${Math.min(job.done + 1, job.total)} of ${job.total}`,
        detail: job.name,
      };
    case 'uploading':
      if (job.total === 0) return { title: 'Nothing new to upload', detail: '' };
      return {
        title: 'Uploading',
        detail: `${job.sent} of ${count(job.total, 'picture')}, ${bytes(job.bytesSent)} of ${bytes(job.bytesTotal)}`,
      };
    case 'sending':
      return { title: 'Sending the storyboard', detail: '' };
    case 'queued':
      return {
        title: 'Waiting in line',
        detail: job.place === null || job.place <= 1 ? 'next' : `place ${job.place}`,
      };
    case 'generating': {
      const title = `Made ${job.done} of ${count(job.total, 'take')}`;
      if (job.decide > 0)
        return {
          title,
          detail: job.decide === 1 ? 'one needs your decision' : `${job.decide} need your decision`,
        };
      return { title, detail: `${Math.round(job.progress * 100)} %` };
    }
    case 'rendering':
      return { title: job.stage || 'Rendering', detail: `${Math.round((jobProgress(job) ?? 0) * 100)} %` };
  }
}

/** One bar for the whole way: capture, upload, render. Null where nobody can know. */
export function jobProgress(job: Running): number | null {
  switch (job.step) {
    case 'capturing':
      return job.total ? (job.done / job.total) * 0.1 : 0;
    case 'uploading':
      return 0.1 + (job.bytesTotal ? job.bytesSent / job.bytesTotal : 1) * 0.08;
    case 'sending':
      return 0.18;
    case 'queued':
      return null;
    case 'generating':
      return 0.2 + job.progress * 0.5;
    case 'rendering':
      return 0.2 + job.progress * 0.8;
  }
}
