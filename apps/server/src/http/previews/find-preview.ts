import { byLink, type Db, documentOfTake, fileOfTake } from '@animatic/db';
import { chaptersOf, linesOf, StoryboardVersionError } from '@animatic/schema';
import type { FoundPreview } from '../../pages/index.ts';

/** What the preview page shows for a slug; the newest version unless one is named. */
export const previewFinder =
  (db: Db) =>
  async (slug: string, number?: number): Promise<FoundPreview> => {
    const found = await byLink(db, slug);
    if (!found) return undefined;
    if (found.state === 'ended') return { state: 'ended' };
    const version = number ? found.versions.find((each) => each.number === number) : found.versions[0];
    if (!version) return undefined;
    const [document, thumbnails] = await Promise.all([
      documentOfTake(db, version.take).catch(withoutNewer),
      fileOfTake(db, version.take, 'sprites.vtt'),
    ]);
    return {
      state: 'open',
      view: {
        slug,
        title: found.title,
        version: version.number,
        publishedAt: version.publishedAt,
        versions: found.versions.map((each) => each.number),
        width: version.take.width,
        height: version.take.height,
        seconds: version.take.seconds,
        thumbnails: thumbnails !== null,
        chapters: document ? chaptersOf(document) : [],
        lines: document ? linesOf(document) : [],
      },
    };
  };

/** A clip plays without its chapters, too: a server that was set back keeps every link working. */
function withoutNewer(error: unknown): null {
  if (error instanceof StoryboardVersionError) return null;
  throw error;
}
