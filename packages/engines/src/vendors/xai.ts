import { createXai } from '@ai-sdk/xai';
import * as z from 'zod';
import { shapeName, tierOf } from '../ask/size.ts';
import { optionsOf, type Vendor } from './vendor.ts';

/** Ten thousand million ticks are a dollar. */
const TICKS = 1e10;

const operationSchema = z.object({ requestId: z.string() });
const statusSchema = z.object({
  status: z.string().nullish(),
  progress: z.number().nullish(),
  usage: z.object({ cost_in_usd_ticks: z.number().min(0).nullish() }).nullish(),
  error: z
    .union([z.string(), z.object({ code: z.string().nullish(), message: z.string().nullish() })])
    .nullish(),
  code: z.string().nullish(),
  video: z.object({ respect_moderation: z.boolean().nullish() }).nullish(),
});

/** xAI's Grok Imagine. It says what each video cost. */
export const xai: Vendor = {
  part: 'xai',
  open: (name, access) => createXai(access).video(name),

  settings: (ask) => ({
    ...(ask.start.kind !== 'extend' &&
      ask.start.kind !== 'edit' && {
        aspectRatio: shapeName(ask.size),
        ...(ask.model.takes.sound && { generateAudio: ask.sound }),
      }),
    ...(ask.seconds !== null && ask.start.kind !== 'edit' && { duration: ask.seconds }),
    frames: 'by-role',
    options: {
      ...(ask.start.kind !== 'extend' && ask.start.kind !== 'edit' && { resolution: tierOf(ask.size) }),
      ...optionsOf(ask, tierOf),
    },
  }),

  change: (ask, video) => ({
    mode: ask.start.kind === 'extend' ? 'extend-video' : 'edit-video',
    videoUrl: video,
  }),

  vendorId: (operation) => operationSchema.safeParse(operation).data?.requestId,
  operation: (requestId) => ({ requestId }),

  said(body) {
    const { error, code, video, status } = statusSchema.safeParse(body).data ?? {};
    if (video?.respect_moderation === false) return { code: 'moderation_blocked' };
    if (typeof error === 'string') return { code, message: error };
    return error ? { code: error.code, message: error.message } : { code: code ?? status };
  },

  progress: (body) => {
    const progress = statusSchema.safeParse(body).data?.progress;
    return progress == null ? undefined : progress / 100;
  },
  cost: (body) => {
    const ticks = statusSchema.safeParse(body).data?.usage?.cost_in_usd_ticks;
    return ticks == null ? undefined : ticks / TICKS;
  },
};
