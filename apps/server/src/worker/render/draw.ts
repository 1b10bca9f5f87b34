import { type Frame, type Ledger, noLedger } from '@animatic/engines';
import type { FrameRequest } from '@animatic/motion/node';
import { StalledError } from '../failure.ts';
import type { Studio } from '../studio.ts';
import type { Plan } from './plan.ts';

/** Milliseconds without a frame after which a render is given up. */
const STALL_MS = 90_000;

export interface DrawOptions {
  studio: Pick<Studio, 'engines'>;
  readStill(hash: string): Promise<Uint8Array>;
  signal: AbortSignal;
  ledger?: Ledger;
  stallMs?: number;
  /** Another size, rate or layout than the clip's. */
  request?: FrameRequest;
}

/**
 * The frames of the whole clip, segment after segment, as they are asked for: nothing is kept.
 *
 * @throws StalledError when an engine gives no frame for a long time
 * @throws Error when an engine gives another number of frames than it said
 */
export async function* draw(plan: Plan, options: DrawOptions): AsyncGenerator<Frame> {
  const { studio, signal, request } = options;
  for (const segment of plan.segments) {
    signal.throwIfAborted();
    const engine = studio.engines[segment.engine];
    const input = request
      ? {
          ...segment.input,
          size: request.size,
          pixels: request.pixels,
          format: { ...segment.input.format, fps: request.fps },
        }
      : segment.input;
    const frames = engine.run(
      { ...input, readStill: options.readStill },
      { signal, ledger: options.ledger ?? noLedger },
    );
    let within = 0;
    for await (const frame of watched(frames, options.stallMs ?? STALL_MS)) {
      signal.throwIfAborted();
      yield frame;
      within += 1;
    }
    // A clip that is shorter than the time between two thumbnails still has one.
    const wanted = request ? Math.max(1, engine.frameCount(input)) : segment.frames;
    if (within !== wanted)
      throw new Error(`the engine ${segment.engine} gave ${within} frames instead of ${wanted}`);
  }
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
