import { rm, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Figure, told } from '../figure.ts';
import { peakOf } from '../memory.ts';
import { encodeAlone, notingFfmpeg } from './encoder.ts';
import { psnrOf } from './psnr.ts';
import { type Remotion, startRemotion } from './remotion.ts';
import { startRenderer, type WatchedTurn } from './renderer.ts';
import { makeScene, type SceneName, writeScene } from './scenes.ts';
import { framesASecond, keyOf, median, type Turn } from './turn.ts';

export interface Place {
  /** For clips. */
  folder: string;
  /** For raw frames, in memory. */
  frames: string;
  ffmpeg: string;
}

const titles: Record<SceneName, string> = {
  'pan-zoom': 'pan and zoom',
  layers: '12 layers in',
  'smart-animate': 'smart animate',
  storyboard: 'storyboard of ten shots',
};
const SIZE = { width: 1920, height: 1080 };

/** A scene's turns, a round at a time. */
interface Rounds {
  ours: WatchedTurn[];
  alone: Turn[];
  remotion: Turn[];
  /** Luma against the source drawn exactly, dB. */
  psnr?: { ours: number; remotion: number };
}

/**
 * One scene: its frames are drawn once to lie ready, which also warms the renderer up as a worker is warm; then ours,
 * the encoder alone and Remotion take turns. A ratio is the median of those of each round.
 */
export async function measureScene(
  name: SceneName,
  place: Place & { rounds: number; remotion: boolean },
): Promise<Figure[]> {
  const { folder, ffmpeg } = place;
  const scene = makeScene(name, 1080);
  const own = join(folder, name);
  await writeScene(scene, own);
  const noting = await notingFfmpeg(ffmpeg, own);
  const job = { scene: own, ffmpeg: noting.path };
  await roomFor(place.frames, name);
  const raw = join(place.frames, `${name}.yuv`);
  const clip = (who: string) => join(folder, `${name}-${who}.mp4`);
  const rounds: Rounds = { ours: [], alone: [], remotion: [] };
  const renderer = startRenderer();
  let remotion: Remotion | undefined;
  try {
    const { frames } = await renderer.run({ ...job, raw });
    if (place.remotion && name !== 'storyboard')
      remotion = await startRemotion(scene, join(folder, `${name}-drawn`));
    for (let round = 0; round < place.rounds; round++) {
      rounds.ours.push(await renderer.run({ ...job, out: clip('ours') }));
      const given = await noting.encoding();
      rounds.alone.push(await encodeAlone(ffmpeg, given, { path: raw, frames }, clip('alone')));
      if (remotion) rounds.remotion.push(await remotion.render(clip('remotion')));
      say(name, rounds);
    }
    if (remotion) {
      const [ours = 0, theirs = 0] = await psnrOf(
        [clip('ours'), clip('remotion')],
        remotion.scene,
        scene.size,
        ffmpeg,
      );
      rounds.psnr = { ours, remotion: theirs };
    }
  } finally {
    await renderer.close();
    await remotion?.close();
    await rm(raw, { force: true });
  }
  return figures(name, rounds);
}

function figures(scene: SceneName, { ours, alone, remotion, psnr }: Rounds): Figure[] {
  const key = (name: string) => keyOf('motion', scene, name);
  const what = (words: string) => `${titles[scene]}: ${words}`;
  const against = (others: readonly Turn[]) =>
    median(others.map((turn, round) => turn.seconds / (ours[round]?.seconds ?? 1)));
  const peak = Math.max(...ours.map(({ memory }) => peakOf(memory)));
  const ofEncoder = against(alone);
  const found = [
    told(key('fps'), what('frames a second'), median(ours.map(framesASecond)), 'fps'),
    told(
      key('firstFrameSeconds'),
      what('until the first frame'),
      median(ours.map(({ firstFrameSeconds }) => firstFrameSeconds ?? 0)),
      's',
    ),
    told(key('cpuSecondsPerFrame'), what('processor time a frame, with ffmpeg'), cpuAFrame(ours), 's'),
    told(key('encoderCpuSecondsPerFrame'), what('of which the encoder alone takes'), cpuAFrame(alone), 's'),
    scene === 'storyboard'
      ? told(key('ofEncoderAlone'), what('throughput against the encoder alone'), ofEncoder, '')
      : atLeast(key('ofEncoderAlone'), what('throughput against the encoder alone'), ofEncoder, 0.8, ''),
    atMost(key('peakMegabytes'), what('peak memory with its ffmpeg'), peak, 700, 'MB'),
  ];
  if (psnr)
    found.push(
      told(
        key('remotionCpuSecondsPerFrame'),
        what('processor time a frame, Remotion'),
        cpuAFrame(remotion),
        's',
      ),
      atLeast(key('timesRemotion'), what('faster than Remotion'), against(remotion), 6, 'times'),
      told(key('psnr'), what('PSNR against the source drawn exactly'), psnr.ours, 'dB'),
      told(key('remotionPsnr'), what('PSNR of Remotion'), psnr.remotion, 'dB'),
      atLeast(key('psnrAboveRemotion'), what('PSNR above Remotion’s'), psnr.ours - psnr.remotion, 0, 'dB'),
    );
  return found;
}

function cpuAFrame(turns: readonly Turn[]): number {
  return median(turns.map(({ cpuSeconds, frames }) => cpuSeconds / frames));
}

/** @throws Error where the frames would fill the machine's memory */
async function roomFor(folder: string, scene: SceneName): Promise<void> {
  const seconds = scene === 'storyboard' ? 60 : 5;
  const bytes = SIZE.width * SIZE.height * 1.5 * 30 * seconds;
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes || freemem() < bytes + 2e9)
    throw new Error(
      `the frames of ${scene} take ${(bytes / 1e9).toFixed(1)} GB of memory in ${folder}: free some, or leave the scene out with --scenes`,
    );
}

function say(scene: SceneName, { ours, alone, remotion }: Rounds): void {
  const last = (turns: readonly Turn[]) => `${turns.at(-1)?.seconds.toFixed(2)} s`;
  const others = remotion.length > 0 ? `, Remotion ${last(remotion)}` : '';
  console.error(
    `  ${scene.padEnd(14)} round ${ours.length}: ours ${last(ours)}, the encoder alone ${last(alone)}${others}`,
  );
}
