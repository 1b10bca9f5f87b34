import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Frame, MotionEngine } from '@animatic/engines';
import { clipSeconds, type FileKind, type TakeFileKind } from '@animatic/schema';
import type { Studio } from '../studio.ts';

export interface SketchOptions {
  /** Milliseconds a frame; 0 without it. */
  frameMs?: number;
  /** Called before each frame, counted over the whole life of the studio; what it throws fails the render. */
  beforeFrame?(frame: number): void | Promise<void>;
  /** Called before the poster, when the clip is written. */
  beforePoster?(): void | Promise<void>;
  /** Called before each further file. */
  beforeFile?(kind: FileKind): void | Promise<void>;
}

/**
 * A studio for the worker's own tests: an engine whose frames are two grey pixels, an encoder that writes their hash.
 * It reads each still once, as a real one does.
 */
export function sketchStudio(options: SketchOptions = {}): Studio & { drawn: () => number } {
  let drawn = 0;
  const frameCount: MotionEngine['frameCount'] = ({ shots, format }) =>
    Math.round(clipSeconds(shots) * format.fps);
  const motion: MotionEngine = {
    name: 'motion',
    kind: 'drawn',
    frameCount,
    fingerprint: (input) => JSON.stringify(input),
    async *run(input, { signal }): AsyncGenerator<Frame> {
      for (const shot of input.shots) for (const tile of shot.still.tiles) await input.readStill(tile.still);
      const count = frameCount(input);
      for (let frame = 0; frame < count; frame++) {
        await options.beforeFrame?.(drawn);
        if (options.frameMs) await delay(options.frameMs, undefined, { signal });
        drawn += 1;
        yield { width: 2, height: 2, data: new Uint8Array(6).fill(frame) };
      }
    },
  };
  return {
    motion,
    decoder: () => Promise.resolve('ffmpeg'),
    encoderVersion: 'sketch 1',
    async encode(frames, target) {
      const hash = createHash('sha256');
      for await (const frame of frames) hash.update(frame.data);
      await writeFile(target.path, `clip ${hash.digest('hex')}`);
    },
    async poster() {
      await options.beforePoster?.();
      return new TextEncoder().encode('poster');
    },
    async write({ kind, folder, open, size, fps, onProgress, signal }) {
      await options.beforeFile?.(kind);
      let count = 0;
      for await (const _ of open({ pixels: 'rgba', size, fps, signal })) onProgress(++count / 1000);
      const kinds: TakeFileKind[] = kind === 'sprites' ? [kind, 'sprites.vtt'] : [kind];
      return Promise.all(
        kinds.map(async (one) => {
          const path = join(folder, one);
          await writeFile(path, `${one} of ${count} frames, ${size.width} × ${size.height}`);
          return { kind: one, path, type: `test/${one}`, note: kind === 'gif' ? 'lowered' : null };
        }),
      );
    },
    drawn: () => drawn,
  };
}
