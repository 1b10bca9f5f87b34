// Makes the file a module, so that the declaration below adds to vitest's own.
import type {} from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An empty Postgres server that may create databases. */
    databaseUrl: string;
  }
}
