export { type Output, type OutputProgress, OutputTooLarge } from './output.ts';
export type { FrameRequest, OpenFrames } from './raw-frame.ts';
export { outputFor, outputs } from './registry.ts';
export { OutputUnknown, type WriteOutputOptions, type WrittenOutput, writeOutput } from './write-output.ts';
