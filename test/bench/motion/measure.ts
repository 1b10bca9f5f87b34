import { rm, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Figure, told } from '../figure.ts';
import { peakOf } from '../memory.ts';
import { encodeAlone, type NotingFfmpeg } from './encoder.ts';
import { startRenderer, type WatchedTurn } from './renderer.ts';
import { makeScene, type SceneName, writeScene } from './scenes.ts';
import { framesASecond, median, type Turn } from './turn.ts';

export interface Place {
  /** For clips. */
  folder: string;
  /** For raw frames, in memory. */
  frames: string;
  ffmpeg: string;
  noting: NotingFfmpeg;
}

const titles: Record<SceneName, string> = {
  'pan-zoom': 'pan and zoom',
  layers: '12 layers in',
  'smart-animate': 'smart animate',
  storyboard: 'storyboard of ten shots',
};
const SIZE = { width: 1920, height: 1080 };

/**
 * One scene: its frames are drawn once to lie ready, which also warms the renderer up as a worker is warm; then ours
 * and the encoder alone take turns. A ratio is the median of those of each round.
 */
export async function measureScene(scene: SceneName, place: Place & { rounds: number }): Promise<Figure[]> {
  const { folder, ffmpeg, noting, rounds } = place;
  const raw = join(place.frames, `${scene}.yuv`);
  const out = join(folder, `${scene}.mp4`);
  const renderer = startRenderer();
  const ours: WatchedTurn[] = [];
  const alone: Turn[] = [];
  try {
    const job = { scene: join(folder, scene), ffmpeg: noting.path };
    await writeScene(makeScene(scene, 1080), job.scene);
    await roomFor(place.frames, scene);
    const ready = await renderer.run({ ...job, raw });
    for (let round = 0; round < rounds; round++) {
      ours.push(await renderer.run({ ...job, out }));
      const given = await noting.encoding();
      alone.push(
        await encodeAlone(ffmpeg, given, { path: raw, frames: ready.frames }, join(folder, 'alone.mp4')),
      );
      say(scene, round, ours.at(-1), alone.at(-1));
    }
  } finally {
    await renderer.close();
    await rm(raw, { force: true });
  }
  return figures(scene, ours, alone);
}

function figures(scene: SceneName, ours: readonly WatchedTurn[], alone: readonly Turn[]): Figure[] {
  const key = (name: string) => `motion.${scene}.${name}`;
  const title = titles[scene];
  const ratios = ours.map((turn, round) => (alone[round]?.seconds ?? 0) / turn.seconds);
  const peak = Math.max(...ours.map(({ memory }) => peakOf(memory)));
  const ratio =
    scene === 'storyboard' ? told : (...[k, w, v, u]: Parameters<typeof told>) => atLeast(k, w, v, 0.8, u);
  return [
    told(key('fps'), `${title}: frames a second`, median(ours.map(framesASecond)), 'fps'),
    told(
      key('cpuSecondsPerFrame'),
      `${title}: processor time a frame, with ffmpeg`,
      median(ours.map(({ cpuSeconds, frames }) => cpuSeconds / frames)),
      's',
    ),
    told(
      key('encoderCpuSecondsPerFrame'),
      `${title}: of which the encoder alone takes`,
      median(alone.map(({ cpuSeconds, frames }) => cpuSeconds / frames)),
      's',
    ),
    ratio(key('ofEncoderAlone'), `${title}: throughput against the encoder alone`, median(ratios), ''),
    atMost(key('peakMegabytes'), `${title}: peak memory with its ffmpeg`, peak, 700, 'MB'),
  ];
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

function say(scene: SceneName, round: number, ours: Turn | undefined, alone: Turn | undefined): void {
  if (!ours || !alone) return;
  console.error(
    `  ${scene.padEnd(14)} round ${round + 1}: ours ${ours.seconds.toFixed(2)} s, the encoder alone ${alone.seconds.toFixed(2)} s`,
  );
}
