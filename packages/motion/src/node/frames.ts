import { setImmediate } from 'node:timers/promises';
import type { Size } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import {
  type Choreographed,
  choreograph,
  createStage,
  type DrawList,
  paint,
  type Segment,
  sameDrawing,
  sample,
  segmentFrames,
  shotsAt,
} from '../core/index.ts';
import { createKernel } from '../kernel/kernel.ts';
import { createNodeHost } from './host.ts';
import { type LoadStill, openShot } from './stills.ts';

/** One raw frame: I420, BT.709 limited range. `data` is used again for the next frame: copy or write it first. */
export interface I420Frame {
  data: Uint8Array;
  width: number;
  height: number;
  /** The frame's number in the clip. */
  index: number;
}

export interface FrameOptions {
  board: Choreographed;
  /** One of `planSegments(board)`; the whole clip without it. */
  segment?: Pick<Segment, 'first' | 'last'>;
  size: Size;
  fps: number;
  loadStill: LoadStill;
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
 * Draws a clip or a segment of it, frame by frame, as fast as they are taken. The same input gives the same bytes.
 * Stills are loaded shot by shot and let go of when their shot is over.
 *
 * @throws Error where a still is missing or broken; the signal's reason when it is aborted
 * @example for await (const frame of openFrames({ board, size, fps: 30, loadStill })) stdin.write(frame.data);
 */
export async function* openFrames(options: FrameOptions): AsyncGenerator<I420Frame, void, void> {
  const { board, size, fps, loadStill, signal } = options;
  const { width, height } = size;
  const timeline = choreograph(board, size);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const kernel = createKernel();
  const stage = createStage(createNodeHost(), board.shots, timeline);
  const segment = options.segment ?? { first: 0, last: board.shots.length - 1 };
  const { begin, end } = segmentFrames(board.shots, segment, fps);
  let shown: DrawList | undefined;
  let data: Uint8Array | undefined;
  for (let index = begin; index < end; index++) {
    signal?.throwIfAborted();
    const seconds = index / fps;
    const due = new Set(shotsAt(timeline, seconds).map((shot) => shot.index));
    for (const { index: shot } of timeline.shots) {
      const source = board.shots[shot];
      if (due.has(shot) && source && !stage.isOpen(shot))
        await openShot(stage, shot, source, loadStill, signal);
      else if (!due.has(shot) && stage.isOpen(shot)) stage.close(shot);
    }
    const list = sample(timeline, seconds);
    if (!data || !shown || !sameDrawing(list, shown)) {
      paint(context, list, stage);
      data = kernel.toI420(canvas.data(), width, height);
      shown = list;
    }
    yield { data, width, height, index };
    // Skia's draws are deferred: memory grows without bound unless the event loop turns.
    await setImmediate();
  }
}
