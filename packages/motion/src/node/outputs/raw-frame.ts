import type { Size } from '@animatic/schema';

/**
 * How a raw frame's bytes lie.
 *
 * - `i420`: planes Y, U, V, BT.709 limited range, 1.5 bytes a pixel; what is not opaque stands on black
 * - `i420a`: the same and a plane of alpha, 0 to 255, 2.5 bytes a pixel; colours are straight
 * - `rgba`: straight alpha, rows from the top, 4 bytes a pixel
 */
export type PixelLayout = 'i420' | 'i420a' | 'rgba';

/** `data` is used again for the next frame: copy or write it first. */
export interface RawFrame {
  data: Uint8Array;
  width: number;
  height: number;
  /** The frame's number in the clip. */
  index: number;
}

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
