import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFfmpeg, readVideo } from '@animatic/media';
import { openFootage } from '@animatic/server/worker/footage/open-footage';
import { openStudio } from '@animatic/server/worker/motion-studio';
import { assemble } from '@animatic/server/worker/render/assemble';
import { planRender } from '@animatic/server/worker/render/plan';
import { atLeast, atMost, type Figure, told } from '../figure.ts';
import { watchMemory } from '../memory.ts';
import { cpuSeconds } from '../motion/cpu.ts';
import { boardOf } from './board.ts';
import { makeTakes, type Take } from './takes.ts';

/** Files that are made; a longer board shows them again. */
const TAKES = 10;

/**
 * Generated shots to one clip as the worker does it: decoded, dissolved, encoded, their sound laid under it. A minute of ten
 * shots, and three minutes of thirty.
 *
 * @throws Error without a maintained ffmpeg
 */
export async function assemblyBench(): Promise<Figure[]> {
  const found = await findFfmpeg();
  if ('why' in found) throw new Error(found.why);
  const folder = await mkdtemp(join(tmpdir(), 'animatic-assembly-bench-'));
  try {
    const takes = await makeTakes(folder, found.command, TAKES, 7);
    return [...(await assembled(folder, takes, 10, 60)), ...(await assembled(folder, takes, 30, 180))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function assembled(
  folder: string,
  takes: readonly Take[],
  shots: number,
  seconds: number,
): Promise<Figure[]> {
  const board = boardOf(shots, seconds);
  const studio = openStudio();
  const made = new Map(board.shots.flatMap(({ id }, index) => madeBy(id, takes[index % takes.length])));
  const memory = watchMemory(process.pid);
  const began = performance.now();
  const cpuBefore = cpuSeconds();
  const footage = await openFootage(board, made, {
    locate: async (hash) => takes.find((take) => take.made.hash === hash)?.path ?? null,
    ffmpeg: studio.decoder,
  });
  const plan = planRender(board, studio, footage);
  const { signal } = new AbortController();
  const frames = assemble(plan, {
    studio,
    signal,
    readStill: () => Promise.reject(new Error('there are no stills')),
    onProgress: () => undefined,
  });
  const path = join(folder, `${seconds}.mp4`);
  const { width, height, fps } = plan;
  const sounds = plan.sounds.map((sound) => ({ ...sound, path: footage.pathOf(sound.hash) }));
  await studio.encode(frames, { path, width, height, fps, sounds, signal });
  const took = (performance.now() - began) / 1000;
  memory.stop();
  const facts = await readVideo(path);
  if (facts.frames !== seconds * 30 || !facts.sound)
    throw new Error(`the clip is not whole: ${JSON.stringify(facts)}`);
  const key = (name: string) => `assembly_${seconds}s_${name}`;
  const what = `${shots} generated shots to ${seconds} s, 720p30, dissolves, sound`;
  return [
    atLeast(key('speed'), `${what}: seconds of clip a second`, seconds / took, 1, 'times'),
    told(key('seconds'), `${what}: seconds`, took, 's'),
    told(
      key('cpu'),
      `${what}: processor time a frame, encoder and decoders included`,
      ((cpuSeconds() - cpuBefore) / plan.frames) * 1000,
      'ms',
    ),
    atMost(key('memory'), `${what}: peak memory with all children`, memory.peakMegabytes(), 800, 'MB'),
    told(key('bytes'), `${what}: the clip`, (await stat(path)).size / 1e6, 'MB'),
  ];
}

const madeBy = (id: string, take: Take | undefined): [string, Take['made']][] =>
  take ? [[id, take.made]] : [];
