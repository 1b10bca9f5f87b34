import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { ListedJob, ModelContext } from '../model/model-engine.ts';
import { clientFor } from '../openai/client.ts';
import { asking } from '../openai/fault.ts';
import { videoSchema } from './video.ts';

/** Far more than is asked for between two looks; a server whose pages never end is left off with. */
const MOST = 5000;
const PAGE = 100;

/**
 * What was asked since then, newest first. Servers page as they like: some give all at once, some turn the order round.
 * So pages are read until one has nothing new enough in it.
 */
export async function* listVideos(
  model: CatalogueModel,
  since: Date,
  context: ModelContext,
  timeout = 30_000,
): AsyncGenerator<ListedJob, void, void> {
  const asked = { model, doing: 'list', key: context.key } as const;
  const { signal } = context;
  const client = clientFor(model, context, timeout);
  let page = await asking(asked, () => client.videos.list({ limit: PAGE, order: 'desc' }, { signal }));
  const seen = new Set<string>();
  while (true) {
    const fresh = listed(page.data, model.model).filter(({ vendorId }) => !seen.has(vendorId));
    for (const { vendorId } of fresh) seen.add(vendorId);
    const recent = fresh.filter(({ createdAt }) => createdAt >= since);
    yield* recent.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    const [first] = fresh;
    const last = fresh.at(-1);
    const over = recent.length === 0 && !(first && last && first.createdAt < last.createdAt);
    if (over || seen.size >= MOST || !page.hasNextPage()) return;
    page = await asking(asked, () => page.getNextPage());
  }
}

/** What can be read of a page; an entry that cannot is none of ours. */
function listed(data: unknown, only: string): ListedJob[] {
  const entries = z.array(z.unknown()).safeParse(data);
  return (entries.data ?? []).flatMap((entry): ListedJob[] => {
    const video = videoSchema.safeParse(entry);
    if (!video.success || video.data.created_at == null) return [];
    const { id, created_at, model, prompt, size, seconds, remixed_from_video_id } = video.data;
    return [
      {
        vendorId: id,
        createdAt: new Date(created_at * 1000),
        // A server that runs one model need not name it.
        model: model || only,
        prompt: prompt ?? null,
        size: size || null,
        seconds: seconds == null ? null : String(seconds),
        remixedFrom: remixed_from_video_id ?? null,
      },
    ];
  });
}
