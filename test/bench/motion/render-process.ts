import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeClip, openFrames } from '@animatic/motion/node';
import { formatSize, readStoryboard } from '@animatic/schema';
import { cpuSeconds } from './cpu.ts';
import type { Job, Turn } from './turn.ts';

/** A process of its own, as the worker is one: what it holds in memory is the renderer's and nothing else's. */
process.on('message', (job: Job) => {
  run(job).then(
    (turn) => process.send?.(turn),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

async function run(job: Job): Promise<Turn> {
  const board = readStoryboard(JSON.parse(await readFile(join(job.scene, 'board.json'), 'utf8')));
  const size = formatSize(board.format, board.shots[0]?.size ?? { width: 16, height: 9 });
  const loadStill = (hash: string) => readFile(join(job.scene, hash));
  const { fps } = board.format;
  const cpu = cpuSeconds();
  const began = performance.now();
  let firstFrameSeconds: number | undefined;
  const frames = passing(openFrames({ board, size, fps, loadStill }), () => {
    firstFrameSeconds ??= (performance.now() - began) / 1000;
  });
  let written = 0;
  if (job.raw) {
    const file = await open(job.raw, 'w');
    // Written before the next one is drawn, as it lies: nothing of this shows in the memory that is measured.
    for await (const { data } of frames) {
      written++;
      await file.write(data);
    }
    await file.close();
  } else {
    const clip = await encodeClip({ frames, size, fps, ffmpeg: job.ffmpeg, out: job.out ?? '' });
    written = clip.frames;
  }
  return {
    frames: written,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: cpuSeconds() - cpu,
    ...(firstFrameSeconds !== undefined && { firstFrameSeconds }),
  };
}

async function* passing<T>(items: AsyncIterable<T>, onEach: () => void): AsyncGenerator<T> {
  for await (const item of items) {
    onEach();
    yield item;
  }
}
