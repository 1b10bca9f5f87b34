import type { Drawn } from './faults.ts';

/** What is going to be wrong with a job, known to the pretend vendor from the moment that it accepts it. */
export interface Fate {
  /** At 80 %. */
  ends: 'completed' | 'moderation' | 'failed' | 'never';
  charged: boolean;
  progressBackwards: boolean;
  wrongSize: boolean;
  wrongSeconds: boolean;
  truncated: boolean;
  gone: 404 | 410 | null;
  listLagSeconds: number;
  webhook: { lost: boolean; times: number; lateSeconds: number; forged: boolean };
}

/** What the faults that were drawn for a create come to. */
export function fateOf(drawn: readonly Drawn[]): Fate {
  const find = (name: Drawn['fault']) => drawn.find(({ fault }) => fault === name);
  const moderation = find('moderation');
  const failed = find('failed');
  const gone = find('gone');
  const lag = find('list_lag');
  const late = find('webhook_late');
  return {
    ends: moderation ? 'moderation' : failed ? 'failed' : find('stuck') ? 'never' : 'completed',
    charged: moderation ? (moderation.charged ?? true) : failed ? (failed.charged ?? false) : true,
    progressBackwards: find('progress_backwards') !== undefined,
    wrongSize: find('wrong_size') !== undefined,
    wrongSeconds: find('wrong_seconds') !== undefined,
    truncated: find('truncated') !== undefined,
    gone: gone ? (gone.status ?? 404) : null,
    listLagSeconds: lag ? (lag.seconds ?? 30) : 0,
    webhook: {
      lost: find('webhook_lost') !== undefined,
      times: find('webhook_duplicate') ? 3 : 1,
      lateSeconds: late ? (late.seconds ?? 30) : 0,
      forged: find('webhook_forged') !== undefined,
    },
  };
}
