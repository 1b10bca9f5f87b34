import type { Shot } from '@animatic/schema';
import type { Engine } from './engine.ts';
import { motionEngine } from './motion/index.ts';

export type EngineRegistry = Record<Shot['engine'], Engine>;

/** Every engine there is: a new one is a folder and a line here. */
export const engines: EngineRegistry = {
  motion: motionEngine,
};
