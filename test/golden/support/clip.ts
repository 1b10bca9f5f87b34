import { createHash } from 'node:crypto';
import { type Choreographed, choreograph, type DrawItem, type DrawList, sample } from '@animatic/motion';
import { type FrameOptions, openFrames, renderPoster } from '@animatic/motion/node';
import type { Shot, Size } from '@animatic/schema';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { I420 } from '../../measure/i420.ts';
import type { Rgba } from '../../measure/picture.ts';
import type { Stills } from './screen.ts';

/** The size that tests draw at: the specimen's own. */
export const SIZE: Size = { width: 480, height: 270 };
export const FPS = 12;

/** A board for tests: its shots, and what of the document matters to the pixels. */
export type TestBoard = Choreographed & { shots: readonly Shot[] };

type RawOptions = Partial<Pick<FrameOptions, 'size' | 'fps' | 'segment' | 'skip'>>;

/** Every raw frame of a board, each a copy. */
export async function rawFrames(board: TestBoard, stills: Stills, options: RawOptions = {}): Promise<I420[]> {
  const frames: I420[] = [];
  for await (const { data, width, height } of opened(board, stills, options))
    frames.push({ width, height, data: data.slice() });
  return frames;
}

/** A hash for every raw frame: what must be equal across runs. */
export async function hashes(board: TestBoard, stills: Stills, options: RawOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const { data } of opened(board, stills, options)) found.push(hashOf(data));
  return found;
}

export function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

function opened(board: TestBoard, stills: Stills, options: RawOptions) {
  return openFrames({ board, size: SIZE, fps: FPS, loadStill: stills.load, ...options });
}

/** One moment before encoding, as RGBA. */
export async function paintedAt(
  board: TestBoard,
  stills: Stills,
  seconds: number,
  size = SIZE,
): Promise<Rgba> {
  return decodePng(await renderPoster({ board, size, loadStill: stills.load, seconds }));
}

export async function decodePng(bytes: Uint8Array): Promise<Rgba> {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
  return { width, height, data };
}

export function encodePng({ width, height, data }: Rgba): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(width, height);
  pixels.data.set(data);
  context.putImageData(pixels, 0, 0);
  return canvas.toBuffer('image/png');
}

/** The draw list of every frame. */
export function drawLists(board: TestBoard, size = SIZE, fps = FPS): DrawList[] {
  const timeline = choreograph(board, size);
  return Array.from({ length: Math.round(timeline.seconds * fps) }, (_, i) => sample(timeline, i / fps));
}

/** A draw list's items with those inside of groups, each with the opacity that its groups leave it. */
export function flat(items: readonly DrawItem[], opacity = 1): { item: DrawItem; opacity: number }[] {
  return items.flatMap((item) =>
    item.kind === 'group'
      ? flat(item.items, opacity * item.opacity)
      : [{ item, opacity: item.kind === 'backdrop' ? opacity : opacity * item.opacity }],
  );
}
