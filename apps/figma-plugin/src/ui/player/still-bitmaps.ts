import { WAITING } from '../derive/derived.ts';

/** Finds a captured still's bytes by its hash. */
export type StillBlobs = (hash: string) => Blob | undefined;

export interface StillBitmaps {
  use(blobs: StillBlobs): void;
  /** At once where it is decoded, later where it is not; a still that is still to come keeps the shot waiting. */
  of(hash: string): ImageBitmap | Promise<ImageBitmap>;
}

/** Decoded pixels that are kept: some 250 MB. */
const MOST_PIXELS = 64e6;

/** Decodes stills once and keeps the ones used last. */
export function createStillBitmaps(onDecoded: () => void): StillBitmaps {
  let blobs: StillBlobs = () => undefined;
  const decoded = new Map<string, ImageBitmap>();
  const coming = new Map<string, Promise<ImageBitmap>>();

  const keep = (hash: string, bitmap: ImageBitmap) => {
    decoded.delete(hash);
    decoded.set(hash, bitmap);
    let pixels = 0;
    for (const { width, height } of decoded.values()) pixels += width * height;
    for (const [old, { width, height }] of decoded) {
      if (pixels <= MOST_PIXELS || old === hash) break;
      decoded.delete(old);
      pixels -= width * height;
    }
  };
  const decode = async (hash: string, blob: Blob) => {
    const bitmap = await createImageBitmap(blob);
    coming.delete(hash);
    keep(hash, bitmap);
    onDecoded();
    return bitmap;
  };
  return {
    use(next) {
      blobs = next;
    },
    of(hash) {
      if (hash === WAITING) return new Promise(() => {});
      const known = decoded.get(hash);
      if (known) {
        keep(hash, known);
        return known;
      }
      const under = coming.get(hash);
      if (under) return under;
      const blob = blobs(hash);
      if (!blob) return Promise.reject(new Error('A picture of this shot is missing. Capture it again.'));
      const bitmap = decode(hash, blob);
      coming.set(hash, bitmap);
      return bitmap;
    },
  };
}
