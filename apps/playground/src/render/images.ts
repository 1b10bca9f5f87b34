import { applyFilters, hasFilters } from './image-filters.ts';
import type { RestImageFilters } from './rest-node.ts';

/** Decoded image fills by their `imageRef`. */
export interface ImageStore {
  /** Decodes an image once; undefined where there are no bytes or they are not an image. */
  load(imageRef: string): Promise<ImageBitmap | undefined>;
  /** What `load` has decoded so far, with a paint's filters applied. */
  get(imageRef: string, filters?: RestImageFilters): ImageBitmap | OffscreenCanvas | undefined;
}

const maxBytes = 64 * 1024 * 1024;

/**
 * @param bytesOf gives an image's file by its ref.
 * @example const images = createImageStore(async (ref) => bytesByRef.get(ref));
 */
export function createImageStore(bytesOf: (ref: string) => Promise<Uint8Array | undefined>): ImageStore {
  const decoded = new Map<string, ImageBitmap>();
  const filtered = new Map<string, OffscreenCanvas>();
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
    get(ref, filters) {
      const image = decoded.get(ref);
      if (!image || !hasFilters(filters)) return image;
      const key = `${ref} ${JSON.stringify(filters)}`;
      const known = filtered.get(key);
      if (known) return known;
      const made = filterImage(image, filters);
      filtered.set(key, made);
      return made;
    },
  };
}

function filterImage(image: ImageBitmap, filters: RestImageFilters): OffscreenCanvas {
  const canvas = new OffscreenCanvas(image.width, image.height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('This browser gives no 2D canvas.');
  ctx.drawImage(image, 0, 0);
  const pixels = ctx.getImageData(0, 0, image.width, image.height);
  applyFilters(pixels.data, filters);
  ctx.putImageData(pixels, 0, 0);
  return canvas;
}
