import { createReplicate } from '@ai-sdk/replicate';
import * as z from 'zod';
import { shapeName, tierOf } from '../ask/size.ts';
import { optionsOf, type Vendor } from './vendor.ts';

const operationSchema = z.object({ getUrl: z.string() });
const outputSchema = z.looseObject({ output: z.array(z.string()).min(1) });
const failedSchema = z.object({ error: z.string().min(1) });
const refusedSchema = z.object({ detail: z.string().nullish(), title: z.string().nullish() });

/** Replicate: models of many makers, each with fields of its own. */
export const replicate: Vendor = {
  part: 'replicate',
  open: (name, { apiKey, ...access }) => createReplicate({ ...access, apiToken: apiKey }).video(name),

  settings(ask, { first, last }) {
    const { fields, takes } = ask.model;
    return {
      aspectRatio: shapeName(ask.size),
      ...(ask.seconds !== null && { duration: ask.seconds }),
      frames: 'as-image',
      options: {
        ...(fields.firstFrame && first && { [fields.firstFrame]: first }),
        ...(last && { [fields.lastFrame ?? 'last_frame']: last }),
        // The SDK passes over a seed of 0.
        ...(takes.seed && ask.seed !== undefined && { seed: ask.seed }),
        ...optionsOf(ask, tierOf),
      },
    };
  },

  vendorId: (operation) =>
    operationSchema.safeParse(operation).data?.getUrl.match(/\/predictions\/([^/?]+)/)?.[1],
  operation: (vendorId, address) => ({ getUrl: `${address}/predictions/${encodeURIComponent(vendorId)}` }),

  /** Some models answer a list of files, of which the SDK reads none. */
  mend(body) {
    const listed = outputSchema.safeParse(body);
    return listed.success ? { ...listed.data, output: listed.data.output[0] } : body;
  },

  said(body) {
    const failed = failedSchema.safeParse(body);
    if (failed.success) return { message: failed.data.error };
    const refused = refusedSchema.safeParse(body).data;
    return refused && { code: refused.title, message: refused.detail };
  },

  cancel: (vendorId, _, { address, key }) => ({
    url: `${address}/predictions/${encodeURIComponent(vendorId)}/cancel`,
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  }),
};
