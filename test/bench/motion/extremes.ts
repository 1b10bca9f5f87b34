import { join } from 'node:path';
import { atMost, type Figure, told } from '../figure.ts';
import { peakOf } from '../memory.ts';
import type { Place } from './measure.ts';
import { startRenderer, type WatchedTurn } from './renderer.ts';
import { fiveMinutes, makeScene, type Scene, writeScene } from './scenes.ts';
import { framesASecond, keyOf } from './turn.ts';

const MINUTE = 60;

/** Five minutes at 1080p: memory is as low at the end as at the beginning. */
export async function longClip(place: Place): Promise<Figure[]> {
  const turn = await once(place, 'five-minutes', fiveMinutes());
  // A minute of the clip, not of the clock: a slow machine does not hide growth.
  const aMinute = (turn.seconds * MINUTE * 30) / turn.frames;
  const first = peakOf(turn.memory.filter(({ seconds }) => seconds <= aMinute));
  const last = peakOf(turn.memory.filter(({ seconds }) => seconds >= turn.seconds - aMinute));
  return [
    told('motionLengthFps', 'five minutes, 50 shots: frames a second', framesASecond(turn), 'fps'),
    atMost('motionLengthPeakMegabytes', 'five minutes: peak memory', peakOf(turn.memory), 700, 'MB'),
    told('motionLengthFirstMinuteMegabytes', 'five minutes: peak of its first minute', first, 'MB'),
    told('motionLengthLastMinuteMegabytes', 'five minutes: peak of its last minute', last, 'MB'),
    atMost('motionLengthGrowth', 'five minutes: last minute against the first', last / first, 1.1, 'times'),
  ];
}

/** Pan and zoom, and smart animate, at 3840 × 2160. */
export async function largeClip(place: Place): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const scene of ['pan-zoom', 'smart-animate'] as const) {
    const turn = await once(place, scene, makeScene(scene, 2160));
    figures.push(
      told(
        keyOf('motion-4k', scene, 'fps'),
        `3840 × 2160, ${scene}: frames a second`,
        framesASecond(turn),
        'fps',
      ),
      atMost(
        keyOf('motion-4k', scene, 'peakMegabytes'),
        `3840 × 2160, ${scene}: peak memory with its ffmpeg`,
        peakOf(turn.memory),
        1600,
        'MB',
      ),
    );
  }
  return figures;
}

async function once(place: Place, name: string, scene: Scene): Promise<WatchedTurn> {
  const folder = join(place.folder, `once-${name}`);
  await writeScene(scene, folder);
  const renderer = startRenderer();
  try {
    const turn = await renderer.run({ scene: folder, out: join(folder, 'clip.mp4'), ffmpeg: place.ffmpeg });
    console.error(`  ${name}: ${turn.frames} frames in ${turn.seconds.toFixed(1)} s`);
    return turn;
  } finally {
    await renderer.close();
  }
}
