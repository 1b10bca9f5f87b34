import type { Connection } from '@animatic/db';

export type Db = Connection['db'];
export type Sql = Connection['sql'];
