import { createGoogle } from '@ai-sdk/google';
import * as z from 'zod';
import { shapeName, tierOf } from '../ask/size.ts';
import { optionsOf, type Vendor } from './vendor.ts';

const operationSchema = z.object({ operationName: z.string() });
const filteredSchema = z.object({
  response: z.object({
    generateVideoResponse: z.object({
      raiMediaFilteredCount: z.number().optional(),
      raiMediaFilteredReasons: z.array(z.string()).default([]),
    }),
  }),
});
const errorSchema = z.object({
  error: z.object({ message: z.string().nullish(), status: z.string().nullish() }),
});
const metadataSchema = z.object({
  google: z.object({ videos: z.array(z.object({ uri: z.string() })).min(1) }),
});

const extensionSchema = z.looseObject({
  instances: z.array(z.looseObject({})),
  parameters: z.looseObject({ video: z.object({ uri: z.string() }) }),
});

/** Google's Veo on the Gemini API. */
export const google: Vendor = {
  part: 'google',
  open: (name, access) => createGoogle(access).video(name),

  settings: (ask) => ({
    aspectRatio: shapeName(ask.size),
    // An extension adds seven seconds, and is ordered as eight.
    ...(ask.seconds !== null && { duration: ask.start.kind === 'extend' ? 8 : ask.seconds }),
    ...(ask.model.takes.seed && ask.seed !== undefined && { seed: ask.seed }),
    frames: 'by-role',
    // The SDK knows the names of wide sizes only.
    options: { resolution: tierOf(ask.size), ...optionsOf(ask, tierOf) },
  }),

  change: (_, video) => ({ video: { uri: video } }),

  /** What the SDK passes on lands among the parameters; the footage to extend belongs beside the words. */
  amend(body) {
    const read = extensionSchema.safeParse(body);
    if (!read.success) return body;
    const { instances, parameters, ...rest } = read.data;
    const { video, ...others } = parameters;
    return { ...rest, instances: instances.map((instance) => ({ ...instance, video })), parameters: others };
  },

  vendorId: (operation) => operationSchema.safeParse(operation).data?.operationName,
  operation: (operationName) => ({ operationName }),

  said(body) {
    const filtered = filteredSchema.safeParse(body).data?.response.generateVideoResponse;
    if (filtered?.raiMediaFilteredCount)
      return { code: 'moderation_blocked', message: filtered.raiMediaFilteredReasons.join(' ') };
    const error = errorSchema.safeParse(body).data?.error;
    return error && { code: error.status, message: error.message };
  },

  fileHeaders: (key) => ({ 'x-goog-api-key': key }),
  fileUrl: (metadata) => metadataSchema.safeParse(metadata).data?.google.videos[0]?.uri,
};
