import type { Rect, Size } from '@animatic/schema';
import { sharp } from '../picture-loaders.ts';
import { readVideo } from './check-video.ts';
import { openVideo, unreadable } from './open-video.ts';

export interface VideoStillOptions {
  /** As `findFfmpeg` found it. */
  ffmpeg: string;
  /** The part that is wanted, as shares of the sides; all of it without it. */
  crop?: Rect | undefined;
  /** The longest side, pixels; as large as it is without it. */
  longest?: number;
  signal?: AbortSignal | undefined;
}

/** Seconds before the end that are looked at to find the last frame. */
const TAIL = 0.5;
/** zlib's: a film's frame hardly gets smaller above it, and takes four times as long. */
const COMPRESSION = 3;

/**
 * A video's last frame as a PNG of its own size: what its extension starts from.
 *
 * @throws {MediaError} `not_a_video`, `video_kind`, `video_broken`, `video_unreadable`
 * @example await lastFrame(path, { ffmpeg: found.command });
 */
export async function lastFrame(path: string, options: VideoStillOptions): Promise<Uint8Array> {
  const facts = await readVideo(path);
  const start = Math.max(0, facts.seconds - TAIL);
  return still(path, facts, { start, fps: facts.fps, frames: Number.POSITIVE_INFINITY }, options);
}

/**
 * A frame that stands for a video, as a PNG: a third in, at most a second, since first frames are often still dark.
 *
 * @throws {MediaError} as `lastFrame`
 */
export async function posterOf(path: string, options: VideoStillOptions): Promise<Uint8Array> {
  const facts = await readVideo(path);
  // At one frame a second nothing else is converted on the way.
  return still(path, facts, { start: Math.min(1, facts.seconds / 3), fps: 1, frames: 1 }, options);
}

async function still(
  path: string,
  facts: Awaited<ReturnType<typeof readVideo>>,
  at: { start: number; fps: number; frames: number },
  { ffmpeg, crop, longest, signal }: VideoStillOptions,
): Promise<Uint8Array> {
  const size = sizeOf(facts, crop, longest);
  let last: Buffer | undefined;
  for await (const rgba of openVideo({ path, ffmpeg, crop, size, ...at, facts, signal }))
    last = Buffer.from(rgba);
  if (!last) throw unreadable('no frame');
  const raw = { ...size, channels: 4 as const };
  return sharp(last, { raw }).removeAlpha().png({ compressionLevel: COMPRESSION }).toBuffer();
}

function sizeOf(whole: Size, crop: Rect | undefined, longest = Number.POSITIVE_INFINITY): Size {
  const own = { width: whole.width * (crop?.width ?? 1), height: whole.height * (crop?.height ?? 1) };
  const scale = Math.min(1, longest / Math.max(own.width, own.height));
  const side = (length: number) => Math.max(2, Math.round((length * scale) / 2) * 2);
  return { width: side(own.width), height: side(own.height) };
}
