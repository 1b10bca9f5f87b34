import { direct } from '@animatic/director';
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
  return {
    motion: shot.motion ? withChoice(motion, shot.motion) : motion,
    duration,
    understood: readings.map((reading) => reading.meaning),
    missed: notUnderstood,
  };
}

function withChoice(motion: Motion, { camera, layers }: MotionChoice): Motion {
  const entrances =
    layers === 'none'
      ? []
      : layers
        ? motion.entrances.map((entrance) => ({ ...entrance, effect: layers }))
        : motion.entrances;
  return { camera: camera && camera !== motion.camera.move ? { move: camera } : motion.camera, entrances };
}
