import { APIError } from 'openai';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { download } from '../model/download.ts';
import { faultOfConnection, faultOfReading } from '../model/faults.ts';
import { fileTypeOf } from '../model/file-type.ts';
import type { Job, MadeFile, ModelContext } from '../model/model-engine.ts';
import { piecesOf } from '../model/pieces.ts';
import { addressFor, clientFor } from '../openai/client.ts';
import { asking } from '../openai/fault.ts';

/** What can be had of a finished video. */
export const variants = ['video', 'thumbnail', 'spritesheet'] as const;
export type Variant = (typeof variants)[number];

/**
 * A finished video, or a picture of it where the model's entry says that there is one.
 *
 * @throws {ModelError} `gone` where it is not to be had any more
 */
export async function fetchContent(
  model: CatalogueModel,
  { vendorId }: Job,
  variant: Variant,
  context: ModelContext,
  timeout = 60_000,
): Promise<MadeFile> {
  const { signal, key } = context;
  const asked = { model, doing: 'fetch', key } as const;
  const otherwise = variant === 'video' ? 'video/mp4' : variant === 'thumbnail' ? 'image/webp' : 'image/jpeg';
  const client = clientFor(model, context, timeout);
  try {
    // Servers that know nothing of variants are not asked for one.
    const query = variant === 'video' ? {} : { variant };
    const response = await client.videos.downloadContent(vendorId, query, { signal });
    const type = response.headers.get('content-type');
    if (!response.body || type?.includes('json')) throw faultOfReading(asked);
    return {
      type: fileTypeOf(type, otherwise),
      bytes: piecesOf(response.body, { signal, broken: (cause) => faultOfConnection(cause, asked) }),
    };
  } catch (error) {
    // Where the server sends us on to a store, we go as strangers: without the key, and only to public addresses.
    const location =
      error instanceof APIError && redirected(error) ? error.headers?.get('location') : undefined;
    if (!location) return asking(asked, () => Promise.reject(error));
    const address = addressFor(model, context);
    const url = new URL(location, `${address}/`).href;
    return download({ url, model, address, key, otherwise, signal, timeoutMs: timeout });
  }
}

const redirected = ({ status = 0 }: APIError): boolean => status >= 300 && status < 400;
