import { type Db, tables } from '@animatic/db';
import { and, eq, gt, sql } from 'drizzle-orm';

const { deviceCode } = tables;

/** What a person typed or a link carried, as the codes are kept: letters and digits only. */
export const normalUserCode = (typed: string): string => typed.replace(/[^a-z0-9]/gi, '').toUpperCase();

/** As it is shown in the plugin and on the page: `ABCD-EFGH`. */
export const shownUserCode = (code: string): string => code.replace(/^(.{4})(.{4})$/, '$1-$2');

/** A code that waits for an answer, or null. */
export async function pendingCode(db: Db, code: string): Promise<{ userCode: string } | null> {
  const [row] = await db
    .select({ userCode: deviceCode.userCode })
    .from(deviceCode)
    .where(
      and(
        eq(deviceCode.userCode, code),
        eq(deviceCode.status, 'pending'),
        gt(deviceCode.expiresAt, sql`now()`),
      ),
    );
  return row ?? null;
}
