import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { endOf } from '../catalogue/ended.ts';
import { failureOf } from '../model/failures.ts';
import { faultOfReading, refusedHere, stopped } from '../model/faults.ts';
import type { Ask, JobStatus, ModelContext, ModelEngine } from '../model/model-engine.ts';
import { ModelError } from '../model/model-error.ts';
import { refuseStart } from '../model/refuse-start.ts';
import { addressFor, clientFor } from '../openai/client.ts';
import { asking } from '../openai/fault.ts';
import { createBody, settingsOf } from './body.ts';
import { fetchContent } from './content.ts';
import { listVideos } from './list.ts';
import { type ReadVideo, standing, videoSchema } from './video.ts';

/** Until an answer begins, milliseconds. */
export interface VideosTimeouts {
  create: number;
  ask: number;
  fetch: number;
}
const usual: VideosTimeouts = { create: 120_000, ask: 30_000, fetch: 60_000 };

/**
 * OpenAI's Videos wire, by its own client: SGLang, vLLM-Omni, LiteLLM and hosted gateways speak it. What of it a server
 * has, its models' entries say.
 */
export function createVideosEngine(timeouts: VideosTimeouts = usual): ModelEngine {
  return {
    name: 'videos',
    kind: 'model',

    async submit(ask, ledger, context) {
      const { model } = ask;
      refuseEnded(model, context);
      refuseStart(ask);
      const order = await prepare(ask, context, timeouts.create);
      await ledger.intent(requestOf(ask));
      if (context.signal.aborted) throw stopped(context.signal.reason);
      const answer = await order();
      const video = videoSchema.safeParse(answer);
      if (!video.success) throw faultOfReading({ model, doing: 'create' }, video.error);
      await ledger.submitted({ vendorId: video.data.id });
    },

    async poll(model, { vendorId }, context) {
      const asked = { model, doing: 'ask', key: context.key } as const;
      const { signal } = context;
      const answer = await asking(asked, () =>
        clientFor(model, context, timeouts.ask).videos.retrieve(vendorId, { signal }),
      );
      const video = videoSchema.safeParse(answer);
      if (!video.success) throw faultOfReading(asked, video.error);
      return statusOf(video.data, context.key);
    },

    fetch: (model, job, context) => fetchContent(model, job, 'video', context, timeouts.fetch),

    list: (model, since, context) => listVideos(model, since, context, timeouts.ask),

    async cancel(model, { vendorId }, context) {
      if (!model.takes.delete) return 'running';
      const { signal } = context;
      const asked = { model, doing: 'cancel', key: context.key } as const;
      try {
        await asking(asked, () =>
          clientFor(model, context, timeouts.ask).videos.delete(vendorId, { signal }),
        );
        return 'stopped';
      } catch (error) {
        // Gone is stopped; refused, because it is under way, goes on.
        if (error instanceof ModelError && error.kind === 'gone') return 'stopped';
        if (error instanceof ModelError && error.kind === 'refused') return 'running';
        throw error;
      }
    },
  };
}

export const videosEngine: ModelEngine = createVideosEngine();

function refuseEnded(model: CatalogueModel, context: ModelContext): void {
  const end = endOf({ ...model, runBy: { ...model.runBy, baseUrl: addressFor(model, context) } });
  if (end) throw refusedHere('ended', `${end.message}.`, `Choose ${end.instead}.`);
}

/** What is going to be sent, without files and keys. */
function requestOf(ask: Ask): Record<string, unknown> {
  const { start, prompt, seconds } = ask;
  switch (start.kind) {
    case 'extend':
      return { call: 'extend', prompt, video: start.vendorId, seconds: String(seconds) };
    case 'remix':
    case 'edit':
      return { call: start.kind, prompt, video: start.vendorId };
    default:
      return { call: 'create', prompt, ...settingsOf(ask) };
  }
}

/** Makes the call ready, its files read: what is given back asks, once. */
async function prepare(ask: Ask, context: ModelContext, timeout: number): Promise<() => Promise<unknown>> {
  const { model, start, prompt } = ask;
  const { videos } = clientFor(model, context, timeout);
  const options = { signal: context.signal };
  const create = { model, doing: 'create', key: context.key } as const;
  const change = { ...create, doing: 'change' } as const;
  switch (start.kind) {
    case 'extend': {
      const body = { prompt, seconds: '4' as const, video: { id: start.vendorId } };
      // Other servers extend by other lengths than the client's type has.
      Object.assign(body, { seconds: String(ask.seconds) });
      return () => asking(change, () => videos.extend(body, options));
    }
    case 'edit':
      return () => asking(change, () => videos.edit({ prompt, video: { id: start.vendorId } }, options));
    case 'remix':
      return () => asking(change, () => videos.remix(start.vendorId, { prompt }, options));
    default: {
      const body = await createBody(ask);
      return () => asking(create, () => videos.create(body, options));
    }
  }
}

function statusOf(video: ReadVideo, key: string | undefined): JobStatus {
  switch (standing(video)) {
    case 'completed':
      return { state: 'completed' };
    case 'failed': {
      const { error, status } = video;
      const said =
        typeof error === 'string' ? { message: error } : { ...error, code: error?.code?.toString() };
      return { state: 'failed', error: failureOf({ code: status, ...said }, 'vendor_failed', key) };
    }
    default: {
      const { progress } = video;
      return {
        state: 'running',
        progress: progress == null ? null : Math.min(1, Math.max(0, progress / 100)),
      };
    }
  }
}
