import * as z from 'zod';
import type { Ledger } from '../model/ledger.ts';
import { type Made, type Usage, usageSchema } from './picture.ts';

const format = z.enum(['png', 'jpeg', 'webp']).default('png');

/** The fields of an event that we read. */
const eventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['image_generation.partial_image', 'image_edit.partial_image']),
    b64_json: z.string(),
    output_format: format,
  }),
  z.object({
    type: z.enum(['image_generation.completed', 'image_edit.completed']),
    b64_json: z.string().min(1),
    output_format: format,
    usage: usageSchema.optional().catch(undefined),
  }),
]);

/**
 * Pictures on the way go to the ledger as they come; the finished one is given back, undefined where the stream ends
 * without it.
 *
 * @param fault says what an error of the stream means
 */
export async function readEvents(
  events: AsyncIterable<unknown>,
  ledger: Ledger,
  fault: (error: unknown) => Error,
): Promise<Made | undefined> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await iterator.next().catch((error: unknown) => {
        throw fault(error);
      });
      if (next.done) return undefined;
      const event = eventSchema.safeParse(next.value);
      // Events that we do not know are passed over.
      if (!event.success) continue;
      const bytes = Buffer.from(event.data.b64_json, 'base64');
      const type = `image/${event.data.output_format}` as const;
      if (event.data.type.endsWith('.completed'))
        return {
          bytes,
          type,
          usage: 'usage' in event.data ? (event.data.usage satisfies Usage | undefined) : undefined,
        };
      // What is only looked at on the way must not spoil what was paid for.
      await ledger.partial(bytes, type).catch(() => undefined);
    }
  } finally {
    await iterator.return?.().catch(() => undefined);
  }
}
