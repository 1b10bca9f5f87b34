import type { Picture, Size } from '@animatic/schema';
import type { FrameDescription } from '../../protocol/frame.ts';
import type { Bridge } from './bridge.ts';
import type { CaptureCache } from './cache.ts';
import type { Imaging } from './decode.ts';
import { makePicture } from './make-picture.ts';

interface StillInput {
  bridge: Bridge;
  imaging: Imaging;
  cache: CaptureCache;
  frame: FrameDescription;
  scale: number;
  signal?: AbortSignal;
}

/** The frame's picture, cut to its box: what a shadow adds around it is no part of the shot. */
export async function captureStill({
  bridge,
  imaging,
  cache,
  frame,
  scale,
  signal,
}: StillInput): Promise<{ picture: Picture; size: Size }> {
  if (cache.still) return cache.still;
  const sent = await bridge.ask('capture-still', { id: frame.id, scale }, { signal });
  const x = sent.width / sent.bounds.width;
  const y = sent.height / sent.bounds.height;
  const part = {
    x: Math.max(0, Math.round(-sent.bounds.x * x)),
    y: Math.max(0, Math.round(-sent.bounds.y * y)),
    width: Math.min(sent.width, Math.round(sent.size.width * x)),
    height: Math.min(sent.height, Math.round(sent.size.height * y)),
  };
  const picture = await makePicture(imaging, cache.stills, sent, part);
  cache.still = { picture, size: sent.size };
  return cache.still;
}
