import type { Frame } from '@animatic/engines';
import type { FrameRequest } from '@animatic/motion/node';
import { StalledError } from '../failure.ts';
import type { Studio } from '../studio.ts';
import type { Plan } from './plan.ts';

/** Milliseconds without a frame after which a render is given up. */
const STALL_MS = 90_000;

export interface DrawOptions {
  studio: Pick<Studio, 'motion'>;
  readStill(hash: string): Promise<Uint8Array>;
  signal: AbortSignal;
  stallMs?: number;
  /** Another size, rate or layout than the clip's. */
  request?: FrameRequest;
}

/**
 * The frames of the whole clip as they are asked for: nothing is kept.
 *
 * @throws StalledError when no frame comes for a long time
 * @throws Error when another number of frames comes than was planned
 */
export async function* draw(plan: Plan, options: DrawOptions): AsyncGenerator<Frame> {
  const { studio, signal, request } = options;
  signal.throwIfAborted();
  const input = request
    ? {
        ...plan.input,
        size: request.size,
        pixels: request.pixels,
        format: { ...plan.input.format, fps: request.fps },
      }
    : plan.input;
  const frames = studio.motion.run({ ...input, readStill: options.readStill }, { signal });
  let drawn = 0;
  for await (const frame of watched(frames, options.stallMs ?? STALL_MS)) {
    signal.throwIfAborted();
    yield frame;
    drawn += 1;
  }
  // A clip that is shorter than the time between two thumbnails still has one.
  const wanted = request ? Math.max(1, studio.motion.frameCount(input)) : plan.frames;
  if (drawn !== wanted) throw new Error(`the painter gave ${drawn} frames instead of ${wanted}`);
}

async function* watched(frames: AsyncIterable<Frame>, stallMs: number): AsyncGenerator<Frame> {
  const iterator = frames[Symbol.asyncIterator]();
  let finished = false;
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new StalledError(`no frame for ${stallMs / 1000} s`)), stallMs);
      });
      const next = await Promise.race([iterator.next(), stalled]).finally(() => clearTimeout(timer));
      if (next.done) {
        finished = true;
        return;
      }
      yield next.value;
    }
  } finally {
    // Not waited for: an engine that hangs would hang its own clean-up too.
    if (!finished) void iterator.return?.()?.catch(() => {});
  }
}
