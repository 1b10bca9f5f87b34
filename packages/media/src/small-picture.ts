import { MAX_STILL_SIDE } from '@animatic/schema';
import { MediaError } from './media-error.ts';
import { sharp } from './picture-loaders.ts';

const ALLOWED = 'A whole PNG or JPEG file.';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * A stranger's picture as a small JPEG: for whoever only needs to see what is in it. Clear parts become white.
 *
 * @param side pixels of the longer side, at most
 * @throws {MediaError} `not_an_image`, `image_too_large`, `image_broken`
 * @example const jpeg = await smallPicture(bytes, 768);
 */
export async function smallPicture(bytes: Uint8Array, side: number): Promise<Uint8Array> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength));
  if (!head.equals(PNG) && !head.subarray(0, JPEG.length).equals(JPEG))
    throw new MediaError('not_an_image', 'The bytes are not a picture that is known here.', ALLOWED);
  try {
    return await sharp(bytes, { limitInputPixels: MAX_STILL_SIDE * MAX_STILL_SIDE, pages: 1 })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: 80 })
      .toBuffer();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : '';
    throw /pixel limit/i.test(said)
      ? new MediaError(
          'image_too_large',
          'The picture has too many pixels.',
          `At most ${MAX_STILL_SIDE} × ${MAX_STILL_SIDE} pixels.`,
          { cause },
        )
      : new MediaError(
          'image_broken',
          'The picture cannot be read: it is damaged or was cut short.',
          ALLOWED,
          {
            cause,
          },
        );
  }
}
