import { createFal } from '@ai-sdk/fal';
import * as z from 'zod';
import { shapeName, tierOf } from '../ask/size.ts';
import { optionsOf, type Vendor, type VideoModel } from './vendor.ts';

/** The queue's address is fixed in the SDK; ours stands in its place. */
const QUEUE = 'https://queue.fal.run';

const operationSchema = z.object({ responseUrl: z.string(), submitUrl: z.string() });
const detailSchema = z.object({
  detail: z.union([
    z.string(),
    z.array(z.object({ msg: z.string().nullish(), type: z.string().nullish() })).min(1),
  ]),
});

const videoModelSchema = z.custom<VideoModel>(
  (model) =>
    typeof model === 'object' &&
    model !== null &&
    'specificationVersion' in model &&
    model.specificationVersion === 'v4' &&
    'doStart' in model &&
    'doStatus' in model,
  'this release of the SDK cannot start and ask after fal’s videos',
);

/** In the queue's own address, wherever it was asked at. */
const atQueue = (url: string, address: string): string =>
  url.startsWith(`${address}/`) ? `${QUEUE}${url.slice(address.length)}` : url;
const atAddress = (url: string, address: string): string =>
  url.startsWith(`${QUEUE}/`) ? `${address}${url.slice(QUEUE.length)}` : url;

/** fal: a queue in front of many models, with an endpoint and names of fields for each. */
export const fal: Vendor = {
  part: 'fal',
  // Its model is typed by an older release than the SDK's own: it is looked at, not believed.
  open: (name, access) => videoModelSchema.parse(createFal(access).video(name)),

  settings(ask, { first, last }) {
    const { fields, takes } = ask.model;
    const { seconds } = ask;
    return {
      // A picture brings its own shape.
      ...(ask.start.kind === 'words' && { aspectRatio: shapeName(ask.size) }),
      ...(seconds !== null && { duration: seconds }),
      ...(takes.seed && ask.seed !== undefined && { seed: ask.seed }),
      frames: 'as-image',
      options: {
        ...(fields.firstFrame && first && { [fields.firstFrame]: first }),
        ...(last && { [fields.lastFrame ?? 'last_frame_url']: last }),
        ...(seconds !== null && fields.seconds === 'number' && { duration: seconds }),
        ...(seconds !== null && fields.seconds === 'text' && { duration: String(seconds) }),
        // The SDK passes over a seed of 0.
        ...(takes.seed && ask.seed !== undefined && { seed: ask.seed }),
        ...optionsOf(ask, tierOf),
      },
    };
  },

  vendorId(operation) {
    const read = operationSchema.safeParse(operation);
    return read.data?.responseUrl.match(/\/requests\/([^/?]+)/)?.[1];
  },

  rewrite(url, address, name) {
    // The SDK puts fal's own name before every model.
    const asked = `${QUEUE}/fal-ai/${name.replace(/^(fal-ai|fal)\//, '')}`;
    if (url === asked || url.startsWith(`${asked}?`)) return `${address}/${name}${url.slice(asked.length)}`;
    return atAddress(url, address);
  },

  restore(operation, address) {
    const { responseUrl, submitUrl } = operationSchema.parse(operation);
    return { responseUrl: atQueue(responseUrl, address), submitUrl: atQueue(submitUrl, address) };
  },

  stillAtWork(status, body) {
    const read = detailSchema.safeParse(body);
    return status === 400 && read.data?.detail === 'Request is still in progress';
  },

  said(body) {
    const { detail } = detailSchema.safeParse(body).data ?? {};
    if (detail === undefined) return undefined;
    if (typeof detail === 'string') return { message: detail };
    return { code: detail[0]?.type, message: detail[0]?.msg };
  },

  cancel(_, operation, { address, key }) {
    const read = operationSchema.safeParse(operation);
    if (!read.success) return undefined;
    const url = `${atAddress(read.data.responseUrl, address)}/cancel`;
    return { url, method: 'PUT', headers: { authorization: `Key ${key}` } };
  },
};
