import type { EngineRegistry } from './engine.ts';
import { imagesEngine } from './images/index.ts';
import { motionEngine } from './motion/index.ts';
import { vendorsEngine } from './vendors/index.ts';
import { videosEngine } from './videos/index.ts';

/** Every engine there is: a new one is a folder and a line here. */
export const engines: EngineRegistry = {
  motion: motionEngine,
  videos: videosEngine,
  images: imagesEngine,
  vendors: vendorsEngine,
};
