import { Webhook } from 'standardwebhooks';
import * as z from 'zod';

/** What is read of an event: which generation may have changed. The vendor is asked for everything else. */
const eventSchema = z.object({ type: z.string(), data: z.object({ id: z.string().min(1).max(500) }) });

/** The name that an event is taken once by. */
const eventIdSchema = z.string().min(1).max(200);

export interface WebhookEvent {
  /** By it an event is taken once, however often it is sent. */
  eventId: string;
  /** Of the generation; undefined where the event is about something else. */
  vendorId: string | undefined;
}

/**
 * Checks a webhook's signature (Standard Webhooks: HMAC-SHA-256 over id, time and body, compared in constant time; five
 * minutes of tolerance either way) and reads which generation it is about.
 *
 * @param body the bytes as they came: a signature holds for nothing else
 * @returns undefined where the signature does not hold, or is too old
 * @example const event = readWebhook(await c.req.text(), c.req.header(), secret);
 */
export function readWebhook(
  body: string,
  headers: Record<string, string>,
  secret: string,
): WebhookEvent | undefined {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
  } catch {
    return undefined;
  }
  const eventId = eventIdSchema.safeParse(headers['webhook-id']);
  if (!eventId.success) return undefined;
  return { eventId: eventId.data, vendorId: vendorIdOf(body) };
}

function vendorIdOf(body: string): string | undefined {
  try {
    const event = eventSchema.safeParse(JSON.parse(body));
    // Only what is about a video; a provider's other events are taken and left.
    return event.success && event.data.type.startsWith('video.') ? event.data.data.id : undefined;
  } catch {
    return undefined;
  }
}
