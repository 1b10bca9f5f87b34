import { MAX_STILL_BYTES, MAX_STILL_SIDE } from '@animatic/schema';
import { MediaError } from '../media-error.ts';
import { sharp } from '../picture-loaders.ts';

/** A picture that can be kept as a still of the workspace. */
export interface MadeStill {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** Bytes of the largest picture that is taken from a model. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_SIDE = 8192;
const ALLOWED = 'PNG, JPEG or WebP.';

/**
 * A model's picture as a still: a PNG or JPEG within a still's limits is kept as it is; WebP, larger, turned and
 * animated ones are written anew (the first picture, at most 4096 pixels a side).
 *
 * @throws {MediaError} `too_large`, `not_an_image`, `image_too_large`, `image_broken`
 * @example const still = await toStill(bytes); await media.put(workspaceId, chunksOf(still.bytes));
 */
export async function toStill(bytes: Uint8Array): Promise<MadeStill> {
  if (bytes.byteLength > MOST_BYTES)
    throw new MediaError('too_large', 'The picture is larger than 64 MB.', `At most ${MOST_BYTES} bytes.`);
  const type = typeOf(bytes);
  const image = sharp(bytes, { limitInputPixels: MOST_SIDE * MOST_SIDE, failOn: 'error', pages: 1 });
  try {
    const { width, height, orientation = 1, hasAlpha, pages = 1 } = await image.metadata();
    const fits = width <= MAX_STILL_SIDE && height <= MAX_STILL_SIDE && bytes.byteLength <= MAX_STILL_BYTES;
    if (type !== 'image/webp' && orientation === 1 && pages === 1 && fits) {
      // Decodes every pixel, once, before anything else may read it.
      await image.extractChannel(0).raw().toBuffer();
      return { bytes, type, width, height };
    }
    const side = { width: MAX_STILL_SIDE, height: MAX_STILL_SIDE };
    const upright = image.autoOrient().resize({ ...side, fit: 'inside', withoutEnlargement: true });
    return await written(upright, type === 'image/jpeg' && !hasAlpha);
  } catch (cause) {
    if (cause instanceof MediaError) throw cause;
    throw refusal(cause);
  }
}

/** As a PNG; as a JPEG where it was one, or where the PNG of an opaque picture would be too large. */
async function written(image: ReturnType<typeof sharp>, asJpeg: boolean): Promise<MadeStill> {
  const jpeg = async (): Promise<MadeStill> => {
    const { data, info } = await image
      .clone()
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height };
  };
  if (asJpeg) return jpeg();
  const { data, info } = await image.clone().png().toBuffer({ resolveWithObject: true });
  if (data.byteLength <= MAX_STILL_BYTES)
    return { bytes: data, type: 'image/png', width: info.width, height: info.height };
  if ((await sharp(data).stats()).isOpaque) return jpeg();
  throw new MediaError('too_large', 'The picture is larger than 20 MB.', `At most ${MAX_STILL_BYTES} bytes.`);
}

/** By the first bytes: libvips is not asked to guess. */
function typeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/webp' {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(16, bytes.byteLength)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  throw new MediaError('not_an_image', 'The bytes are not a picture that is known here.', ALLOWED);
}

function refusal(cause: unknown): MediaError {
  const said = cause instanceof Error ? cause.message : '';
  return /pixel limit/i.test(said)
    ? new MediaError(
        'image_too_large',
        'The picture has too many pixels.',
        `At most ${MOST_SIDE} × ${MOST_SIDE}.`,
        { cause },
      )
    : new MediaError('image_broken', 'The picture cannot be read: it is damaged or was cut short.', ALLOWED, {
        cause,
      });
}
