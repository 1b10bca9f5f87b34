import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import type { Size } from '../jobs/job.ts';
import { bandMargin } from './band.ts';

/** The zoom, a second. By the second and not by the clip: an extension's first part is what it extends. */
const ZOOM = 0.012;

export interface ClipParts {
  ffmpeg: string;
  size: Size;
  seconds: number;
  fps: number;
  smooth: boolean;
  first: Canvas;
  last: Canvas | undefined;
  band: Canvas;
  /** Hertz and loudness (0 to 1) of its tone; silent without a track where undefined. */
  tone: { hertz: number; volume: number } | undefined;
}

/**
 * Encodes one clip. ffmpeg gets raw frames of ours alone, one on the other: first picture, last picture, band. It zooms,
 * passes from one into the other, and lays the band over both: 200 frames cost this process one.
 *
 * @throws where ffmpeg fails, with its words
 */
export async function encodeClip(parts: ClipParts): Promise<Buffer<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-models-'));
  try {
    const file = join(folder, 'clip.mp4');
    await run(parts.ffmpeg, clipArguments(parts, file), rawOf(parts));
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** RGBA, one below the other; the band's row is as wide as the picture. */
function rawOf({ size, first, last, band }: ClipParts): Buffer {
  const row = size.width * 4;
  const strip = Buffer.alloc(row * band.height);
  const words = band.data();
  for (let y = 0; y < band.height; y++)
    words.copy(strip, y * row, y * band.width * 4, (y + 1) * band.width * 4);
  return Buffer.concat([first.data(), ...(last ? [last.data()] : []), strip]);
}

function clipArguments({ size, seconds, fps, smooth, last, band, tone }: ClipParts, file: string): string[] {
  const { width, height } = size;
  const frames = Math.round(seconds * fps);
  const bandY = height * (last ? 2 : 1);
  const scale = (times: number) =>
    `scale=${width * times}:${height * times}:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv444p`;
  const hold = (zoom: string) =>
    `zoompan=z='${zoom}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d=${frames}:s=${width}x${height}:fps=${fps}`;
  const margin = bandMargin(size);
  const filters = [
    last ? '[0:v]split=3[a][b][l]' : '[0:v]split=2[a][b]',
    `[a]crop=${width}:${height}:0:0,${scale(smooth ? 2 : 1)},${hold(`1+${ZOOM}*on/${fps}`)}[first]`,
    ...(last
      ? [
          `[l]crop=${width}:${height}:0:${height},${scale(1)},${hold('1')},format=yuva444p,fade=t=in:st=${seconds * 0.3}:d=${seconds * 0.6}:alpha=1[last]`,
          '[first][last]overlay=format=yuv444[picture]',
        ]
      : ['[first]null[picture]']),
    `[b]crop=${band.width}:${band.height}:0:${bandY},scale=out_color_matrix=bt709:out_range=tv,format=yuv444p[band]`,
    `[picture][band]overlay=x=${margin}:y=${height - margin - band.height}:format=yuv444,format=yuv420p[video]`,
  ];
  const audio = tone
    ? {
        input: [
          '-f',
          'lavfi',
          '-i',
          `sine=frequency=${tone.hertz}:sample_rate=48000:duration=${seconds + 1}`,
        ],
        output: ['-map', '1:a', '-af', `volume=${tone.volume * 8}`, '-c:a', 'aac', '-b:a', '96k', '-ac', '2'],
      }
    : { input: [], output: [] };
  return [
    ...['-hide_banner', '-loglevel', 'error', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', `${width}x${bandY + band.height}`, '-r', String(fps)],
    ...['-i', 'pipe:0', ...audio.input],
    ...['-filter_complex', filters.join(';'), '-map', '[video]', ...audio.output],
    ...['-t', String(frames / fps), '-c:v', 'libx264', '-preset', 'superfast', '-crf', '23', '-threads', '2'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
    ...['-fflags', '+bitexact', '-flags:v', '+bitexact', '-movflags', '+faststart', `file:${file}`],
  ];
}

function run(command: string, args: readonly string[], input: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'], windowsHide: true });
    let words = '';
    child.stderr.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-2000);
    });
    child.stdin.on('error', () => undefined);
    child.once('error', fail);
    child.once('close', (code) =>
      code === 0 ? done() : fail(new Error(`ffmpeg ended with ${code}: ${words.trim()}`)),
    );
    child.stdin.end(input);
  });
}
