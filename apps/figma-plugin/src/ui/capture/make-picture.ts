import { MAX_STILL_BYTES, MAX_STILL_SIDE, type Picture, type Rect, type Sha256 } from '@animatic/schema';
import { cutPng, type Imaging } from './decode.ts';
import { hashBytes } from './hash.ts';
import { tilesOf } from './tiles.ts';

/** Blobs by the hash that the document names them by. */
export type Stills = Map<Sha256, Blob>;

interface Source {
  bytes: Uint8Array;
  /** Bitmap pixels. */
  width: number;
  height: number;
}

/**
 * Turns a PNG into stills: the file as it is where it fits, else cut into tiles.
 *
 * @param part what to keep of it, bitmap pixels; all without it
 */
export async function makePicture(
  imaging: Imaging,
  stills: Stills,
  source: Source,
  part: Rect = { x: 0, y: 0, width: source.width, height: source.height },
): Promise<Picture> {
  const bytes = new Uint8Array(source.bytes);
  const whole = part.x === 0 && part.y === 0 && part.width === source.width && part.height === source.height;
  const fits =
    whole &&
    source.width <= MAX_STILL_SIDE &&
    source.height <= MAX_STILL_SIDE &&
    bytes.length <= MAX_STILL_BYTES;
  const blob = new Blob([bytes], { type: 'image/png' });
  if (fits) {
    const still = await hashBytes(bytes);
    stills.set(still, blob);
    return { ...sized(part), tiles: [{ still, x: 0, y: 0, ...sized(part) }] };
  }
  const image = await imaging.decode(blob);
  try {
    // Noise compresses badly: tiles of a heavy bitmap are made smaller until each fits.
    for (let longest = MAX_STILL_SIDE; ; longest = Math.floor(longest / 2)) {
      const picture = await cut(imaging, stills, image, part, longest);
      if (picture) return picture;
    }
  } finally {
    image.close();
  }
}

async function cut(
  imaging: Imaging,
  stills: Stills,
  image: ImageBitmap,
  part: Rect,
  longest: number,
): Promise<Picture | null> {
  const made: Array<{ blob: Blob; still: Sha256; tile: Rect }> = [];
  for (const tile of tilesOf(part.width, part.height, longest)) {
    const blob = await cutPng(imaging, image, { ...tile, x: part.x + tile.x, y: part.y + tile.y });
    if (blob.size > MAX_STILL_BYTES && longest > 256) return null;
    made.push({ blob, tile, still: await hashBytes(new Uint8Array(await blob.arrayBuffer())) });
  }
  for (const { still, blob } of made) stills.set(still, blob);
  return { ...sized(part), tiles: made.map(({ still, tile }) => ({ still, ...tile })) };
}

function sized({ width, height }: Rect): { width: number; height: number } {
  return { width, height };
}
