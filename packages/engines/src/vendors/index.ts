import { experimental_startVideo } from 'ai';
import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { wireModel } from '../catalogue/wire-model.ts';
import { failureOf } from '../model/failures.ts';
import { faultOfReading, stopped } from '../model/faults.ts';
import type { ModelEngine } from '../model/model-engine.ts';
import { ModelError } from '../model/model-error.ts';
import { refuseStart } from '../model/refuse-start.ts';
import { openCall, operationOf } from './call.ts';
import { fetchVideo } from './fetch-video.ts';
import { look } from './look.ts';
import { prepareStart } from './prepare-start.ts';
import type { Tap } from './tap.ts';

/** Until an answer begins, milliseconds. */
export interface VendorTimeouts {
  create: number;
  ask: number;
  fetch: number;
}
const usual: VendorTimeouts = { create: 120_000, ask: 30_000, fetch: 60_000 };

/**
 * The AI SDK's video models: Veo, fal and others are started and asked after by operations that are kept as JSON, so that
 * a restart loses nothing.
 */
export function createVendorsEngine(timeouts: VendorTimeouts = usual): ModelEngine {
  return {
    name: 'vendors',
    kind: 'model',

    async submit(ask, ledger, context) {
      refuseStart(ask);
      const { model } = ask;
      const call = openCall(model, context, {
        doing: 'create',
        timeoutMs: timeouts.create,
        name: wireModel(model, ask.start),
      });
      const { options, request } = await prepareStart(ask, call, context, timeouts.ask);
      await ledger.intent(request);
      if (context.signal.aborted) throw stopped(context.signal.reason);
      const started = await experimental_startVideo({
        ...options,
        model: call.video,
        maxRetries: 0,
        abortSignal: context.signal,
        ...(context.webhookUrl !== undefined && { webhookUrl: context.webhookUrl }),
      }).catch((error: unknown) => {
        throw faultOfStart(error, call.tap, model);
      });
      const vendorId = call.vendor.vendorId(started.operation);
      if (vendorId === undefined) throw faultOfReading({ model, doing: 'create' });
      await ledger.submitted({ vendorId, operation: started.operation });
    },

    async poll(model, job, context) {
      const call = openCall(model, context, { doing: 'ask', timeoutMs: timeouts.ask });
      const seen = await look(call, operationOf(call, job), context.signal);
      return seen.status;
    },

    fetch: (model, job, context) => fetchVideo(model, job, context, timeouts),

    async cancel(model, job, context) {
      const call = openCall(model, context, { doing: 'cancel', timeoutMs: timeouts.ask });
      const { vendor, address, key, tap } = call;
      const kept = z.json().safeParse(job.operation);
      const request = vendor.cancel?.(job.vendorId, kept.data, { address, key });
      if (!request) return 'running';
      const { url, method, headers } = request;
      try {
        await tap.fetch(url, { method, headers, signal: context.signal });
      } catch (error) {
        const fault = tap.fault ?? faultOfReading({ model, doing: 'cancel' }, error);
        if (fault.kind === 'gone') return 'stopped';
        // It is too late, or this vendor stops nothing that has begun.
        if (fault.kind === 'refused') return 'running';
        throw fault;
      }
      const { status } = z.object({ status: z.string().nullish() }).safeParse(tap.body).data ?? {};
      return status && /succeeded|completed/i.test(status) ? 'running' : 'stopped';
    },
  };
}

export const vendorsEngine: ModelEngine = createVendorsEngine();

function faultOfStart(error: unknown, tap: Tap, model: CatalogueModel): ModelError {
  if (tap.fault) return tap.fault;
  if (tap.sent) return faultOfReading({ model, doing: 'create' }, error);
  const message = error instanceof Error ? error.message : String(error);
  return new ModelError('refused', failureOf({ message }, 'refused'), { cause: error });
}
