import type { Take } from '@animatic/schema';

/** Gives a take's poster as a small picture; null where it cannot be had. */
export type Posters = (take: Take) => Promise<ImageBitmap | null>;

/** Pixels of the longer side: the list's thumbnails on a dense screen. */
const SIDE = 160;

/**
 * Fetches posters one at a time and keeps them small: fifty of full size would be a tenth of a gigabyte.
 *
 * @param fetchPoster with the token
 */
export function createPosters(fetchPoster: (take: Take) => Promise<Blob>): Posters {
  const kept = new Map<string, Promise<ImageBitmap | null>>();
  let last: Promise<unknown> = Promise.resolve();
  const make = async (take: Take): Promise<ImageBitmap | null> => {
    try {
      const scale = SIDE / Math.max(take.width, take.height);
      return await createImageBitmap(await fetchPoster(take), {
        resizeWidth: Math.max(1, Math.round(take.width * scale)),
        resizeHeight: Math.max(1, Math.round(take.height * scale)),
        resizeQuality: 'high',
      });
    } catch {
      // Asked for again the next time the list is opened; until then a sign stands in its place.
      kept.delete(take.id);
      return null;
    }
  };
  return (take) => {
    const known = kept.get(take.id);
    if (known) return known;
    const made = last.then(() => make(take));
    last = made;
    kept.set(take.id, made);
    return made;
  };
}
