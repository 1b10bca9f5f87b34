import { MissingStillError, ModelError, type ModelFailure } from '@animatic/engines';
import { MediaError } from '@animatic/media';
import { faultDelay } from './delays.ts';
import { type DeskContext, deskOf, type Row } from './desk-context.ts';
import { askPerson, costOf, fail, putOff, requeue } from './endings.ts';
import { tableLedger } from './ledger.ts';
import { LostError } from './lost-error.ts';
import { MissingParentError, makeAsk } from './make-ask.ts';
import { pauseProvider } from './pauses.ts';
import { finishPicture } from './pictures.ts';

/** Tries that reached nobody, after which it has failed. Nothing was spent on any. */
const MAX_FAULTS = 16;
/** The same for a vendor that answers and is too busy. */
const MAX_BUSY = 60;

/**
 * Asks, once, for a row that is committed as `submitting`. However it ends, the row says so: the vendor has it, it is
 * back in the queue, it failed in words, or it is in doubt and will be looked for.
 */
export async function submit(context: DeskContext, row: Row): Promise<void> {
  const { settings, ffmpeg, log } = context;
  const desk = deskOf(context, row);
  if ('why' in desk) return fail(context, row, { code: desk.code, message: desk.why, advice: desk.advice });
  if (row.kind === 'video' && 'why' in ffmpeg)
    return fail(context, row, {
      code: 'no_ffmpeg',
      message: `This server cannot read footage, so none was asked for. ${ffmpeg.why}`,
      advice: 'Ask whoever runs the server, then retry.',
    });
  const { model, engine } = desk;
  const ledger = tableLedger(context, row, model.runBy.pollSeconds);
  const milliseconds = model.kind === 'image' ? settings.imageTimeoutMs : settings.submitTimeoutMs;
  try {
    await desk.call(milliseconds, async (call) => {
      const ask = await makeAsk(context, row, model, call.signal);
      await engine.submit(ask, ledger, call);
    });
    if (ledger.heard.made) return await finishPicture(context, row);
    if (!ledger.heard.submitted) throw new Error(`${engine.name} gave neither a job nor a file`);
  } catch (error) {
    // What is written down counts, whatever came after it.
    if (ledger.heard.made) return finishPicture(context, row);
    if (ledger.heard.submitted || error instanceof LostError) {
      log.warn({ err: error, generation: row.id }, 'a call ended late');
      return;
    }
    await endSubmit(context, row, error, ledger.heard.intent);
  }
}

async function endSubmit(context: DeskContext, row: Row, error: unknown, sent: boolean): Promise<void> {
  const { log, settings } = context;
  const fields = { err: error, generation: row.id };
  if (error instanceof MediaError && sent)
    // The picture that came cannot be read: it was made, and is lost.
    return fail(context, row, brokenPicture(error), costOf(row));
  const failure = failureOf(error);
  if (failure) return fail(context, row, failure);
  const kind = error instanceof ModelError ? error.kind : sent ? 'unclear' : 'unreachable';
  const retryAfter = error instanceof ModelError ? error.retryAfter : undefined;
  log.info({ ...fields, kind }, 'it could not be asked');
  const faults = row.faults + 1;
  switch (kind) {
    case 'busy': {
      if (faults >= MAX_BUSY)
        return fail(context, row, {
          code: 'busy',
          message: `${providerOf(context, row)} was too busy to take it, again and again. Nothing was spent.`,
          advice: 'Retry later, or choose another model.',
        });
      const afterMs = faultDelay(faults, settings, retryAfter);
      await pauseProvider(context.db, row.provider, retryAfter ?? Math.min(afterMs, 10_000));
      return requeue(context, row, { afterMs, stage: 'The model is busy; waiting', fault: true });
    }
    case 'unreachable': {
      if (faults >= MAX_FAULTS)
        return fail(context, row, {
          code: 'unreachable',
          message: `${providerOf(context, row)} could not be reached, again and again. Nothing was spent.`,
          advice: 'Look whether it runs, then retry.',
        });
      const afterMs = faultDelay(faults, settings, retryAfter);
      return requeue(context, row, { afterMs, stage: 'The model cannot be reached; waiting', fault: true });
    }
    default:
      return putInDoubt(context, row);
  }
}

/** It may have been taken: where the vendor lists, the list says so in a moment; else a person does. */
async function putInDoubt(context: DeskContext, row: Row): Promise<void> {
  const desk = deskOf(context, row);
  if ('why' in desk || !desk.engine.list || !desk.model.runBy.lists)
    return askPerson(context, row, inDoubtWithoutList(providerOf(context, row)));
  // A moment, so that the list has what it is going to have.
  await putOff(context, row, Math.min(1_000, context.settings.settleMs), {
    stage: 'Looking whether it was taken',
  });
}

/** Why somebody has to decide where there is no list. */
export const inDoubtWithoutList = (provider: string): string =>
  `The connection to ${provider} broke off while it was asked, and ${provider} keeps no list that would tell whether it is being made and paid for.`;

export const providerOf = (context: DeskContext, row: Pick<Row, 'model' | 'provider'>): string =>
  context.catalogue.find(row.model)?.runBy.name ?? row.provider;

/** What will never work as it is, in words; undefined for what may. */
function failureOf(error: unknown): ModelFailure | undefined {
  if (error instanceof ModelError)
    return error.kind === 'refused' || error.kind === 'gone' ? error.failure : undefined;
  if (error instanceof MissingStillError)
    return {
      code: 'missing_still',
      message: 'The picture that it starts from is missing on the server.',
      advice: 'Capture that frame again, then render.',
    };
  if (error instanceof MissingParentError)
    return {
      code: 'missing_parent',
      message: 'What it starts from is not there any more.',
      advice: 'Make the shot before it again, then retry.',
    };
  if (error instanceof MediaError)
    return {
      code: error.code,
      message: error.message,
      advice: 'Capture that frame again, then render.',
    };
  return undefined;
}

const brokenPicture = (error: MediaError): ModelFailure => ({
  code: 'broken_file',
  message: `The model’s picture cannot be used. ${error.message}`,
  advice: 'Retry to have it made again, or choose another model.',
});
