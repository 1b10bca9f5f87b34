import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { type Doing, refusedHere } from '../model/faults.ts';
import type { Job, ModelContext } from '../model/model-engine.ts';
import { ModelError } from '../model/model-error.ts';
import { addressFor } from '../openai/client.ts';
import { vendorOf } from './table.ts';
import { openTap, type Tap } from './tap.ts';
import type { Operation, Vendor, VideoModel } from './vendor.ts';

/** One call of the SDK: who is asked, where, and what goes by. */
export interface VendorCall {
  model: CatalogueModel;
  vendor: Vendor;
  address: string;
  key: string;
  tap: Tap;
  video: VideoModel;
}

/** Makes a call of the SDK ready. @throws {ModelError} `refused` without a key */
export function openCall(
  model: CatalogueModel,
  context: ModelContext,
  { doing, timeoutMs, name = model.model }: { doing: Doing; timeoutMs: number; name?: string },
): VendorCall {
  const vendor = vendorOf(model.runBy.wire);
  const address = addressFor(model, context);
  const key = context.key ?? (model.runBy.keyOptional ? 'none' : undefined);
  if (key === undefined)
    throw refusedHere(
      'no_key',
      `${model.runBy.name} is not asked without a key.`,
      `Set ${model.runBy.keyVariable} and start the server again.`,
    );
  const tap = openTap({ model, vendor, address, name, doing, key, timeoutMs });
  const video = vendor.open(name, { apiKey: key, baseURL: address, fetch: tap.fetch });
  return { model, vendor, address, key, tap, video };
}

/** The SDK's operation of a job, as the SDK takes it. @throws {ModelError} `gone` where there is none */
export function operationOf({ vendor, address, model }: VendorCall, { vendorId, operation }: Job): Operation {
  const kept = z.json().safeParse(operation);
  const own = operation != null && kept.success ? kept.data : vendor.operation?.(vendorId, address);
  if (own === undefined || !vendor.vendorId(own))
    throw new ModelError('gone', {
      code: 'gone',
      message: `${model.runBy.name} cannot be asked after this: how it was named is lost.`,
      advice: 'Press retry to have it made anew.',
    });
  return vendor.restore?.(own, address) ?? own;
}
