import { setImmediate } from 'node:timers/promises';
import { createCanvas } from '@napi-rs/canvas';
import {
  type Choreographed,
  choreograph,
  createStage,
  type DrawList,
  paint,
  sameDrawing,
  sample,
  segmentFrames,
} from '../../core/index.ts';
import { openFrames } from '../frames.ts';
import { createNodeHost } from '../host.ts';
import { type LoadStill, openShot } from '../stills.ts';
import { straighten, toI420a } from './i420a.ts';
import { type FrameRequest, frameBytes, type RawFrame } from './raw-frame.ts';

export interface RawFrameOptions extends FrameRequest {
  board: Choreographed;
  loadStill: LoadStill;
}

/**
 * Draws a clip in the layout that is asked for, frame by frame, as fast as they are taken. The same input gives the
 * same bytes.
 *
 * @throws Error where a still is missing or broken; the signal's reason when it is aborted
 * @example const open = (request: FrameRequest) => openRawFrames({ ...request, board, loadStill });
 */
export function openRawFrames(options: RawFrameOptions): AsyncIterable<RawFrame> {
  return options.pixels === 'i420' ? openFrames(options) : paintRaw(options);
}

async function* paintRaw(options: RawFrameOptions): AsyncGenerator<RawFrame, void, void> {
  const { board, size, fps, loadStill, signal, pixels } = options;
  const { shots } = board;
  const { width, height } = size;
  const timeline = choreograph(board, size);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const stage = createStage(createNodeHost(), shots, timeline);
  const data = new Uint8Array(frameBytes(pixels, size));
  const { end } = segmentFrames(shots, { first: 0, last: shots.length - 1 }, fps);
  let shown: DrawList | undefined;
  for (let index = 0; index < Math.max(1, end); index++) {
    signal?.throwIfAborted();
    const seconds = index / fps;
    for (const shot of timeline.shots) {
      const due = shot.start <= seconds + 1e-9 && seconds < shot.end;
      const source = shots[shot.index];
      if (due && source && !stage.isOpen(shot.index))
        await openShot(stage, shot.index, source, loadStill, signal);
      else if (!due && stage.isOpen(shot.index)) stage.close(shot.index);
    }
    const list = sample(timeline, seconds);
    if (!shown || !sameDrawing(list, shown)) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      paint(context, list, stage);
      if (pixels === 'i420a') toI420a(canvas.data(), size, data);
      else straighten(canvas.data(), data);
      shown = list;
    }
    yield { data, width, height, index };
    // Skia's draws are deferred: memory grows without bound unless the event loop turns.
    await setImmediate();
  }
}
