import type { Size } from '@animatic/schema';
import type { PixelLayout, RawFrame } from '../frames.ts';

export type { PixelLayout, RawFrame };

/** What an output asks of whoever draws. */
export interface FrameRequest {
  pixels: PixelLayout;
  /** Pixels, both sides even. */
  size: Size;
  /** Frames a second; may be a fraction: a sheet of thumbnails asks for one frame every few seconds. */
  fps: number;
  signal?: AbortSignal;
}

/** Draws the clip from its beginning, as often as it is asked: the same request gives the same bytes. */
export type OpenFrames = (request: FrameRequest) => AsyncIterable<RawFrame>;

const BYTES: Record<PixelLayout, number> = { i420: 1.5, i420a: 2.5, rgba: 4 };

/** @example frameBytes('i420', { width: 1920, height: 1080 }) // 3110400 */
export const frameBytes = (pixels: PixelLayout, { width, height }: Size): number =>
  width * height * BYTES[pixels];
