import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Size } from '@animatic/schema';
import type { DrawnScene } from './drawn.ts';
import { exactLuma } from './reference.ts';

/** Frames of a clip that are compared, evenly over it. */
const COMPARED = 10;

/** The luma of a clip's frames against the source drawn exactly, dB: of the mean square over all frames. */
export async function psnrOf(
  clips: readonly string[],
  scene: DrawnScene,
  size: Size,
  ffmpeg: string,
): Promise<number[]> {
  const count = scene.frames.length;
  const indices = Array.from({ length: COMPARED }, (_, i) => Math.floor(((i + 0.5) * count) / COMPARED));
  const decoded: Buffer[][] = [];
  for (const clip of clips) decoded.push(await lumaOf(clip, indices, size, ffmpeg));
  const squares = clips.map(() => 0);
  for (const [at, index] of indices.entries()) {
    const exact = exactLuma(scene, index, size);
    for (const [clip, frames] of decoded.entries())
      squares[clip] = (squares[clip] ?? 0) + meanSquare(frames[at] ?? Buffer.alloc(0), exact);
  }
  return squares.map((sum) => 10 * Math.log10(255 ** 2 / (sum / COMPARED)));
}

/** The luma planes of some frames as they lie in the clip. */
async function lumaOf(
  clip: string,
  indices: readonly number[],
  size: Size,
  ffmpeg: string,
): Promise<Buffer[]> {
  const select = indices.map((index) => `eq(n\\,${index})`).join('+');
  const output = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'];
  const child = spawn(
    ffmpeg,
    ['-loglevel', 'error', '-i', clip, '-vf', `select=${select}`, '-vsync', '0', ...output],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`ffmpeg could not decode ${clip}`);
  const all = Buffer.concat(chunks);
  const plane = size.width * size.height;
  const frame = plane * 1.5;
  if (all.length !== indices.length * frame)
    throw new Error(`${clip} gave ${all.length / frame} of the ${indices.length} frames to compare`);
  return indices.map((_, at) => all.subarray(at * frame, at * frame + plane));
}

function meanSquare(decoded: Uint8Array, exact: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < exact.length; i++) sum += ((decoded[i] ?? 0) - (exact[i] ?? 0)) ** 2;
  return sum / exact.length;
}
