import { sql } from 'drizzle-orm';
import { timestamp, uuid } from 'drizzle-orm/pg-core';
import { v7 } from 'uuid';

/** A UUID v7 made here, so that Postgres 15 serves too and ids sort by the time they were made. */
export const newId = (): string => v7();

export const id = () => uuid('id').primaryKey().$defaultFn(newId);
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
export const createdAt = () => moment('created_at').notNull().default(sql`now()`);
export const updatedAt = () =>
  moment('updated_at')
    .notNull()
    .default(sql`now()`)
    .$onUpdateFn(() => new Date());
