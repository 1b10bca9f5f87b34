import { rm } from 'node:fs/promises';
import { type Container, containerOf, inputArguments, QUIETLY } from './decode-arguments.ts';
import { CEILING, gainFor, measureLoudness } from './loudness.ts';
import { runToEnd } from './run-to-end.ts';

/** A stretch of a file's sound at its place in a clip; all in seconds. */
export interface SoundClip {
  /** A file on this machine that has sound. */
  path: string;
  /** Where it begins in the file. */
  start: number;
  /** Where it begins in the clip. */
  at: number;
  seconds: number;
  /** How long it takes to come in and to go out. */
  fadeIn: number;
  fadeOut: number;
}

export interface AddSoundOptions {
  /** An ffmpeg that may read what models made. */
  ffmpeg: string;
  /** Our own clip, silent: its pictures are copied as they are. */
  video: string;
  /** The file to write; its kind is the clip's. */
  out: string;
  /** The clip's length in seconds. */
  seconds: number;
  sounds: readonly SoundClip[];
  signal?: AbortSignal | undefined;
}

const RATE = 48_000;
const LARGEST = 16 * 1024 ** 3;
const MEMORY = 3 * 1024 ** 3;
const ENCODERS: Record<Container, readonly string[]> = {
  mov: ['-c:a', 'aac', '-b:a', '192k', '-movflags', '+faststart+write_colr', '-f', 'mp4'],
  matroska: ['-c:a', 'libopus', '-b:a', '128k', '-f', 'webm'],
};

/**
 * Lays sounds under a clip: each at its time, brought to one loudness, faded in and out (overlapping ones cross-fade at
 * equal power), the sum limited. AAC in an MP4, Opus in a WebM; the pictures are copied. Nothing is left behind where it
 * fails.
 *
 * @throws {MediaError} `not_a_video`, `video_unreadable`; the signal's reason
 * @example await addSound({ ffmpeg, video: 'silent.mp4', out: 'clip.mp4', seconds: 12, sounds });
 */
export async function addSound(options: AddSoundOptions): Promise<void> {
  const { ffmpeg, video, out, seconds, sounds, signal } = options;
  const gains = new Map<string, number>();
  for (const { path } of sounds)
    if (!gains.has(path)) gains.set(path, gainFor(await measureLoudness(path, { ffmpeg, signal })));
  const container = await containerOf(video);
  const inputs: string[] = [];
  for (const { path, start } of sounds) inputs.push(...inputArguments(path, await containerOf(path), start));
  const lanes = sounds.map((sound, index) => laneOf(sound, index, gains.get(sound.path) ?? 0));
  const names = sounds.map((_, index) => `[s${index}]`).join('');
  const sum = [
    `${names}amix=inputs=${sounds.length}:normalize=0:dropout_transition=0`,
    `alimiter=limit=${(10 ** (CEILING / 20)).toFixed(4)}:level=false`,
    `apad`,
    `atrim=end_sample=${Math.round(seconds * RATE)}[sound]`,
  ].join(',');
  try {
    await runToEnd(
      ffmpeg,
      [
        [...QUIETLY, '-y'],
        inputArguments(video, container),
        inputs,
        ['-filter_complex', [...lanes, sum].join(';'), '-filter_complex_threads', '1'],
        ['-map', '0:v:0', '-map', '[sound]', '-c:v', 'copy', '-map_metadata', '-1'],
        ENCODERS[container],
        [`file:${out}`],
      ].flat(),
      { signal, file: LARGEST, memory: MEMORY },
    );
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  }
}

/** One sound from its file to its place in the clip. */
function laneOf({ at, seconds, fadeIn, fadeOut }: SoundClip, index: number, gain: number): string {
  const end = Math.max(0, seconds - fadeOut);
  const filters = [
    `aresample=${RATE}:async=1:first_pts=0`,
    'aformat=sample_fmts=fltp:channel_layouts=stereo',
    `atrim=end_sample=${Math.round(seconds * RATE)}`,
    `afade=t=in:st=0:d=${fadeIn.toFixed(6)}:curve=qsin`,
    `afade=t=out:st=${end.toFixed(6)}:d=${fadeOut.toFixed(6)}:curve=qsin`,
    `volume=${gain.toFixed(2)}dB`,
    `adelay=delays=${Math.round(at * RATE)}S:all=1`,
  ];
  return `[${index + 1}:a:0]${filters.join(',')}[s${index}]`;
}
