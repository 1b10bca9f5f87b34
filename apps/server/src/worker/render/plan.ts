import { createHash } from 'node:crypto';
import type { EngineInput } from '@animatic/engines';
import { clipSeconds, formatSize, type Storyboard } from '@animatic/schema';
import type { BoardFootage } from '../footage/open-footage.ts';
import { type PlannedSound, SOUND_VERSION } from '../footage/plan-sound.ts';
import type { Studio } from '../studio.ts';

/** What a render is going to draw. */
export interface Plan {
  width: number;
  height: number;
  fps: number;
  seconds: number;
  input: Omit<EngineInput, 'readStill'>;
  /** What is heard, and when. */
  sounds: readonly PlannedSound[];
  /** All frames of the clip. */
  frames: number;
  /** Of the finished clip: the painter's and the encoder's. */
  fingerprint: string;
}

export const digest = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * Plans a render. The same document, footage, painter and encoder always give the same plan and the same fingerprint.
 *
 * @param made what models made
 */
export function planRender(
  storyboard: Storyboard,
  studio: Pick<Studio, 'motion' | 'encoderVersion'>,
  made?: BoardFootage,
): Plan {
  const first = storyboard.shots[0];
  if (!first) throw new Error('a storyboard without shots was accepted');
  const size = formatSize(storyboard.format, first.size);
  const { shots, loop, lines, mood, format } = storyboard;
  const input = { shots, loop, lines, mood, format, size, ...(made && { footage: made.shots }) };
  const sounds = made?.sounds ?? [];
  // A silent clip has the fingerprint that it had before there was any sound.
  const heard = sounds.length > 0 ? [SOUND_VERSION, sounds] : [];
  return {
    ...size,
    fps: format.fps,
    seconds: clipSeconds(shots),
    input,
    sounds,
    frames: studio.motion.frameCount(input),
    fingerprint: digest(
      'clip',
      studio.encoderVersion,
      size,
      format.fps,
      studio.motion.fingerprint(input),
      ...heard,
    ),
  };
}
