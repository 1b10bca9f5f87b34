export * from './check-still.ts';
export { diskStore } from './disk-store.ts';
export * from './media-error.ts';
export * from './media-store.ts';
