import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrawList } from '@animatic/motion';
import { encodeClip, locateFfmpeg, openFrames } from '@animatic/motion/node';
import { readStoryboard, type Size, type Storyboard } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { flat, SIZE, type TestBoard } from '../golden/support/clip.ts';
import type { Screen, Stills } from '../golden/support/screen.ts';
import type { I420 } from '../measure/i420.ts';
import { type Plane, planeOf, type Rgba } from '../measure/picture.ts';

export interface Affine {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** Where frame pixels lie in the view: the matrix of the still, or of the plate while layers move. */
export function viewOf(list: DrawList): Affine {
  for (const { item } of flat(list.items))
    if (item.kind === 'bitmap' && (item.bitmap.what === 'still' || item.bitmap.what === 'plate'))
      return item.matrix;
  throw new RangeError('this draw list shows no picture');
}

/** The screen as it would be exported for just this view: drawn, not resampled. */
export function drawnAt(screen: Screen, view: Affine, size: Size = SIZE): Rgba {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.fillStyle = screen.background;
  context.fillRect(0, 0, size.width, size.height);
  context.setTransform(view.a, view.b, view.c, view.d, view.e, view.f);
  for (const piece of screen.pieces) {
    context.save();
    piece.draw(context);
    context.restore();
  }
  const { width, height, data } = context.getImageData(0, 0, size.width, size.height);
  return { width, height, data };
}

/** A region of the frame in the view, whole pixels inside of it. */
export function inView(view: Affine, box: { x: number; y: number; width: number; height: number }) {
  const x = Math.ceil(box.x * view.a + view.e);
  const y = Math.ceil(box.y * view.d + view.f);
  return {
    x,
    y,
    width: Math.floor((box.x + box.width) * view.a + view.e) - x,
    height: Math.floor((box.y + box.height) * view.d + view.f) - y,
  };
}

/**
 * A board encoded as it would be for a person, and decoded again by ffmpeg to raw frames.
 *
 * @param keep which frames to keep
 */
export async function decoded(
  board: TestBoard,
  stills: Stills,
  options: { size?: Size; fps?: number } = {},
): Promise<{ frames: I420[]; facts: string }> {
  const { size = SIZE, fps = 30 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'animatic-taste-'));
  try {
    const out = join(folder, 'clip.mp4');
    const ffmpeg = locateFfmpeg();
    const frames = openFrames({ board, size, fps, loadStill: stills.load });
    await encodeClip({ frames, size, fps, ffmpeg, out });
    const facts = spawnSync(ffmpeg, ['-hide_banner', '-i', out], { encoding: 'utf8' }).stderr;
    const { stdout } = spawnSync(
      ffmpeg,
      ['-loglevel', 'error', '-i', out, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', 'pipe:1'],
      { maxBuffer: 1 << 29 },
    );
    const bytes = size.width * size.height * 1.5;
    return {
      facts,
      frames: Array.from({ length: stdout.length / bytes }, (_, i) => ({
        ...size,
        data: new Uint8Array(stdout.subarray(i * bytes, (i + 1) * bytes)),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A luma scaled to a size by the widened Catmull-Rom (Keys, a = −1/2), in double precision. */
export function scaledTo(plane: Plane, width: number, height: number): Plane {
  const across = planeOf(width, plane.height, (x, y) =>
    weighed(x, plane.width / width, plane.width, (at) => plane.data[y * plane.width + at]!),
  );
  return planeOf(width, height, (x, y) =>
    Math.min(
      255,
      Math.max(
        0,
        weighed(y, plane.height / height, plane.height, (at) => across.data[at * width + x]!),
      ),
    ),
  );
}

function weighed(to: number, step: number, length: number, value: (at: number) => number): number {
  const wide = Math.max(1, step);
  const centre = (to + 0.5) * step - 0.5;
  let sum = 0;
  let total = 0;
  for (let at = Math.ceil(centre - 2 * wide); at <= centre + 2 * wide; at++) {
    const d = Math.abs(at - centre) / wide;
    const weight =
      d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : d < 2 ? -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2 : 0;
    sum += weight * value(Math.min(length - 1, Math.max(0, at)));
    total += weight;
  }
  return sum / total;
}

/**
 * Each layer's own pose in a frame, as text: what is different in the next frame has moved by itself. A layer that is
 * not drawn apart has no pose, and one that has just come to rest is drawn with the still again.
 */
export function posesOf(list: DrawList): Map<string, string> {
  const poses = new Map<string, string>();
  for (const { item } of flat(list.items)) {
    if (item.kind !== 'bitmap' || item.bitmap.what !== 'layer') continue;
    const { matrix, place, opacity, blur, cuts } = item;
    const own = [
      matrix.a / place.a,
      matrix.d / place.d,
      (matrix.e - place.e) / place.a,
      (matrix.f - place.f) / place.d,
    ];
    const text = JSON.stringify([own.map((one) => one.toFixed(4)), opacity.toFixed(4), blur, cuts]);
    if (text !== RESTING) poses.set(item.bitmap.layer, text);
  }
  return poses;
}

const RESTING = JSON.stringify([['1.0000', '1.0000', '0.0000', '0.0000'], '1.0000', 0, []]);

const sampleFolder = new URL('../../apps/server/sample/', import.meta.url);

/** The storyboard that a first start renders, captured by the plugin. */
export async function capturedSample(): Promise<Storyboard> {
  return readStoryboard(JSON.parse(await readFile(new URL('storyboard.json', sampleFolder), 'utf8')));
}

/** Its stills. */
export const fromDisk: Stills = {
  put: () => {
    throw new Error('nothing is captured to disk');
  },
  load: (hash) => readFile(new URL(`stills/${hash}.png`, sampleFolder)),
};
