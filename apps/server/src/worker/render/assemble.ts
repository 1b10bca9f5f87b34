import { type Frame, type Ledger, noLedger } from '@animatic/engines';
import { shotStarts } from '@animatic/schema';
import { StalledError } from '../failure.ts';
import type { Snapshot } from '../lease.ts';
import type { Studio } from '../studio.ts';
import type { Plan } from './plan.ts';

/** Milliseconds without a frame after which a render is given up. */
const STALL_MS = 90_000;

export interface AssembleOptions {
  studio: Studio;
  readStill(hash: string): Promise<Uint8Array>;
  signal: AbortSignal;
  onProgress(snapshot: Snapshot): void;
  ledger?: Ledger;
  stallMs?: number;
}

/**
 * The frames of the whole clip, segment after segment, as they are asked for: nothing is kept.
 *
 * @throws StalledError when an engine gives no frame for a long time
 * @throws Error when an engine gives another number of frames than it said
 */
export async function* assemble(plan: Plan, options: AssembleOptions): AsyncGenerator<Frame> {
  const { studio, signal, onProgress } = options;
  const starts = shotStarts(plan.segments[0]?.input.shots ?? []).map((at) => Math.round(at * plan.fps));
  let done = 0;
  for (const segment of plan.segments) {
    signal.throwIfAborted();
    const frames = studio.engines[segment.engine].run(
      { ...segment.input, readStill: options.readStill },
      { signal, ledger: options.ledger ?? noLedger },
    );
    let within = 0;
    for await (const frame of watched(frames, options.stallMs ?? STALL_MS)) {
      signal.throwIfAborted();
      yield frame;
      within += 1;
      done += 1;
      const shot = Math.max(
        0,
        starts.findLastIndex((start) => start < done),
      );
      onProgress({
        // The last few hundredths are for the poster and for storing.
        progress: Math.min(0.97, (0.97 * done) / plan.frames),
        stage: starts.length === 1 ? 'Drawing' : `Drawing shot ${shot + 1} of ${starts.length}`,
        shot,
      });
    }
    if (within !== segment.frames)
      throw new Error(`the engine ${segment.engine} gave ${within} frames instead of ${segment.frames}`);
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
