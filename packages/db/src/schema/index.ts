export * from './auth.ts';
export { newId } from './columns.ts';
export * from './footage.ts';
export * from './house.ts';
export * from './preview.ts';
export * from './render.ts';
export * from './render-generation.ts';
export * from './spending.ts';
export * from './storyboard.ts';
