import { BLANK_STILL } from '@animatic/schema';
import { type Waiting, waitingFor } from '../derive/derived.ts';

/** Where pictures come from. */
export interface Pictures {
  /** A still's bytes by its hash, captured or to be fetched. */
  blob(hash: string): Blob | Promise<Blob> | undefined;
  /** The address of a frame's thumbnail, once there is one: a shot that is not captured yet is shown with it. */
  thumbnail(frame: string): Promise<string>;
}

export interface StillBitmaps {
  use(pictures: Pictures): void;
  /** At once where it is decoded, later where it is not; a still that is still to come keeps the shot waiting. */
  of(hash: string): ImageBitmap | Promise<ImageBitmap>;
}

/** Decoded pixels that are kept: some 250 MB. */
const MOST_PIXELS = 64e6;

/** Decodes stills once and keeps the ones used last. */
export function createStillBitmaps(onDecoded: () => void): StillBitmaps {
  let pictures: Pictures = { blob: () => undefined, thumbnail: () => new Promise(() => {}) };
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
  const decode = async (hash: string, blob: Blob | Promise<Blob>) => {
    const bitmap = await createImageBitmap(await blob);
    coming.delete(hash);
    keep(hash, bitmap);
    onDecoded();
    return bitmap;
  };
  /** Drawn as large as the frame is, which is what the shot says of its still. */
  const decodeThumbnail = async (hash: string, url: string, { width, height }: Waiting) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const bitmap = await createImageBitmap(image, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
    coming.delete(hash);
    keep(hash, bitmap);
    onDecoded();
    return bitmap;
  };
  return {
    use(next) {
      pictures = next;
    },
    of(hash) {
      const known = decoded.get(hash);
      if (known) {
        keep(hash, known);
        return known;
      }
      const under = coming.get(hash);
      if (under) return under;
      const waiting = waitingFor(hash);
      if (waiting) {
        const early = pictures.thumbnail(waiting.frame).then((url) => decodeThumbnail(hash, url, waiting));
        coming.set(hash, early);
        return early;
      }
      const blob = hash === BLANK_STILL.hash ? blankBlob() : pictures.blob(hash);
      if (!blob) return Promise.reject(new Error('A picture of this shot is missing. Capture it again.'));
      const bitmap = decode(hash, blob);
      coming.set(hash, bitmap);
      return bitmap;
    },
  };
}

/** What stands for a shot of words until it is made. */
function blankBlob(): Blob {
  const bytes = Uint8Array.from(atob(BLANK_STILL.base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
