import { choreograph, posterSeconds } from '../../core/index.ts';
import type { PlayerClip } from '../player.ts';
import type { ChosenCodec } from './choose-codec.ts';
import { countFrames, drawFrames } from './draw-frames.ts';
import { type FrameEncoder, frameEncoder } from './encoder.ts';
import { framePixels } from './frame-pixels.ts';
import type { Packet } from './muxer.ts';
import { writeMp4 } from './write-mp4.ts';
import { writeWebm } from './write-webm.ts';

export interface SaveOptions extends PlayerClip {
  fps: number;
  /** As `chooseCodec` found it for this size and rate. */
  chosen: ChosenCodec;
  /** Gets each still back once its shot is ready: it is not needed any more. */
  letGo?: (bitmap: ImageBitmap) => void;
  /** Frames drawn so far, and all of them. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

export interface SavedClip {
  bytes: Uint8Array<ArrayBuffer>;
  type: 'video/mp4' | 'video/webm';
  /** A settled moment, as a PNG. */
  poster: Blob | null;
}

/** Seconds between key frames: seeking stays quick. */
const KEY_FRAMES = 2;
/** Milliseconds at work until the page may do something else. */
const BREATH = 24;

/**
 * Draws a whole clip with the code that draws it on the server, and encodes it in the page.
 *
 * @throws the signal's reason when it is aborted; what a missing still or a failing encoder throws
 * @example const { bytes, type } = await saveClip({ shots, size, fps: 30, bitmapOf, chosen });
 */
export async function saveClip(options: SaveOptions): Promise<SavedClip> {
  const { size, fps, chosen, signal, onProgress } = options;
  const timeline = choreograph(options, size);
  const total = countFrames(options, timeline.seconds, fps);
  const posterFrame = Math.min(total - 1, Math.ceil(posterSeconds(timeline) * fps));
  const transparent = timeline.ground === 'transparent' && chosen.container === 'webm';
  const pixels = framePixels(size, transparent);
  const colors = frameEncoder(chosen.config);
  const alphas = transparent ? frameEncoder(chosen.config) : null;
  const packets: Packet[] = [];
  let poster: Blob | null = null;
  try {
    const breathe = breather();
    for await (const frame of drawFrames(options, signal)) {
      const times = {
        timestamp: Math.round((frame.index / fps) * 1e6),
        duration: Math.round(1e6 / fps),
      };
      const isKey = frame.index % Math.round(KEY_FRAMES * fps) === 0;
      pixels.take(frame);
      await colors.encode(pixels.color(times), isKey);
      await alphas?.encode(pixels.alpha(times), isKey);
      if (frame.index === posterFrame) poster = await pngOf(frame.canvas);
      onProgress?.(frame.index + 1, total);
      await breathe();
    }
    signal?.throwIfAborted();
    await colors.flush();
    await alphas?.flush();
    packets.push(...packetsOf(colors, alphas, fps));
  } finally {
    colors.close();
    alphas?.close();
  }
  const facts = { size, fps, description: colors.description() };
  const write = chosen.container === 'mp4' ? writeMp4 : writeWebm;
  return { bytes: write(packets, facts), type: `video/${chosen.container}`, poster };
}

/** What came out of the encoders, a frame's colours with its alpha. */
function packetsOf(colors: FrameEncoder, alphas: FrameEncoder | null, fps: number): Packet[] {
  const alpha = alphas?.taken();
  return colors.taken().map((chunk, index) => {
    const side = alpha?.[index];
    return {
      data: bytesOf(chunk),
      key: chunk.type === 'key',
      frame: Math.round((chunk.timestamp * fps) / 1e6),
      ...(side && { alpha: bytesOf(side) }),
    };
  });
}

function bytesOf(chunk: EncodedVideoChunk): Uint8Array {
  const bytes = new Uint8Array(chunk.byteLength);
  chunk.copyTo(bytes);
  return bytes;
}

/** Lets the page breathe now and then, without a timer that a page in the background would wait long for. */
function breather(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH) return;
    await new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    last = performance.now();
  };
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
