import { createAlibaba } from '@ai-sdk/alibaba';
import * as z from 'zod';
import { shapeName, tierOf } from '../ask/size.ts';
import { optionsOf, type Vendor } from './vendor.ts';

const operationSchema = z.object({ taskId: z.string() });
const taskSchema = z.object({
  output: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  code: z.string().nullish(),
  message: z.string().nullish(),
});

/** Alibaba's Wan on Model Studio. */
export const alibaba: Vendor = {
  part: 'alibaba',
  open: (name, { baseURL, ...access }) =>
    createAlibaba({ ...access, baseURL, videoBaseURL: baseURL }).video(name),

  settings: (ask) => ({
    aspectRatio: shapeName(ask.size),
    resolution: `${ask.size.width}x${ask.size.height}`,
    ...(ask.seconds !== null && { duration: ask.seconds }),
    ...(ask.model.takes.seed && ask.seed !== undefined && { seed: ask.seed }),
    ...(ask.model.takes.sound && { generateAudio: ask.sound }),
    frames: 'by-role',
    options: optionsOf(ask, tierOf),
  }),

  vendorId: (operation) => operationSchema.safeParse(operation).data?.taskId,
  operation: (taskId) => ({ taskId }),

  said(body) {
    const { output, code, message } = taskSchema.safeParse(body).data ?? {};
    return { code: output?.code ?? code, message: output?.message ?? message };
  },

  // Only what has not begun is let go of.
  cancel: (vendorId, _, { address, key }) => ({
    url: `${address}/api/v1/tasks/${encodeURIComponent(vendorId)}/cancel`,
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
  }),
};
