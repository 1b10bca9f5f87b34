import type {} from './provided.ts';

export * from './ask-row.ts';
export * from './fresh-database.ts';
export * from './make-board.ts';
export * from './make-workspace.ts';
