import type { Video } from 'openai/resources/videos';
import * as z from 'zod';

/**
 * The fields of a video that we read; the rest is the client's own type. Servers leave out much of it, and number their
 * seconds where OpenAI wrote them.
 */
export const videoSchema = z.object({
  id: z.string().min(1).max(500),
  status: z.string().default('queued'),
  /** 0 to 100. */
  progress: z.number().nullish(),
  /** Unix seconds. */
  created_at: z.number().nullish(),
  model: z.string().nullish(),
  prompt: z.string().nullish(),
  size: z.string().nullish(),
  seconds: z.union([z.string(), z.number()]).nullish(),
  remixed_from_video_id: z.string().nullish(),
  error: z
    .union([
      z.string(),
      z.object({ code: z.union([z.string(), z.number()]).nullish(), message: z.string().nullish() }),
    ])
    .nullish(),
} satisfies Partial<Record<keyof Video, z.ZodType>>);
export type ReadVideo = z.infer<typeof videoSchema>;

const over = new Set(['completed', 'succeeded', 'success', 'done']);
const failed = new Set(['failed', 'error', 'cancelled', 'canceled', 'expired', 'rejected', 'incomplete']);

/** How a video stands, whatever a server calls it: what is not known is under way. */
export function standing({ status }: Pick<ReadVideo, 'status'>): 'running' | 'completed' | 'failed' {
  const word = status.toLowerCase();
  if (over.has(word)) return 'completed';
  return failed.has(word) ? 'failed' : 'running';
}
