import { type Ground, MAX_STILL_BYTES, MAX_STILL_SIDE, type Paint } from '@animatic/schema';
import type { GroundPaint, GroundReading } from '../../protocol/capture.ts';
import type { Bridge } from './bridge.ts';
import { cutPng, type Imaging } from './decode.ts';
import { hashBytes } from './hash.ts';
import type { Stills } from './make-picture.ts';

interface Sources {
  bridge: Bridge;
  imaging: Imaging;
  stills: Stills;
  /** Figma's image hash to ours: one picture often fills many containers. */
  known: Map<string, string>;
  signal?: AbortSignal;
}

/** A ground with its images fetched and named by their stills. */
export async function makeGround(sources: Sources, reading: GroundReading): Promise<Ground> {
  const { stroke } = reading;
  const fills = await paintsOf(sources, reading.fills);
  return {
    corners: reading.corners,
    fills,
    shadows: reading.shadows,
    ...(stroke ? { stroke: { ...stroke, paints: await paintsOf(sources, stroke.paints) } } : {}),
  };
}

async function paintsOf(sources: Sources, paints: readonly GroundPaint[]): Promise<Paint[]> {
  const made: Paint[] = [];
  for (const paint of paints) {
    if (paint.type !== 'IMAGE') made.push(paint);
    else {
      const { image, ...rest } = paint;
      made.push({ ...rest, still: await imageStill(sources, image) });
    }
  }
  return made;
}

async function imageStill(sources: Sources, image: string): Promise<string> {
  const { bridge, imaging, stills, known, signal } = sources;
  const before = known.get(image);
  if (before && stills.has(before)) return before;
  const { bytes: sent } = await bridge.ask('read-image', { image }, { signal });
  let bytes = new Uint8Array(sent);
  let blob = new Blob([bytes], { type: typeOf(bytes) ?? 'image/png' });
  const bitmap = await imaging.decode(blob);
  const { width, height } = bitmap;
  if (typeOf(bytes) === null || bytes.length > MAX_STILL_BYTES) {
    blob = await cutPng(imaging, bitmap, { x: 0, y: 0, width, height });
    bytes = new Uint8Array(await blob.arrayBuffer());
  }
  bitmap.close();
  if (Math.max(width, height) > MAX_STILL_SIDE || bytes.length > MAX_STILL_BYTES)
    throw new InexactGround('its image is too large');
  const still = await hashBytes(bytes);
  stills.set(still, blob);
  known.set(image, still);
  return still;
}

/** A ground that cannot be painted again after all. */
export class InexactGround extends Error {}

/** The two kinds that a still may be; GIF and WebP are drawn anew. */
function typeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image/png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : null;
}
