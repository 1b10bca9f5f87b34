import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateFfmpeg } from '@animatic/motion/node';
import type { Figure } from '../figure.ts';
import { largeClip, longClip } from './extremes.ts';
import { measureScene } from './measure.ts';
import { installRemotion } from './remotion.ts';
import { type SceneName, sceneNames } from './scenes.ts';

export interface MotionOptions {
  /** Against Remotion, too; it is installed the first time. */
  remotion?: boolean | undefined;
  /** A clip of five minutes, besides. */
  length?: boolean | undefined;
  /** A clip of 3840 × 2160, besides. */
  '4k'?: boolean | undefined;
  /** Names of scenes, by commas; all without it. */
  scenes?: string | undefined;
  /** How often each contestant has its turn; 3 without it. */
  rounds?: string | undefined;
}

/**
 * The motion bench: our renderer, the encoder alone and Remotion in turn on the same scenes.
 *
 * @throws RangeError for a scene that there is not; Error off Linux, where nobody tells what children cost
 */
export async function motionBench(options: MotionOptions): Promise<Figure[]> {
  if (process.platform !== 'linux') throw new Error('The motion bench reads /proc: run it on Linux.');
  const scenes = scenesOf(options.scenes);
  const rounds = Math.max(1, Number(options.rounds ?? 3) || 3);
  const folder = await mkdtemp(join(tmpdir(), 'animatic-motion-bench-'));
  try {
    if (options.remotion) await installRemotion();
    const ffmpeg = locateFfmpeg();
    const place = { folder, frames: await memoryFolder(), ffmpeg };
    const figures: Figure[] = [];
    try {
      for (const scene of scenes)
        figures.push(
          ...(await measureScene(scene, { ...place, rounds, remotion: options.remotion === true })),
        );
      if (options.length) figures.push(...(await longClip(place)));
      if (options['4k']) figures.push(...(await largeClip(place)));
    } finally {
      await rm(place.frames, { recursive: true, force: true });
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function scenesOf(given: string | undefined): SceneName[] {
  if (given === undefined) return [...sceneNames];
  if (given === '') return [];
  return given.split(',').map((name) => {
    const found = sceneNames.find((one) => one === name);
    if (!found) throw new RangeError(`there is no scene ${name}: there are ${sceneNames.join(', ')}`);
    return found;
  });
}

/** Raw frames are large: they lie in memory where Linux has a folder for that. */
async function memoryFolder(): Promise<string> {
  return mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'animatic-frames-'));
}
