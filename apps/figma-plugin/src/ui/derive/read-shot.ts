import { direct, entrancesByHand } from '@animatic/director';
import type { Motion } from '@animatic/schema';
import type { FrameDescription, MotionChoice, StoredShot } from '../../protocol/index.ts';
import type { Reading } from './reading.ts';

export interface ReadInput {
  shot: StoredShot;
  frame: FrameDescription;
  index: number;
  count: number;
}

/** Asks the director what a shot does; what the designer chose by hand stands over it. */
export function readShot({ shot, frame, index, count }: ReadInput): Reading {
  const { motion, duration, readings, notUnderstood } = direct({
    outline: frame.outline,
    direction: shot.caption.direction,
    shotIndex: index,
    shotCount: count,
    ...(shot.duration !== null && { duration: shot.duration }),
  });
  const made = shot.motion ? withChoice(motion, shot.motion, frame) : { motion, seconds: 0 };
  return {
    motion: made.motion,
    duration: shot.duration ?? Math.max(duration, Math.ceil(made.seconds * 2) / 2),
    understood: readings.map((reading) => reading.meaning),
    missed: notUnderstood,
  };
}

/** The motion with what was chosen by hand, and the seconds that layers need which only enter because of it. */
function withChoice(
  motion: Motion,
  { camera, layers }: MotionChoice,
  { outline }: FrameDescription,
): { motion: Motion; seconds: number } {
  const kept = camera === undefined || motion.camera[0]?.move === camera;
  const chosen = { ...motion, camera: kept ? motion.camera : [{ move: camera }] };
  if (layers === undefined) return { motion: chosen, seconds: 0 };
  if (layers === 'none') return { motion: { ...chosen, layers: [] }, seconds: 0 };
  if (motion.layers.length > 0)
    return {
      motion: { ...chosen, layers: motion.layers.map((each) => ({ ...each, effect: layers })) },
      seconds: 0,
    };
  const { entrances, seconds } = entrancesByHand(outline, layers);
  return { motion: { ...chosen, layers: entrances }, seconds };
}
