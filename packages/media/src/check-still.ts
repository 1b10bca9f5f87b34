import { open, stat } from 'node:fs/promises';
import { MAX_STILL_BYTES, MAX_STILL_SIDE } from '@animatic/schema';
import { MediaError } from './media-error.ts';
import { sharp } from './picture-loaders.ts';

export interface StillFacts {
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  bytes: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const ALLOWED_TYPES = 'PNG or JPEG';
const ALLOWED_SIZE = `At most ${MAX_STILL_SIDE} × ${MAX_STILL_SIDE} pixels; cut a larger picture into tiles.`;

/**
 * Decodes a stranger's picture once, in a limited way, before anything else may read it.
 *
 * @throws {MediaError} `too_large`, `not_an_image`, `image_type`, `image_too_large`, `image_broken`
 * @example const { width, height } = await checkStill('/tmp/upload');
 */
export async function checkStill(path: string): Promise<StillFacts> {
  const { size: bytes } = await stat(path);
  if (bytes > MAX_STILL_BYTES)
    throw new MediaError(
      'too_large',
      'The picture is larger than 20 MB.',
      `At most ${MAX_STILL_BYTES} bytes.`,
    );
  const type = await typeOf(path);
  const image = sharp(path, {
    limitInputPixels: MAX_STILL_SIDE * MAX_STILL_SIDE,
    failOn: 'warning',
    sequentialRead: true,
    pages: 1,
  });
  const metadata = await image.metadata().catch((cause: unknown) => {
    throw refusal(cause);
  });
  const { width, height } = metadata;
  if (width > MAX_STILL_SIDE || height > MAX_STILL_SIDE)
    throw new MediaError('image_too_large', `The picture is ${width} × ${height} pixels.`, ALLOWED_SIZE);
  try {
    // Decodes every pixel; one channel is kept, which is 16 MB at the largest.
    await image.extractChannel(0).raw().toBuffer();
  } catch (cause) {
    throw refusal(cause);
  }
  return { type, width, height, bytes };
}

async function typeOf(path: string): Promise<StillFacts['type']> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(16);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  if (head.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  if (head.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg';
  const named = nameOf(head);
  if (named) throw new MediaError('image_type', `This is ${named}.`, ALLOWED_TYPES);
  throw new MediaError('not_an_image', 'The bytes are not a picture that is known here.', ALLOWED_TYPES);
}

/** Names what people send by mistake, so that they know what to change. */
function nameOf(head: Buffer): string | null {
  const text = head.toString('latin1').trimStart().toLowerCase();
  if (text.startsWith('<')) return 'an SVG or HTML file';
  if (text.startsWith('gif8')) return 'a GIF';
  if (text.startsWith('riff')) return 'a WebP';
  if (text.startsWith('%pdf')) return 'a PDF';
  if (text.slice(4, 8) === 'ftyp') return 'an AVIF, HEIC or MP4';
  return null;
}

function refusal(cause: unknown): MediaError {
  const words = cause instanceof Error ? cause.message : '';
  return /pixel limit/i.test(words)
    ? new MediaError('image_too_large', 'The picture has too many pixels.', ALLOWED_SIZE, { cause })
    : new MediaError(
        'image_broken',
        'The picture cannot be read: it is damaged or was cut short.',
        `A whole ${ALLOWED_TYPES} file.`,
        { cause },
      );
}
