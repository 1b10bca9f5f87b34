import type { Queue } from 'pg-boss';
import * as z from 'zod';

/**
 * A wake-up for one render. Its handler stands in `advance/`, so that whoever sends it loads no pixels: the state lives
 * on the row, and a job that is lost, doubled or late does no harm.
 */
export const renderJob = {
  name: 'render',
  data: z.object({ renderId: z.uuid() }),
  queue: {
    // At most one waiting wake-up a render (its id is the singleton key).
    policy: 'short',
    notify: true,
    heartbeatSeconds: 30,
    // Longer than any render: what is stuck is ended by the worker itself.
    expireInSeconds: 6 * 60 * 60,
    retryLimit: 2,
    retryDelay: 2,
    deleteAfterSeconds: 24 * 60 * 60,
  } satisfies Omit<Queue, 'name'>,
} as const;
