import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

export type Db = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
/** A transaction is given where a function may be part of a larger one. */
export type Tx = Db | Parameters<Parameters<Db['transaction']>[0]>[0];
export type Sql = postgres.Sql;

export interface Connection {
  db: Db;
  /** postgres.js itself: LISTEN, reserved connections, queries that have to be quick. */
  sql: Sql;
  /** Waits at most 5 s for queries under way. */
  end(): Promise<void>;
}

/**
 * Opens a pool to Postgres 15 or newer. No query is sent until the first one is made.
 *
 * @example const { db, end } = connect('postgres://localhost/animatic');
 */
export function connect(url: string, options: { max?: number; name?: string } = {}): Connection {
  // drizzle takes over the parsing of dates: raw queries get TIMESTAMPTZ as text.
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: options.name ?? 'animatic' },
  });
  return { db: drizzle(sql, { schema }), sql, end: () => sql.end({ timeout: 5 }) };
}
