import { isUniqueViolation } from '@animatic/db';
import { type ListedJob, ModelError } from '@animatic/engines';
import { sql } from 'drizzle-orm';
import { faultDelay } from './delays.ts';
import { type DeskContext, deskOf, type Row } from './desk-context.ts';
import { askPerson, fail, putOff, requeue, write } from './endings.ts';
import { couldBe, SKEW_MS } from './matches.ts';
import { inDoubtWithoutList, providerOf } from './submit.ts';

/** Times that it was asked for in vain, after which it has failed: nothing was spent on any. */
const MAX_ATTEMPTS = 8;
/** Entries of a list that are read at most. */
const MAX_LISTED = 4_000;

/** Milliseconds for which a list that cannot be read is tried again: a person is asked late rather than in vain. */
const PATIENCE_MS = 15 * 60_000;

/**
 * Looks for generations of one model in its provider's list, of which nobody knows whether they were taken: their calls
 * broke off, or the workers that made them died. Each is adopted, looked for again, asked for again, or left to a
 * person.
 */
export async function findAsked(context: DeskContext, rows: readonly Row[]): Promise<void> {
  // The intent is written just before the call: without it nothing was sent.
  const unsent = rows.filter(({ request }) => request === null);
  for (const row of unsent) await requeue(context, row);
  const sent = rows.filter(({ request }) => request !== null);
  const [first] = sent;
  if (!first) return;
  const desk = deskOf(context, first);
  if ('why' in desk || !desk.engine.list || !desk.model.runBy.lists) {
    for (const row of sent)
      if ('why' in desk && !isOld(row)) await later(context, row);
      else await askPerson(context, row, inDoubtWithoutList(providerOf(context, row)));
    return;
  }
  const { model } = desk;
  const since = new Date(Math.min(...sent.map((row) => askedAt(row) - SKEW_MS)));
  const listed: ListedJob[] = [];
  try {
    await desk.call(context.settings.lookTimeoutMs, async (call) => {
      for await (const job of desk.engine.list?.(model, since, call) ?? []) {
        if (listed.length >= MAX_LISTED)
          throw new Error(`more than ${MAX_LISTED} entries since ${since.toISOString()}`);
        listed.push(job);
      }
    });
  } catch (error) {
    context.log.warn({ err: error, provider: model.runBy.id }, 'the list could not be read');
    const retryAfter = error instanceof ModelError ? error.retryAfter : undefined;
    for (const row of sent)
      if (isOld(row))
        await askPerson(
          context,
          row,
          `The connection to ${model.runBy.name} broke off while it was asked, and its list cannot be read.`,
        );
      else await later(context, row, retryAfter);
    return;
  }
  const known = await knownOf(context, model.runBy.id, listed);
  const unknown = listed.filter(({ vendorId }) => !known.has(vendorId));
  for (const row of sent) {
    const remixed = await parentVendorId(context, row);
    await decide(
      context,
      row,
      unknown.flatMap((job) => {
        const match = couldBe(job, {
          row,
          models: [model.model, ...Object.values(model.modelFor)],
          askedAt: askedAt(row),
          remixed,
        });
        return match ? [{ vendorId: job.vendorId, clear: match === 'clear' }] : [];
      }),
      model.runBy.name,
    );
  }
}

async function decide(
  context: DeskContext,
  row: Row,
  found: readonly { vendorId: string; clear: boolean }[],
  provider: string,
): Promise<void> {
  const { settings } = context;
  const [only] = found;
  if (only && found.length === 1 && only.clear) return adopt(context, row, only.vendorId);
  if (only)
    return askPerson(
      context,
      row,
      `The connection to ${provider} broke off while it was asked, and ${found.length === 1 ? 'one entry' : `${found.length} entries`} of its list may be this one: ${found
        .slice(0, 5)
        .map(({ vendorId }) => vendorId)
        .join(', ')}.`,
    );
  const matches = row.matches + 1;
  if (matches >= settings.vainLooks) {
    if (row.attempts >= MAX_ATTEMPTS)
      return fail(context, row, {
        code: 'not_taken',
        message: `${provider} broke off ${row.attempts} times when it was asked, and took none of them. Nothing was spent.`,
        advice: 'Look whether it runs as it should, then retry.',
      });
    context.log.info({ generation: row.id }, 'it was not taken: back to the queue');
    return requeue(context, row, { fault: true });
  }
  await putOff(context, row, settings.settleMs, { matches, faults: 0 });
}

async function adopt(context: DeskContext, row: Row, vendorId: string): Promise<void> {
  context.log.info({ generation: row.id, vendorId }, 'it was taken: found in the list');
  try {
    await write(context, row, {
      state: 'running',
      stage: 'Being made',
      vendorId,
      workerId: null,
      leaseUntil: null,
      faults: 0,
      nextPollAt: sql`now()`,
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await askPerson(context, row, `The list’s entry ${vendorId} belongs to another generation meanwhile.`);
  }
}

const later = (context: DeskContext, row: Row, retryAfter?: number): Promise<void> =>
  putOff(context, row, faultDelay(row.faults + 1, context.settings, retryAfter), { faults: row.faults + 1 });

const isOld = (row: Row): boolean => Date.now() - askedAt(row) > PATIENCE_MS;

const askedAt = (row: Row): number => (row.submittedAt ?? row.createdAt).getTime();

/** Which of these are some generation's already, whosever. */
async function knownOf(
  { db }: DeskContext,
  provider: string,
  listed: readonly ListedJob[],
): Promise<Set<string>> {
  if (listed.length === 0) return new Set();
  const rows = await db.$client<{ vendor_id: string }[]>`
    select vendor_id from generation where provider = ${provider}
      and vendor_id = any(${listed.map(({ vendorId }) => vendorId)})`;
  return new Set(rows.map((row) => row.vendor_id));
}

/** The vendor's id of what it was made from, where the vendor was told. */
async function parentVendorId({ db }: DeskContext, row: Row): Promise<string | null> {
  if (!row.dependsOn || row.intent.start.kind === 'last-frame') return null;
  const [parent] = await db.$client<{ vendor_id: string | null }[]>`
    select vendor_id from generation where id = ${row.dependsOn} and workspace_id = ${row.workspaceId}`;
  return parent?.vendor_id ?? null;
}
