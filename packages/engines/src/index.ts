export * from './catalogue/catalogue.ts';
export type { Engine, EngineInput, EngineRegistry, Frame, MotionEngine, ShotFootage } from './engine.ts';
export { MissingStillError } from './errors.ts';
export type { Ledger } from './model/ledger.ts';
export * from './model/model-engine.ts';
export * from './model/model-error.ts';
export { pixelsVersion } from './motion/pixels-version.ts';
export { type DirectionNote, directionNotes, resolveMotion } from './motion/resolve-motion.ts';
export { engines } from './registry.ts';
