import { open } from 'node:fs/promises';
import { MediaError } from '../media-error.ts';

/** The containers that are read, by ffmpeg's names of their demuxers: never guessed, so that no playlist gets in. */
export type Container = 'mov' | 'matroska';

const CODECS = [
  [
    'h264',
    'hevc',
    'vp8',
    'libvpx',
    'vp9',
    'libvpx-vp9',
    'av1',
    'libdav1d',
    'libaom-av1',
    'mpeg4',
    'mjpeg',
    'prores',
  ],
  ['aac', 'aac_latm', 'mp3', 'mp3float', 'opus', 'libopus', 'vorbis', 'libvorbis', 'flac', 'ac3', 'eac3'],
  ['pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_f32le'],
].flat();

/** Says little, asks nothing, keeps to a few threads: others work on this machine, too. */
export const QUIETLY = ['-hide_banner', '-loglevel', 'error', '-nostdin'];

/** Which container a file is, by its first bytes. @throws {MediaError} `not_a_video` */
export async function containerOf(path: string): Promise<Container> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(16);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  if (head.readUInt32BE(0) === 0x1a45dfa3) return 'matroska';
  if (['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide'].includes(head.toString('latin1', 4, 8))) return 'mov';
  throw new MediaError('not_a_video', 'The file is not a video that is known here.', 'MP4 or WebM.');
}

/**
 * One file of ours as ffmpeg's input: only files and pipes, one demuxer, known decoders, few threads.
 *
 * @param path of a file on this machine, never an address
 * @param start seconds that are passed over
 */
export function inputArguments(path: string, container: Container, start = 0): string[] {
  return [
    ['-protocol_whitelist', 'file,pipe', '-codec_whitelist', CODECS.join(',')],
    ['-max_pixels', String(4096 * 4096), '-threads', '2'],
    start > 0 ? ['-ss', start.toFixed(6)] : [],
    ['-f', container, '-i', `file:${path}`],
  ].flat();
}
