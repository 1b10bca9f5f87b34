import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { type Connection, connect } from '../connect.ts';
import { migrate } from '../migrate.ts';

export interface FreshDatabase extends Connection {
  url: string;
  /** Ends the connections and drops the database. */
  drop(): Promise<void>;
}

/**
 * A database of one's own on the tests' server, migrated.
 *
 * @example const database = await freshDatabase(inject('databaseUrl')); afterAll(() => database.drop());
 */
export async function freshDatabase(serverUrl: string): Promise<FreshDatabase> {
  const name = `animatic_test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const connection = connect(url.href, { max: 5 });
  return {
    ...connection,
    url: url.href,
    async drop() {
      await connection.end();
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}
