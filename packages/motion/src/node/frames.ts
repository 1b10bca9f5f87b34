import { setImmediate } from 'node:timers/promises';
import type { Size } from '@animatic/schema';
import {
  type Choreographed,
  choreographFootage,
  createStage,
  type Segment,
  sample,
  segmentFrames,
  shotsAt,
} from '../core/index.ts';
import type { PixelKernel } from '../kernel/pixel-kernel.ts';
import { lendKernel } from './lent-kernel.ts';
import { createPainter } from './painter/painter.ts';
import { createSprites } from './painter/sprite.ts';
import { createSpriteHost } from './painter/sprite-host.ts';
import { type FootageOf, openReel } from './reel.ts';
import { type LoadStill, openShot } from './stills.ts';

/**
 * How a raw frame's bytes lie.
 *
 * - `i420`: planes Y, U, V, BT.709 limited range, 1.5 bytes a pixel; what is not opaque stands on black
 * - `i420a`: the same and a plane of alpha, 0 to 255, 2.5 bytes a pixel; colours are straight
 * - `rgba`: straight alpha, rows from the top, 4 bytes a pixel
 */
export type PixelLayout = 'i420' | 'i420a' | 'rgba';

/** One raw frame. `data` is used again for the next frame: copy or write it first. */
export interface RawFrame {
  data: Uint8Array;
  width: number;
  height: number;
  /** The frame's number in the clip. */
  index: number;
}

export interface FrameOptions {
  board: Choreographed;
  /** A run of its shots; the whole clip without it. */
  segment?: Segment;
  /** Frames of the clip, or of the segment, that were made before: this many are passed over. */
  skip?: number;
  size: Size;
  /** May be a fraction: a sheet of thumbnails asks for one frame every few seconds. */
  fps: number;
  /** `i420` without it. */
  pixels?: PixelLayout;
  loadStill: LoadStill;
  /** What moves in a shot's place instead of its still. */
  footage?: FootageOf | undefined;
  signal?: AbortSignal;
}

/** How many frames `openFrames` will give. */
export function countFrames({
  board,
  segment,
  fps,
}: Pick<FrameOptions, 'board' | 'segment' | 'fps'>): number {
  const whole = { first: 0, last: board.shots.length - 1 };
  const { begin, end } = segmentFrames(board.shots, segment ?? whole, fps);
  return end - begin;
}

/**
 * Draws a clip or a segment of it, frame by frame, as fast as they are taken. The same input gives the same bytes,
 * wherever it begins. Stills are loaded shot by shot and let go of when their shot is over.
 *
 * @throws Error where a still is missing or broken; the signal's reason when it is aborted
 * @example for await (const frame of openFrames({ board, size, fps: 30, loadStill })) stdin.write(frame.data);
 */
export async function* openFrames(options: FrameOptions): AsyncGenerator<RawFrame, void, void> {
  const { kernel, giveBack } = lendKernel();
  try {
    yield* drawFrames(options, kernel);
  } finally {
    giveBack();
  }
}

async function* drawFrames(options: FrameOptions, kernel: PixelKernel): AsyncGenerator<RawFrame, void, void> {
  const { board, size, fps, loadStill, footage, signal, pixels = 'i420', skip = 0 } = options;
  const { width, height } = size;
  const isFootage = (shot: number) => footage?.(shot) !== undefined;
  const { timeline, shots } = choreographFootage(board, size, isFootage);
  const sprites = createSprites(kernel);
  const host = createSpriteHost(kernel, sprites);
  const painter = createPainter({ size, layout: pixels, kernel, sprites, host });
  const moments = Array.from({ length: Math.ceil(timeline.seconds * fps) + 1 }, (_, index) => index / fps);
  const stage = createStage(host, shots, timeline, moments);
  const segment = options.segment ?? { first: 0, last: board.shots.length - 1 };
  const { begin, end } = segmentFrames(board.shots, segment, fps);
  const reel = footage && openReel({ timeline, footage, stage, kernel, fps, signal });
  try {
    for (let index = begin + skip; index < Math.max(begin + 1, end); index++) {
      signal?.throwIfAborted();
      const seconds = index / fps;
      const onScreen = shotsAt(timeline, seconds);
      const due = new Set(onScreen.map((shot) => shot.index));
      for (const { index: shot } of timeline.shots) {
        const source = shots[shot];
        if (due.has(shot) && source && !stage.isOpen(shot) && !isFootage(shot))
          await openShot(stage, shot, source, loadStill, host, signal);
        else if (!due.has(shot) && stage.isOpen(shot)) stage.close(shot);
      }
      await reel?.show(onScreen, seconds);
      painter.paint(sample(timeline, seconds), stage);
      yield { data: painter.read(), width, height, index };
      // Decoded pictures are freed by the event loop: memory grows unless it turns.
      await setImmediate();
    }
  } finally {
    await reel?.close();
  }
}
