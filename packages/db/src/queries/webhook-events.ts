import type { Db } from '../connect.ts';

/**
 * Takes a vendor's event, once: the generation that it is about, if any, is looked at soon. What the event says is not believed.
 *
 * @returns `taken`, or `duplicate` where it was taken before
 * @example await takeWebhook(db, { provider: 'fal', eventId: 'evt_1', vendorId: 'req_9' });
 */
export async function takeWebhook(
  db: Db,
  event: { provider: string; eventId: string; vendorId: string | undefined },
): Promise<'taken' | 'duplicate'> {
  return db.$client.begin(async (sql) => {
    const taken = await sql`
      insert into webhook_event (provider, event_id) values (${event.provider}, ${event.eventId})
      on conflict do nothing`;
    if (taken.count === 0) return 'duplicate';
    if (event.vendorId === undefined) return 'taken';
    // One that a worker looks at right now is looked at once more.
    await sql`
      update generation set next_poll_at = now()
      where provider = ${event.provider} and vendor_id = ${event.vendorId} and state = 'running'`;
    return 'taken';
  });
}
