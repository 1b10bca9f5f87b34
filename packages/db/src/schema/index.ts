export * from './auth.ts';
export { newId } from './columns.ts';
export * from './footage.ts';
export * from './house.ts';
export * from './preview.ts';
export * from './render.ts';
export * from './storyboard.ts';
