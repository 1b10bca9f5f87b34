import { stat } from 'node:fs/promises';
import type { Size } from '@animatic/schema';
import { EncodedPacketSink, FilePathSource, Input, type InputVideoTrack, MP4, QTFF, WEBM } from 'mediabunny';
import { MediaError } from '../media-error.ts';
import { containerOf } from './decode-arguments.ts';
import { hasWholeBoxes } from './whole-boxes.ts';

export interface VideoFacts {
  type: 'video/mp4' | 'video/webm';
  /** Pixels, as it is shown. */
  width: number;
  height: number;
  seconds: number;
  /** Frames a second, on average. */
  fps: number;
  frames: number;
  /** `avc`, `hevc`, `vp8`, `vp9`, `av1`. */
  codec: string;
  /** Whether it has a track of sound. */
  sound: boolean;
  /** What its colours are made by; null where nothing says so. */
  matrix: string | null;
}

/** What was asked for; a video is not refused for what is null. */
export interface AskedVideo {
  size: Size | null;
  /** Seconds that are new; a model's own extension may give the seconds before them, too. */
  seconds: number | null;
}

/** Bytes of the largest video that is taken. */
export const MAX_VIDEO_BYTES = 1024 ** 3;
const MOST_SECONDS = 300;
const MOST_FPS = 240;
const MOST_TRACKS = 4;
/** Models round sizes to their blocks; what differs by more was not what was asked for. */
const SIZE_SLACK = 16;
const LENGTH_SLACK = 0.6;

/**
 * Reads a video's container to its end and compares it with what was asked for; nothing is decoded.
 *
 * @throws {MediaError} `not_a_video`, `video_kind`, `video_broken`, `video_differs`, `too_large`
 * @example await checkVideo(path, { size: { width: 1280, height: 720 }, seconds: 8 });
 */
export async function checkVideo(path: string, asked: AskedVideo): Promise<VideoFacts> {
  const facts = await readVideo(path);
  const { size, seconds } = asked;
  if (size && !near(facts, size))
    throw new MediaError(
      'video_differs',
      `The video is ${facts.width} × ${facts.height} pixels, and ${size.width} × ${size.height} were asked for.`,
      `${size.width} × ${size.height} pixels.`,
    );
  if (seconds !== null && facts.seconds < Math.min(seconds - LENGTH_SLACK, seconds * 0.9))
    throw new MediaError(
      'video_differs',
      `The video lasts ${words(facts.seconds)}, and ${words(seconds)} were asked for.`,
      `${words(seconds)}.`,
    );
  return facts;
}

/**
 * A video's facts alone.
 *
 * @throws {MediaError} `not_a_video`, `video_kind`, `video_broken`, `too_large`
 */
export async function readVideo(path: string): Promise<VideoFacts> {
  const { size: bytes } = await stat(path);
  if (bytes > MAX_VIDEO_BYTES)
    throw new MediaError('too_large', 'The video is larger than 1 GB.', `At most ${MAX_VIDEO_BYTES} bytes.`);
  if (bytes < 16)
    throw new MediaError('not_a_video', 'The file is not a video that is known here.', 'MP4 or WebM.');
  const container = await containerOf(path);
  if (container === 'mov' && !(await hasWholeBoxes(path, bytes))) throw broken(undefined);
  const formats = container === 'mov' ? [MP4, QTFF] : [WEBM];
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const input = new Input({ source, formats });
  try {
    if (!(await input.canRead()))
      throw new MediaError('not_a_video', 'The file is not a video that is known here.', 'MP4 or WebM.');
    const { track, sound } = await onlyTrack(input);
    const type = container === 'mov' ? 'video/mp4' : 'video/webm';
    return { type, sound, ...(await factsOf(track, bytes)) };
  } catch (cause) {
    if (cause instanceof MediaError) throw cause;
    throw broken(cause);
  } finally {
    input.dispose();
  }
}

async function onlyTrack(input: Input): Promise<{ track: InputVideoTrack; sound: boolean }> {
  const tracks = await input.getTracks();
  const [track, ...others] = tracks.filter((one) => one.isVideoTrack());
  const sounds = tracks.filter((one) => one.isAudioTrack());
  if (!track)
    throw new MediaError(
      'video_kind',
      'The file has no picture that moves, only sound or nothing.',
      'One track of pictures.',
    );
  if (others.length > 0 || sounds.length > 1 || tracks.length > MOST_TRACKS)
    throw new MediaError(
      'video_kind',
      `The video has ${tracks.length} tracks, ${others.length + 1} of them pictures.`,
      'One track of pictures, at most one of sound.',
    );
  return { track, sound: sounds.length > 0 };
}

async function factsOf(track: InputVideoTrack, bytes: number) {
  const codec = await track.getCodec();
  if (!codec)
    throw new MediaError(
      'video_kind',
      'The video’s codec is not known here.',
      'H.264, HEVC, VP8, VP9 or AV1.',
    );
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (!(width >= 16 && height >= 16 && width <= 8192 && height <= 8192))
    throw new MediaError(
      'video_kind',
      `The video is ${width} × ${height} pixels.`,
      '16 to 8192 pixels a side.',
    );
  const { frames, begin, end, read } = await readPackets(track);
  if (frames === 0) throw broken(undefined);
  const seconds = end - begin;
  const fps = frames / seconds;
  if (!(seconds > 0 && seconds <= MOST_SECONDS) || fps > MOST_FPS || read > bytes)
    throw new MediaError(
      'video_kind',
      `The video says that it lasts ${words(seconds)} with ${frames} frames.`,
      `At most ${MOST_SECONDS} seconds, at most ${MOST_FPS} frames a second.`,
    );
  const { matrix } = await track.getColorSpace();
  return { width, height, seconds, fps: snapped(fps), frames, codec, matrix: matrix ?? null };
}

/** Every packet is read whole, so that a file that was cut short shows it. */
async function readPackets(track: InputVideoTrack) {
  const sink = new EncodedPacketSink(track);
  let [frames, begin, end, read] = [0, Number.POSITIVE_INFINITY, 0, 0];
  for await (const packet of sink.packets()) {
    if (packet.data.byteLength !== packet.byteLength) throw broken(undefined);
    frames += 1;
    read += packet.byteLength;
    begin = Math.min(begin, packet.timestamp);
    end = Math.max(end, packet.timestamp + packet.duration);
    if (frames > MOST_SECONDS * MOST_FPS) break;
  }
  const said = await track.computeDuration({ metadataOnly: true });
  return { frames, begin: Math.min(begin, end), end: Math.max(end, Math.min(said, end + 1)), read };
}

/** Timestamps are rounded: 29.97 is 30000/1001, and 24.0003 is 24. */
function snapped(fps: number): number {
  const known = [12, 15, 16, 23.976, 24, 25, 29.97, 30, 48, 50, 59.94, 60];
  const close = known.find((rate) => Math.abs(rate - fps) / rate < 0.0005);
  return close ?? Math.round(fps * 1000) / 1000;
}

const near = (a: Size, b: Size): boolean =>
  Math.abs(a.width - b.width) <= SIZE_SLACK && Math.abs(a.height - b.height) <= SIZE_SLACK;

const words = (seconds: number): string => `${Math.round(seconds * 10) / 10} seconds`;

const broken = (cause: unknown): MediaError =>
  new MediaError(
    'video_broken',
    'The video cannot be read to its end: it is damaged or was cut short.',
    'A whole MP4 or WebM file.',
    { cause },
  );
