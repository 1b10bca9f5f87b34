import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Where the migrations lie in the source tree; a bundle passes the place of its own copy. */
export const sourceMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

const MIGRATION_LOCK = 0x616e_696d;

/**
 * Brings the database up to date. Several processes may call it at once: one migrates, the others wait for it.
 *
 * @example await migrate(url, fileURLToPath(new URL('./migrations', import.meta.url)));
 */
export async function migrate(url: string, folder: string = sourceMigrations): Promise<void> {
  // A connection of its own: an advisory lock belongs to a session, not to a pool.
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end({ timeout: 5 });
  }
}
