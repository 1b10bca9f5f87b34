import type {} from './provided.ts';

export * from './fresh-database.ts';
export * from './make-board.ts';
export * from './make-workspace.ts';
