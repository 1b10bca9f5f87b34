/** Decoded image fills by their `imageRef`. */
export interface ImageStore {
  /** Decodes an image once; undefined where there are no bytes or they are not an image. */
  load(imageRef: string): Promise<ImageBitmap | undefined>;
  /** What `load` has decoded so far. */
  get(imageRef: string): ImageBitmap | undefined;
}

const maxBytes = 64 * 1024 * 1024;

/**
 * @param bytesOf gives an image's file by its ref.
 * @example const images = createImageStore(async (ref) => bytesByRef.get(ref));
 */
export function createImageStore(bytesOf: (ref: string) => Promise<Uint8Array | undefined>): ImageStore {
  const decoded = new Map<string, ImageBitmap>();
  const loading = new Map<string, Promise<ImageBitmap | undefined>>();

  async function decode(ref: string): Promise<ImageBitmap | undefined> {
    try {
      const bytes = await bytesOf(ref);
      if (!bytes || bytes.byteLength > maxBytes) return undefined;
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      decoded.set(ref, bitmap);
      return bitmap;
    } catch {
      // A broken image leaves its paint out, as a missing one does.
      return undefined;
    }
  }

  return {
    load(ref) {
      const known = loading.get(ref);
      if (known) return known;
      const started = decode(ref);
      loading.set(ref, started);
      return started;
    },
    get: (ref) => decoded.get(ref),
  };
}
