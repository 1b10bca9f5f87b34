import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { download } from '../model/download.ts';
import { faultOfReading } from '../model/faults.ts';
import { fileTypeOf } from '../model/file-type.ts';
import type { Job, MadeFile, ModelContext } from '../model/model-engine.ts';
import { ModelError } from '../model/model-error.ts';
import { piecesOfBytes } from '../model/pieces.ts';
import { openCall, operationOf, type VendorCall } from './call.ts';
import { type Finished, look } from './look.ts';

/** What a job came to, asked for anew: its address lives for an hour at most. @throws {ModelError} where there is none */
async function finishedOf(call: VendorCall, job: Job, signal: AbortSignal): Promise<Finished> {
  const { status, finished } = await look(call, operationOf(call, job), signal);
  if (status.state === 'failed') throw new ModelError('gone', status.error);
  if (!finished) throw faultOfReading({ model: call.model, doing: 'fetch' });
  return finished;
}

/** The address of a finished video, for the vendor's own use: to extend it, or to edit it. */
export async function videoUrl(call: VendorCall, job: Job, signal: AbortSignal): Promise<string> {
  const { videos, providerMetadata } = await finishedOf(call, job, signal);
  const [video] = videos;
  const url = call.vendor.fileUrl?.(providerMetadata) ?? (video?.type === 'url' ? video.url : undefined);
  if (url === undefined) throw faultOfReading({ model: call.model, doing: 'fetch' });
  return url;
}

/** The finished file, from wherever the vendor keeps it. */
export async function fetchVideo(
  model: CatalogueModel,
  job: Job,
  context: ModelContext,
  timeouts: { ask: number; fetch: number },
): Promise<MadeFile> {
  const { signal } = context;
  const call = openCall(model, context, { doing: 'ask', timeoutMs: timeouts.ask });
  const { vendor, address, key } = call;
  const { videos, providerMetadata } = await finishedOf(call, job, signal);
  const [video] = videos;
  if (!video) throw faultOfReading({ model, doing: 'fetch' });
  const otherwise = fileTypeOf(video.mediaType, 'video/mp4');
  if (video.type === 'base64')
    return { type: otherwise, bytes: piecesOfBytes(Buffer.from(video.data, 'base64')) };
  if (video.type === 'binary') return { type: otherwise, bytes: piecesOfBytes(video.data) };
  if (video.type !== 'url') throw faultOfReading({ model, doing: 'fetch' });
  const url = vendor.fileUrl?.(providerMetadata) ?? video.url;
  const headers = vendor.fileHeaders?.(key) ?? {};
  return download({ url, model, address, headers, key, otherwise, signal, timeoutMs: timeouts.fetch });
}
