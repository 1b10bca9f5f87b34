export * from './api.ts';
export * from './blank-still.ts';
export * from './chapters.ts';
export * from './device.ts';
export * from './direct-answer.ts';
export * from './direct-request.ts';
export * from './easing.ts';
export * from './format.ts';
export * from './generation.ts';
export * from './generation-intent.ts';
export * from './layer.ts';
export * from './motion.ts';
export * from './outline.ts';
export * from './outline-frame.ts';
export * from './paint.ts';
export * from './picture.ts';
export * from './preview.ts';
export * from './primitives.ts';
export * from './render.ts';
export * from './shot.ts';
export * from './shot-generation.ts';
export * from './storyboard.ts';
export {
  readStoryboard,
  StoryboardVersionError,
  sentStoryboardSchema,
} from './storyboard-upgrades.ts';
export * from './transition.ts';
