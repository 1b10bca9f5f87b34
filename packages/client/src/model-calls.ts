import {
  type Generation,
  generationListSchema,
  generationSchema,
  type ImageRequest,
  type ModelList,
  modelListSchema,
} from '@animatic/schema';
import { ApiError } from './errors.ts';
import { readJson, type Send } from './request.ts';
import { type WatchOptions, watchGenerations } from './watch.ts';

/** The files of a generation, by the names they have in addresses. */
export type GenerationPart = 'media' | 'poster' | 'partial';

/** Models and what they are asked: the part of the client that `createClient` puts in. */
export function modelCalls(send: Send) {
  const one = async (path: string, json?: unknown, method = 'POST'): Promise<Generation> =>
    readJson(await send(path, { method, json }), generationSchema);
  return {
    /** What can be asked, what it takes and costs, and what a key would add. */
    models: async (): Promise<ModelList> => readJson(await send('/v1/models'), modelListSchema),

    /** Asks for pictures of a scene, a generation for each variation; the same `key` never asks twice. */
    createImages: async (request: ImageRequest, key: string = crypto.randomUUID()): Promise<Generation[]> =>
      (
        await readJson(
          await send('/v1/generations', {
            method: 'POST',
            json: request,
            headers: { 'Idempotency-Key': key },
          }),
          generationListSchema,
        )
      ).generations,

    /** By their ids, or all that were made for a shot, newest first. */
    async generations(query: { ids: readonly string[] } | { shot: string }): Promise<Generation[]> {
      if ('ids' in query && query.ids.length === 0) return [];
      const search = new URLSearchParams('ids' in query ? { ids: query.ids.join(',') } : query);
      return (await readJson(await send(`/v1/generations?${search}`), generationListSchema)).generations;
    },
    getGeneration: async (id: string): Promise<Generation> =>
      readJson(await send(`/v1/generations/${id}`), generationSchema),
    /** All of them whenever one changed, until nothing more happens by itself. */
    watchGenerations: (ids: readonly string[], watch?: WatchOptions): AsyncGenerator<Generation[]> =>
      watchGenerations(send, ids, watch),

    /** Stops it where that can be; gives it as it stands then. */
    cancelGeneration: (id: string): Promise<Generation> => one(`/v1/generations/${id}`, undefined, 'DELETE'),
    /** Asks again for what failed or was cancelled: a generation of its own, which costs. */
    retryGeneration: (id: string): Promise<Generation> => one(`/v1/generations/${id}/retry`, {}),
    /** A person's word on one that may have been made. */
    reviewGeneration: (id: string, decision: 'made' | 'again', vendorId?: string): Promise<Generation> =>
      one(`/v1/generations/${id}/review`, { decision, vendorId }),

    /** What was made, its poster, or the newest picture on the way. @throws {ApiError} `refused` where there is none */
    async generationMedia(generation: Generation, part: GenerationPart, signal?: AbortSignal): Promise<Blob> {
      const { partial, result } = generation;
      const url = part === 'partial' ? partial : part === 'poster' ? result?.poster : result?.url;
      if (!url) throw new ApiError('refused', 'There is no picture of it yet.');
      return (await send(url, { signal, timeout: 0 })).blob();
    },
  };
}
