export type { Engine, EngineContext, EngineInput, Frame } from './engine.ts';
export { MissingStillError } from './errors.ts';
export { type Ledger, noLedger } from './ledger.ts';
export { pixelsVersion } from './motion/pixels-version.ts';
export { type DirectionNote, directionNotes, resolveMotion } from './motion/resolve-motion.ts';
export { type EngineRegistry, engines } from './registry.ts';
export { planSegments, type Segment } from './segments.ts';
