import { MAX_STILL_SIDE, type Rect, type Size, type StillFit } from '@animatic/schema';
import { MediaError } from '../media-error.ts';
import { sharp } from '../picture-loaders.ts';
import { edgeColor } from './edge-color.ts';
import { asShares, innerPixels, WHOLE } from './inner-box.ts';

/** A still that was cut into tiles, with their bytes. */
export interface TiledStill extends Size {
  tiles: readonly { bytes: Uint8Array; x: number; y: number; width: number; height: number }[];
}

export interface FittedStill {
  /** Exactly the size that was asked for, opaque. */
  png: Uint8Array;
  /** Where the still itself lies in it, as shares of its sides. */
  inner: Rect;
}

/** A still is put together at this many pixels at most: models take far fewer. */
const MOST_PIXELS = 40_000_000;
const INPUT = { limitInputPixels: MAX_STILL_SIDE * MAX_STILL_SIDE, failOn: 'error' } as const;

/**
 * A still at the exact size that a model takes: `crop` cuts around its middle, `letterbox` puts it on a ground of its own
 * edges' colour, `extend-edge` draws its outermost pixels out. What is clear in it stands on the edges' colour.
 *
 * @param size pixels of the picture that comes out
 * @throws {MediaError} `image_broken`
 * @example const { png, inner } = await fitStill(bytes, { width: 1280, height: 720 }, 'letterbox');
 */
export async function fitStill(
  still: Uint8Array | TiledStill,
  size: Size,
  fit: StillFit,
): Promise<FittedStill> {
  try {
    const { rgba, width, height } = await pixelsOf(still);
    const ground = edgeColor(rgba, width, height);
    const opaque = sharp(rgba, { raw: { width, height, channels: 4 } }).flatten({ background: ground });
    if (fit === 'crop') {
      const cut = opaque.resize({ ...size, fit: 'cover', position: 'centre', kernel: 'lanczos3' });
      return { png: await cut.png().toBuffer(), inner: WHOLE };
    }
    const inner = innerPixels({ width, height }, size);
    const added = {
      left: inner.x,
      top: inner.y,
      right: size.width - inner.x - inner.width,
      bottom: size.height - inner.y - inner.height,
    };
    const fitted = opaque
      .resize({ width: inner.width, height: inner.height, fit: 'fill', kernel: 'lanczos3' })
      .extend({ ...added, background: ground, extendWith: fit === 'letterbox' ? 'background' : 'copy' });
    return { png: await fitted.png().toBuffer(), inner: asShares(inner, size) };
  } catch (cause) {
    if (cause instanceof MediaError) throw cause;
    throw new MediaError('image_broken', 'The still cannot be read: capture its frame again.', undefined, {
      cause,
    });
  }
}

interface Raw extends Size {
  rgba: Buffer;
}

async function pixelsOf(still: Uint8Array | TiledStill): Promise<Raw> {
  if (still instanceof Uint8Array) return decoded(still);
  const [only] = still.tiles;
  if (only && still.tiles.length === 1) return decoded(only.bytes);
  // Tiles are made smaller before they are put together where the whole would be too large for memory.
  const by = Math.max(1, Math.ceil(Math.sqrt((still.width * still.height) / MOST_PIXELS)));
  const width = Math.ceil(still.width / by);
  const height = Math.ceil(still.height / by);
  const rgba = Buffer.alloc(width * height * 4);
  for (const tile of still.tiles) {
    const left = Math.floor(tile.x / by);
    const top = Math.floor(tile.y / by);
    const right = Math.min(width, Math.ceil((tile.x + tile.width) / by));
    const bottom = Math.min(height, Math.ceil((tile.y + tile.height) / by));
    const part = await decoded(tile.bytes, { width: right - left, height: bottom - top });
    for (let y = 0; y < part.height; y++)
      part.rgba.copy(rgba, ((top + y) * width + left) * 4, y * part.width * 4, (y + 1) * part.width * 4);
  }
  return { rgba, width, height };
}

async function decoded(bytes: Uint8Array, size?: Size): Promise<Raw> {
  const image = sharp(bytes, INPUT).toColourspace('srgb').ensureAlpha();
  const sized = size ? image.resize({ ...size, fit: 'fill' }) : image;
  const { data, info } = await sized.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { rgba: data, width: info.width, height: info.height };
}
