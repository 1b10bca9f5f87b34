export * from './connect.ts';
export * from './migrate.ts';
export * as tables from './schema/index.ts';
export { newId } from './schema/index.ts';
