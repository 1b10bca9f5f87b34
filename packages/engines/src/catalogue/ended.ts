import type { CatalogueModel } from './catalogue.ts';
import { addressOf, OPENAI_HOST } from './wires.ts';

/** The day that OpenAI shut its own Videos API down; the wire lives on at others' addresses. */
const OPENAI_VIDEOS_END = '2026-09-24';
const INSTEAD = 'a model that is alive: Veo 3.1, Kling or Wan; or one of your own behind VIDEOS_BASE_URL';

/**
 * Why a model is not to be had any more, at this address: null where it is. A name that has ended at one host may well be
 * served at another.
 *
 * @param today the day that is asked for
 */
export function endOf(
  model: Pick<CatalogueModel, 'name' | 'ended' | 'runBy'>,
  today: Date = new Date(),
): { on: string; instead: string; message: string } | null {
  const host = new URL(addressOf(model.runBy)).host;
  const day = today.toISOString().slice(0, 10);
  const own = model.ended && (!model.ended.at || model.ended.at === host) ? model.ended : undefined;
  // Whatever a file calls it: nothing answers at OpenAI's own address. A server of one's own is never there.
  const nowhere = model.runBy.baseUrlNeeded && !model.runBy.baseUrl;
  const wire = model.runBy.wire === 'videos' && host === OPENAI_HOST && !nowhere;
  const ended = own ?? (wire ? { on: OPENAI_VIDEOS_END, instead: INSTEAD } : undefined);
  if (!ended || day < ended.on) return null;
  const { on, instead } = ended;
  return { on, instead, message: `${model.name} ended on ${on}: use ${instead}` };
}
