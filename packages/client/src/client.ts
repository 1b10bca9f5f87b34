import {
  aboutSchema,
  meSchema,
  missingStillsSchema,
  type Preview,
  previewListSchema,
  previewSchema,
  type Render,
  type RenderOutputs,
  renderListSchema,
  renderSchema,
  type Sha256,
  type StoryboardInput,
  type StoryboardRecord,
  stillSchema,
  storyboardRecordSchema,
  type Take,
  type TakeFile,
} from '@animatic/schema';
import { directorCalls } from './director-calls.ts';
import { ApiError } from './errors.ts';
import { modelCalls } from './model-calls.ts';
import { type ClientOptions, createSend, readJson } from './request.ts';
import { spendingCalls } from './spending-calls.ts';
import { type WatchOptions, watchRender } from './watch.ts';

export interface UploadProgress {
  sent: number;
  total: number;
  bytesSent: number;
  bytesTotal: number;
}

/**
 * The API as typed calls, for the plugin, the tests and scripts.
 * Every call throws `ApiError`, and takes an `AbortSignal` where it may last.
 *
 * @example
 * const api = createClient({ origin: 'http://localhost:8787', token: () => token });
 * const board = await api.createStoryboard(document);
 * const render = await api.render(board.id);
 * for await (const snapshot of api.watch(render.id)) console.log(snapshot.stage);
 */
export function createClient(options: ClientOptions) {
  const send = createSend(options);
  const api = {
    ...modelCalls(send),
    ...spendingCalls(send),
    about: async () => readJson(await send('/v1/about'), aboutSchema),
    me: async () => readJson(await send('/v1/me'), meSchema),
    /** Revokes the token that this client carries. */
    signOut: async (): Promise<void> => void (await send('/v1/auth/sign-out', { method: 'POST', json: {} })),

    /** Which of these stills the workspace does not have. */
    missingStills: async (hashes: Sha256[], signal?: AbortSignal): Promise<Sha256[]> =>
      (
        await readJson(
          await send('/v1/stills/missing', { method: 'POST', json: { hashes }, signal }),
          missingStillsSchema,
        )
      ).missing,
    putStill: async (hash: Sha256, bytes: Blob, signal?: AbortSignal) =>
      readJson(
        await send(`/v1/stills/${hash}`, {
          method: 'PUT',
          body: bytes,
          headers: { 'Content-Type': bytes.type || 'application/octet-stream' },
          signal,
          timeout: 120_000,
        }),
        stillSchema,
      ),
    /** Uploads only what is missing, three at a time; gives the bytes that were really sent. */
    async uploadStills(
      stills: ReadonlyMap<Sha256, Blob>,
      watch: { onProgress?: (progress: UploadProgress) => void; signal?: AbortSignal } = {},
    ): Promise<{ stills: number; bytes: number }> {
      const missing = await api.missingStills([...stills.keys()], watch.signal);
      const queue = missing.flatMap((hash) => {
        const bytes = stills.get(hash);
        return bytes ? [{ hash, bytes }] : [];
      });
      const bytesTotal = queue.reduce((sum, { bytes }) => sum + bytes.size, 0);
      const progress = { sent: 0, total: queue.length, bytesSent: 0, bytesTotal };
      watch.onProgress?.({ ...progress });
      const pending = queue.values();
      const carry = async () => {
        for (const { hash, bytes } of pending) {
          await api.putStill(hash, bytes, watch.signal);
          progress.sent += 1;
          progress.bytesSent += bytes.size;
          watch.onProgress?.({ ...progress });
        }
      };
      await Promise.all([carry(), carry(), carry()]);
      return { stills: queue.length, bytes: bytesTotal };
    },

    createStoryboard: async (document: StoryboardInput, source?: string): Promise<StoryboardRecord> =>
      readJson(
        await send('/v1/storyboards', { method: 'POST', json: { document, source } }),
        storyboardRecordSchema,
      ),
    reviseStoryboard: async (
      id: string,
      revision: number,
      document: StoryboardInput,
    ): Promise<StoryboardRecord> =>
      readJson(
        await send(`/v1/storyboards/${id}`, { method: 'PUT', json: { revision, document } }),
        storyboardRecordSchema,
      ),

    /** Asks for a render, in further formats and files too; the same `key` never makes two. */
    render: async (
      storyboardId: string,
      key: string = crypto.randomUUID(),
      revision?: number,
      outputs?: Partial<RenderOutputs>,
    ): Promise<Render> =>
      readJson(
        await send('/v1/renders', {
          method: 'POST',
          json: { storyboardId, revision, outputs },
          headers: { 'Idempotency-Key': key },
        }),
        renderSchema,
      ),
    getRender: async (id: string): Promise<Render> => readJson(await send(`/v1/renders/${id}`), renderSchema),
    listRenders: async (
      query: { source?: string; storyboardId?: string; limit?: number } = {},
    ): Promise<Render[]> => {
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries(query))
        if (value !== undefined) search.set(key, String(value));
      return (await readJson(await send(`/v1/renders?${search}`), renderListSchema)).renders;
    },
    cancelRender: async (id: string): Promise<Render> =>
      readJson(await send(`/v1/renders/${id}`, { method: 'DELETE' }), renderSchema),
    /** Asks again for the shots that failed, and for no other: finished ones are found. */
    retryRender: async (id: string): Promise<Render> =>
      readJson(await send(`/v1/renders/${id}/retry`, { method: 'POST', json: {} }), renderSchema),
    watch: (id: string, watch?: WatchOptions): AsyncGenerator<Render> => watchRender(send, id, watch),

    /** A take's clip or poster as bytes. */
    media: async (take: Take, part: 'clip' | 'poster', signal?: AbortSignal): Promise<Blob> =>
      (await send(take[part], { signal, timeout: 0 })).blob(),

    /** One of a take's further files as bytes. @throws {ApiError} `refused` where it could not be made */
    async takeFile(file: TakeFile, signal?: AbortSignal): Promise<Blob> {
      if (file.url === null)
        throw new ApiError('refused', file.note ?? `The server could not make ${file.name}.`);
      return (await send(file.url, { signal, timeout: 0 })).blob();
    },

    publish: async (takeId: string, title?: string): Promise<Preview> =>
      readJson(await send('/v1/previews', { method: 'POST', json: { takeId, title } }), previewSchema),
    publishVersion: async (previewId: string, takeId: string): Promise<Preview> =>
      readJson(
        await send(`/v1/previews/${previewId}/versions`, { method: 'POST', json: { takeId } }),
        previewSchema,
      ),
    getPreview: async (id: string): Promise<Preview> =>
      readJson(await send(`/v1/previews/${id}`), previewSchema),
    listPreviews: async (source?: string): Promise<Preview[]> =>
      (
        await readJson(
          await send(`/v1/previews${source ? `?source=${encodeURIComponent(source)}` : ''}`),
          previewListSchema,
        )
      ).previews,
    patchPreview: async (
      id: string,
      change: { title?: string; ended?: boolean; expiresAt?: string | null },
    ): Promise<Preview> =>
      readJson(await send(`/v1/previews/${id}`, { method: 'PATCH', json: change }), previewSchema),
    deletePreview: async (id: string): Promise<void> =>
      void (await send(`/v1/previews/${id}`, { method: 'DELETE' })),
    ...directorCalls(send),
  };
  return api;
}
export type Client = ReturnType<typeof createClient>;
