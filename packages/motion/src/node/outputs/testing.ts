import { spawnSync } from 'node:child_process';
import type { Size } from '@animatic/schema';
import { createPixelKernel } from '../../kernel/pixel-kernel.ts';
import { locateFfmpeg } from '../ffmpeg.ts';
import { framesIn } from './output.ts';
import { frameBytes, type OpenFrames } from './raw-frame.ts';

export const RED = [200, 30, 50] as const;

/** A clip of a red square that travels from left to right over white, or over nothing; its left edge is half clear. */
export function squareClip(seconds: number, transparent: boolean, onFrame?: () => void): OpenFrames {
  return async function* open({ pixels, size, fps, signal }) {
    const kernel = createPixelKernel();
    const frame = kernel.createFrame(size.width, size.height, { alpha: pixels === 'i420a' });
    const data = new Uint8Array(frameBytes(pixels, size));
    const count = framesIn(seconds, fps);
    for (let index = 0; index < count; index++) {
      signal?.throwIfAborted();
      const rgba = squareAt(size, index / count, transparent);
      if (pixels === 'rgba') straighten(rgba, data);
      else {
        const bitmap = kernel.uploadBitmap({ data: rgba, ...size });
        kernel.toFrame(frame, bitmap);
        kernel.free(bitmap);
        data.set(kernel.view(frame));
      }
      onFrame?.();
      yield { data, ...size, index };
    }
  };
}

function straighten(rgba: Uint8Array, into: Uint8Array): void {
  for (const [at, value] of rgba.entries()) {
    const alpha = rgba[at | 3] ?? 0;
    into[at] = (at & 3) === 3 || alpha === 0 ? value : Math.round((value * 255) / alpha);
  }
}

/** Premultiplied. */
function squareAt({ width, height }: Size, share: number, transparent: boolean): Uint8Array {
  const rgba = new Uint8Array(width * height * 4).fill(transparent ? 0 : 255);
  const side = Math.round(height / 2);
  const left = Math.round(share * (width - side));
  for (let y = side / 2; y < side * 1.5; y++)
    for (let x = left; x < left + side; x++) {
      const half = transparent && x < left + 4;
      const color = half ? [...RED.map((channel) => Math.round(channel / 2)), 128] : [...RED, 255];
      rgba.set(color, (Math.floor(y) * width + x) * 4);
    }
  return rgba;
}

export interface Probe {
  /** ffmpeg's own words about the picture. */
  stream: string;
  width: number;
  height: number;
  fps: number;
}

/** What a file says of itself. */
export function probe(path: string): Probe {
  const { stderr } = spawnSync(locateFfmpeg(), ['-hide_banner', ...decoder(path), '-i', `file:${path}`], {
    encoding: 'utf8',
  });
  const stream = /Stream #0:0.*Video: (.*)/.exec(stderr)?.[1] ?? '';
  const [, width, height] = /, (\d+)x(\d+)/.exec(stream) ?? [];
  return {
    stream,
    width: Number(width),
    height: Number(height),
    fps: Number(/([\d.]+) fps/.exec(stream)?.[1]),
  };
}

/** All frames of a file, decoded to straight RGBA. */
export function decodeFrames(path: string, size: Size): Buffer[] {
  const { stdout, stderr } = spawnSync(
    locateFfmpeg(),
    [
      ['-loglevel', 'error', ...decoder(path), '-i', `file:${path}`, '-vsync', '0'],
      ['-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
    ].flat(),
    { maxBuffer: 2 ** 30 },
  );
  if (stderr.length > 0) throw new Error(stderr.toString());
  const length = frameBytes('rgba', size);
  if (stdout.length % length !== 0)
    throw new Error(`${stdout.length} bytes are no whole frames of ${length}`);
  return Array.from({ length: stdout.length / length }, (_, index) =>
    stdout.subarray(index * length, (index + 1) * length),
  );
}

/** ffmpeg's own decoder of VP9 passes over alpha. */
const decoder = (path: string): string[] => (path.endsWith('.webm') ? ['-c:v', 'libvpx-vp9'] : []);

export const pixelOf = (frame: Uint8Array, { width }: Size, x: number, y: number): number[] => [
  ...frame.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
];
