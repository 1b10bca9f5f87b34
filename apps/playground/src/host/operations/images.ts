import * as z from 'zod';
import { check } from '../check.ts';
import { imageSize } from '../image-shelf.ts';
import { needsEditing, type PluginContext } from '../plugin-context.ts';
import type { AsyncOperations, Operations } from './operation.ts';

const MAX_IMAGE_SIDE = 4096;
const MAX_VIDEO_BYTES = 100 * 1024 * 1024;
const bytesSchema = z.instanceof(Uint8Array, { message: 'Expected Uint8Array' });

async function bytesOf({ images }: PluginContext, hash: unknown): Promise<Uint8Array> {
  const bytes = await images.bytes(String(hash));
  if (!bytes) throw new Error(`in getBytesAsync: The image "${String(hash)}" could not be loaded`);
  return bytes;
}

/** MP4 and MOV name a brand in their first box, WebM begins with an EBML header. */
function isVideo(bytes: Uint8Array): boolean {
  const brand = String.fromCharCode(...bytes.subarray(4, 8));
  const ebml = bytes[0] === 0x1a && bytes[1] === 0x45 && bytes[2] === 0xdf && bytes[3] === 0xa3;
  return ebml || ['ftyp', 'moov', 'mdat', 'wide', 'free'].includes(brand);
}

/** Images and videos by hash. */
export const imageOperations: Operations = {
  createImage(context, data) {
    needsEditing(context, 'createImage');
    const bytes = check(bytesSchema, data, 'createImage', 'data');
    const size = imageSize(bytes);
    if (!size) throw new Error('in createImage: Image type is unsupported. Use PNG, JPEG or GIF.');
    if (size.width > MAX_IMAGE_SIDE || size.height > MAX_IMAGE_SIDE) {
      throw new Error(
        `in createImage: Image is too large: ${size.width} × ${size.height} px, at most ${MAX_IMAGE_SIDE} px a side.`,
      );
    }
    return context.images.add(bytes);
  },
  'image.exists': ({ images }, hash) => images.exists(check(z.string(), hash, 'getImageByHash', 'hash')),
};

export const imageAsyncOperations: AsyncOperations = {
  'image.bytes': bytesOf,
  async 'image.size'(context, hash) {
    const size = imageSize(await bytesOf(context, hash));
    if (!size) throw new Error(`in getSizeAsync: The image "${String(hash)}" could not be read`);
    return size;
  },
  async createVideoAsync(context, data) {
    needsEditing(context, 'createVideoAsync');
    const bytes = check(bytesSchema, data, 'createVideoAsync', 'data');
    if (!context.videoAllowed) {
      throw new Error('in createVideoAsync: Videos are not supported on free Starter teams');
    }
    if (bytes.length > MAX_VIDEO_BYTES) {
      throw new Error('in createVideoAsync: Video is too large: at most 100 MB');
    }
    if (!isVideo(bytes)) {
      throw new Error('in createVideoAsync: Video type is unsupported. Use MP4, MOV or WebM.');
    }
    return { hash: context.images.add(bytes) };
  },
};
