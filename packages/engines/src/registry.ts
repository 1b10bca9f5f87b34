import type { EngineRegistry } from './engine.ts';
import { motionEngine } from './motion/index.ts';

/** Every engine there is: a new one is a folder and a line here. */
export const engines = {
  motion: motionEngine,
} satisfies Partial<EngineRegistry>;
