import { setTimeout as delay } from 'node:timers/promises';
import { notifyGenerations, tables } from '@animatic/db';
import type { Job, Ledger, MadeFile } from '@animatic/engines';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { lookDelay } from './delays.ts';
import type { DeskContext, Row } from './desk-context.ts';
import { held } from './endings.ts';
import { LostError } from './lost-error.ts';
import { keepMade, keepPartial } from './pictures.ts';

const { generation } = tables;

/** A ledger that is backed by the table, and what it has heard so far. */
export interface TableLedger extends Ledger {
  heard: {
    /** Something may have been sent. */
    intent: boolean;
    /** The vendor has it. */
    submitted: boolean;
    /** A picture came with the answer and is kept. */
    made: boolean;
  };
}

/** Tries of the one write that must not be lost, and milliseconds between them. */
const TRIES = 20;
const BETWEEN_MS = 500;

/** @param pollSeconds the provider's pace */
export function tableLedger(context: DeskContext, row: Row, pollSeconds: number): TableLedger {
  const { db, log, settings } = context;
  const heard = { intent: false, submitted: false, made: false };

  async function writeSubmitted({ vendorId, operation }: Job): Promise<boolean> {
    const afterMs = lookDelay(pollSeconds, 0);
    return db.transaction(async (tx) => {
      const rows = await tx
        .update(generation)
        .set({
          state: 'running',
          stage: 'Being made',
          vendorId,
          operation: operation ?? null,
          workerId: null,
          leaseUntil: null,
          faults: 0,
          reviewReason: null,
          nextPollAt: sql`now() + (case when ${generation.cancelRequestedAt} is null then ${afterMs} else 0 end)
            * interval '1 millisecond'`,
        })
        // Whoever holds it meanwhile, and whatever was thought of it: as long as it was not asked for anew, this is it.
        .where(
          and(
            eq(generation.id, row.id),
            eq(generation.attempts, row.attempts),
            inArray(generation.state, ['submitting', 'needs_review', 'queued']),
            isNull(generation.vendorId),
          ),
        )
        .returning({ id: generation.id });
      if (rows.length > 0) await notifyGenerations(tx, [row.id]);
      return rows.length > 0;
    });
  }

  return {
    heard,

    async intent(request) {
      const rows = await db
        .update(generation)
        .set({ request, leaseUntil: sql`now() + ${settings.leaseMs} * interval '1 millisecond'` })
        .where(held(context, row, ['submitting']))
        .returning({ id: generation.id });
      if (rows.length === 0) throw new LostError(`generation ${row.id} is in other hands`);
      heard.intent = true;
    },

    async submitted(job) {
      heard.submitted = true;
      for (let tried = 1; ; tried += 1)
        try {
          if (!(await writeSubmitted(job)))
            log.warn({ generation: row.id, vendorId: job.vendorId }, 'what was taken is known already');
          return;
        } catch (error) {
          // The database may be restarting; the vendor's id is worth waiting for.
          if (tried >= TRIES) throw error;
          log.warn({ err: error, generation: row.id }, 'what was taken could not be written down yet');
          await delay(BETWEEN_MS);
        }
    },

    async cost(dollars) {
      await db
        .update(generation)
        .set({ cost: dollars.toFixed(6) })
        .where(and(eq(generation.id, row.id), eq(generation.attempts, row.attempts)));
    },

    partial: (image, type) => keepPartial(context, row, image, type),

    async made(file: MadeFile) {
      await keepMade(context, row, file);
      heard.made = true;
    },
  };
}
