import type { Size } from '@animatic/schema';
import { pageKernel } from '../kernel.ts';
import type { DrawnFrame } from './draw-frames.ts';

/** As decoders are told: HD's primaries, transfer and matrix in limited range, as on the server. */
const BT709 = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const;

export interface FrameTimes {
  /** Microseconds. */
  timestamp: number;
  duration: number;
}

/** Turns a drawn frame into video frames: the colours and, where they are wanted, the alpha as a picture of greys. */
export interface FramePixels {
  take(frame: DrawnFrame): void;
  color(times: FrameTimes): VideoFrame;
  alpha(times: FrameTimes): VideoFrame;
}

/**
 * Converts with the kernel that the server converts with, so that no browser chooses a matrix of its own; where there
 * is no WebAssembly, the browser converts.
 */
export function framePixels({ width, height }: Size, transparent: boolean): FramePixels {
  const kernel = pageKernel();
  const pixels = width * height;
  const layout = [
    { offset: 0, stride: width },
    { offset: pixels, stride: width / 2 },
    { offset: pixels * 1.25, stride: width / 2 },
  ];
  const i420 = (data: Uint8Array<ArrayBuffer>, times: FrameTimes) =>
    new VideoFrame(data, {
      ...times,
      format: 'I420',
      codedWidth: width,
      codedHeight: height,
      colorSpace: BT709,
      layout,
    });
  const colors = new Uint8Array(pixels * 1.5);
  const greys = new Uint8Array(transparent ? pixels * 1.5 : 0).fill(128);
  let canvas: HTMLCanvasElement | undefined;
  return {
    take(frame) {
      canvas = frame.canvas;
      if (!frame.fresh || (!kernel && !transparent)) return;
      const { data } = frame.context.getImageData(0, 0, width, height);
      if (kernel) colors.set(kernel.toI420(data, { width, height }));
      // Alpha is read in full range by those who know it.
      if (transparent) for (let at = 0; at < pixels; at++) greys[at] = data[at * 4 + 3] ?? 255;
    },
    color(times) {
      if (kernel) return i420(colors, times);
      if (!canvas) throw new Error('no frame was taken yet');
      return new VideoFrame(canvas, { ...times, alpha: 'discard' });
    },
    alpha: (times) => i420(greys, times),
  };
}
