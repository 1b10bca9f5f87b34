import { readdir, readFile } from 'node:fs/promises';
import { createClient } from '@animatic/client';
import { clipSeconds, readStoryboard } from '@animatic/schema';
import type { Stack } from '../support/stack.ts';
import { atMost, type Figure } from './figure.ts';
import { childrenOf, watchMemory } from './memory.ts';

const folder = new URL('../../apps/server/sample/', import.meta.url);

export interface SampleRender {
  figures: Figure[];
  renderId: string;
}

/** The sample storyboard through API, worker and ffmpeg: the median of three renders, and the worker's peak memory. */
export async function sampleRender(stack: Stack, token: string): Promise<SampleRender> {
  const api = createClient({ origin: stack.origin, token: () => token });
  const document = readStoryboard(JSON.parse(await readFile(new URL('storyboard.json', folder), 'utf8')));
  const stills = new Map<string, Blob>();
  for (const name of await readdir(new URL('stills/', folder)))
    stills.set(
      name.replace(/\..*$/, ''),
      new Blob([await readFile(new URL(`stills/${name}`, folder))], { type: 'image/png' }),
    );
  await api.uploadStills(stills);
  const [worker] = childrenOf(stack.process.pid ?? 0, '--role worker');
  if (!worker) throw new Error('There is no worker process.');
  const memory = watchMemory(worker);
  const seconds: number[] = [];
  let renderId = '';
  for (let turn = 0; turn < 3; turn += 1) {
    // Another line under a shot is another document, so that no footage is found; its pixels are the same.
    const shots = document.shots.map((shot) => ({ ...shot, duration: shot.duration + turn * 0.0001 }));
    const board = await api.createStoryboard({ ...document, shots, title: `Bench ${turn}` });
    const began = performance.now();
    const { id } = await api.render(board.id);
    for await (const render of api.watch(id))
      if (render.state === 'failed') throw new Error(render.error?.message);
    seconds.push((performance.now() - began) / 1000);
    renderId = id;
  }
  memory.stop();
  const median = [...seconds].sort((a, b) => a - b)[1] ?? 0;
  const length = clipSeconds(document.shots);
  return {
    renderId,
    figures: [
      atMost(
        'sampleRenderSeconds',
        `sample storyboard (${document.shots.length} shots, ${length.toFixed(1)} s, 1080p30) rendered`,
        median,
        12,
        's',
      ),
      atMost(
        'workerPeakMegabytes',
        'peak memory of the worker and its ffmpeg',
        memory.peakMegabytes(),
        800,
        'MB',
      ),
    ],
  };
}
