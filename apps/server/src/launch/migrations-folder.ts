import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sourceMigrations } from '@animatic/db';

/** The bundle's own copy of the migrations, or the source tree's. */
export function migrationsFolder(): string {
  const copied = fileURLToPath(new URL('./migrations', import.meta.url));
  return existsSync(copied) ? copied : sourceMigrations;
}
