import type { Size, StillFit } from '@animatic/schema';

/** A still of several tiles, with their bytes. */
export interface TiledStill extends Size {
  tiles: readonly { bytes: Uint8Array; x: number; y: number; width: number; height: number }[];
}

/** What a file of footage turned out to be. */
export interface CheckedVideo {
  type: 'video/mp4' | 'video/webm';
  width: number;
  height: number;
  seconds: number;
  fps: number;
  frames: number;
  sound: boolean;
}

/** A model's picture as a still of the workspace. */
export interface CheckedStill {
  bytes: Uint8Array;
  type: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** How the desk looks at and makes files: `@animatic/media`, or a test's own. All of them refuse with a `MediaError`. */
export interface FootageTools {
  /** Parses the container; `null` is not compared. */
  checkVideo(path: string, asked: { size: Size | null; seconds: number | null }): Promise<CheckedVideo>;
  /** A PNG. */
  posterOf(path: string, signal: AbortSignal): Promise<Uint8Array>;
  /** A PNG of the video's own size. */
  lastFrame(path: string, signal: AbortSignal): Promise<Uint8Array>;
  /** Exactly `size`. */
  fitStill(still: Uint8Array | TiledStill, size: Size, fit: StillFit): Promise<{ png: Uint8Array }>;
  toStill(bytes: Uint8Array): Promise<CheckedStill>;
}
