import type { Rect, Size } from '@animatic/schema';
import { MediaError } from '../media-error.ts';
import { readVideo, type VideoFacts } from './check-video.ts';
import { containerOf, inputArguments, QUIETLY } from './decode-arguments.ts';
import { readFrames } from './frame-reader.ts';
import { type LimitedChild, lastWords, spawnLimited } from './limited-child.ts';

export interface OpenVideoOptions {
  /** A file on this machine. */
  path: string;
  /** As `findFfmpeg` found it. */
  ffmpeg: string;
  /** The part that is shown, as shares of its sides; all of it without it. */
  crop?: Rect | undefined;
  /** Pixels of the frames that come out. */
  size: Size;
  /** Frames a second that come out; may be a fraction. */
  fps: number;
  /** Seconds of the video at which the first frame is. */
  start?: number;
  /** How many frames at most; to the end without it. */
  frames?: number;
  /** As `readVideo` says; it is read without them. */
  facts?: ColorFacts | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds that a frame may take. */
  patience?: number;
}

/** What says how colours are to be taken. */
export type ColorFacts = Pick<VideoFacts, 'matrix' | 'codec' | 'width' | 'height'> &
  Partial<Pick<VideoFacts, 'fps'>>;

const PATIENCE = 30_000;
/** Decoding begins so many seconds earlier: what is on screen at the first moment began before it. */
const LEAD = 1;
/** Timestamps are rounded to milliseconds in some containers: a frame that comes this late is in time. */
const LATE = 0.004;

/**
 * A video's frames at any size and rate, each the one that is on screen at its time: RGBA, opaque, sRGB. They come from
 * a child process that is ended with the iterator (`return`, an error, the signal). The same file gives the same frames,
 * wherever one begins. A frame is good until the next one is asked for.
 *
 * @throws {MediaError} `not_a_video`, `video_unreadable`; the signal's reason
 * @example for await (const rgba of openVideo({ path, ffmpeg, size: { width: 640, height: 360 }, fps: 30 })) draw(rgba);
 */
export async function* openVideo(options: OpenVideoOptions): AsyncGenerator<Uint8Array, void, void> {
  const { path, ffmpeg, size, signal, frames = Number.POSITIVE_INFINITY, patience = PATIENCE } = options;
  signal?.throwIfAborted();
  const { width, height } = size;
  const facts = options.facts ?? (await readVideo(path));
  const child = spawnLimited(ffmpeg, await decoderArguments(options, facts));
  const stop = () => child.stop();
  signal?.addEventListener('abort', stop);
  let given = 0;
  try {
    const reader = readFrames(child.stdout, width * height * 4);
    while (given < frames) {
      const frame = await within(patience, reader.next(), child);
      signal?.throwIfAborted();
      if (!frame) break;
      given += 1;
      yield frame;
    }
    if (given >= frames) return;
    const code = await child.ended;
    signal?.throwIfAborted();
    // What could be decoded of a damaged end is shown; a video without any frame is none.
    if (given === 0) throw unreadable(`${code}: ${lastWords(child.words())}`);
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
    await child.ended.catch(() => undefined);
  }
}

async function decoderArguments(options: OpenVideoOptions, facts: ColorFacts): Promise<string[]> {
  const { path, crop, size, fps, start = 0, frames } = options;
  const container = await containerOf(path);
  const from = Math.max(0, start - LEAD);
  const rate = `fps=fps=${Number(fps.toFixed(6))}:start_time=0:round=up`;
  const picture = [
    ...(crop && !isWhole(crop) ? [cropped(crop)] : []),
    `scale=${size.width}:${size.height}:flags=bicubic+full_chroma_int:in_color_matrix=${matrixOf(facts)}`,
    'format=rgba',
  ];
  const filters = [
    `setpts=PTS-${(start - from + LATE).toFixed(6)}/TB`,
    // A frame that is shown twice is converted once, one that is passed over not at all.
    ...(fps > (facts.fps ?? 0) ? [...picture, rate] : [rate, ...picture]),
  ];
  return [
    QUIETLY,
    inputArguments(path, container, from),
    ['-map', '0:v:0', '-an', '-sn', '-dn', '-filter_threads', '1', '-vf', filters.join(',')],
    frames === undefined || !Number.isFinite(frames) ? [] : ['-frames:v', String(frames)],
    ['-f', 'rawvideo', 'pipe:1'],
  ].flat();
}

/** What says nothing of its colours is BT.709 where it is HD and BT.601 where it is not, as players take it. */
export function matrixOf({ matrix, codec, width, height }: ColorFacts): string {
  if (matrix !== null) return 'auto';
  return codec !== 'vp8' && Math.min(width, height) >= 720 ? 'bt709' : 'bt601';
}

const isWhole = ({ x, y, width, height }: Rect): boolean => x <= 0 && y <= 0 && width >= 1 && height >= 1;

/** Even pixels: four of them share one chroma. */
function cropped({ x, y, width, height }: Rect): string {
  const even = (side: string, share: number) => `2*round(${side}*${share.toFixed(8)}/2)`;
  return `crop=w='${even('iw', width)}':h='${even('ih', height)}':x='${even('iw', x)}':y='${even('ih', y)}'`;
}

async function within<T>(patience: number, work: Promise<T>, child: LimitedChild): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => {
      child.stop();
      reject(unreadable(`no frame for ${patience / 1000} s`));
    }, patience);
  });
  // A decoder that cannot be started says so by `ended` alone.
  const failed = child.ended.then(() => new Promise<never>(() => undefined));
  return Promise.race([work, late, failed]).finally(() => clearTimeout(clock));
}

export const unreadable = (reason: string): MediaError =>
  new MediaError('video_unreadable', 'The video cannot be decoded.', 'A whole MP4 or WebM file.', {
    cause: new Error(reason),
  });
