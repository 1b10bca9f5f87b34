import { ApiError } from '@animatic/client';
import type { StoryboardRecord } from '@animatic/schema';
import { documentOf } from './board-document.ts';
import type { Session } from './session.ts';

/**
 * Sends the board as a new revision of the storyboard it was last sent as. Where that one is gone, somebody else
 * revised it, or another server made it, a new storyboard is made.
 */
export async function sendStoryboard({ store, api, origin, derive }: Session): Promise<StoryboardRecord> {
  const state = store.get();
  const document = documentOf(state, derive);
  const known = state.sent.storyboard;
  let record: StoryboardRecord | undefined;
  if (known && known.origin === origin)
    try {
      record = await api.reviseStoryboard(known.id, known.revision, document);
    } catch (error) {
      if (!(error instanceof ApiError) || ![404, 409].includes(error.status)) throw error;
    }
  record ??= await api.createStoryboard(document, state.source || undefined);
  store.dispatch({
    type: 'sent',
    sent: { storyboard: { id: record.id, revision: record.revision, origin } },
  });
  return record;
}
