import type { Frame } from '@animatic/engines';
import { shotStarts } from '@animatic/schema';
import { type DrawOptions, draw } from './draw.ts';
import type { Plan } from './plan.ts';
import type { PartProgress } from './progress-of-parts.ts';

export interface AssembleOptions extends Omit<DrawOptions, 'request'> {
  onProgress(progress: PartProgress): void;
}

/** The clip's frames, and how far they are in words for people. @throws as `draw` does */
export async function* assemble(plan: Plan, options: AssembleOptions): AsyncGenerator<Frame> {
  const { onProgress } = options;
  const starts = shotStarts(plan.input.shots).map((at) => Math.round(at * plan.fps));
  let done = 0;
  for await (const frame of draw(plan, options)) {
    yield frame;
    done += 1;
    const shot = Math.max(
      0,
      starts.findLastIndex((start) => start < done),
    );
    onProgress({
      share: Math.min(1, done / plan.frames),
      stage: starts.length === 1 ? 'Drawing' : `Drawing shot ${shot + 1} of ${starts.length}`,
      shot,
    });
  }
}
