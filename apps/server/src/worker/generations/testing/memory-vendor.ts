import {
  type Ask,
  type CatalogueModel,
  type JobStatus,
  type ListedJob,
  type MadeFile,
  type ModelEngine,
  ModelError,
  type ModelErrorKind,
} from '@animatic/engines';

/** What becomes of the next call that asks. */
export type Fate =
  | 'taken'
  /** Taken and charged; the caller does not hear of it. */
  | 'taken-and-cut'
  | 'cut'
  | { kind: ModelErrorKind; code?: string; retryAfter?: number }
  /** Answered when this settles; taken before. */
  | { wait: Promise<void> };

export interface MemoryJob {
  vendorId: string;
  ask: Ask;
  createdAt: Date;
  status: JobStatus;
  stopped: boolean;
}

/** A vendor in memory that does as it is told. */
export interface MemoryVendor {
  engine: ModelEngine;
  /** What was taken, in order: every one of them is charged. */
  jobs: MemoryJob[];
  /** For the next calls that ask, in order; `taken` without any. */
  fates: Fate[];
  /** Thrown by the next looks, in order. */
  lookFaults: Error[];
  fetchFaults: Error[];
  listFaults: Error[];
  /** How new jobs stand at once. */
  status: JobStatus;
  /** Jobs that its list does not show yet. */
  unlisted: Set<string>;
  looks: number;
  cancels: 'stopped' | 'running';
  /** Called when a call arrives, before anything else. */
  onSubmit?: ((ask: Ask) => void | Promise<void>) | undefined;
}

export const trouble = (
  kind: ModelErrorKind,
  { code = kind, retryAfter }: { code?: string; retryAfter?: number } = {},
): ModelError =>
  new ModelError(
    kind,
    { code, message: `The vendor says ${code}.`, advice: 'Try other words.' },
    { retryAfter },
  );

let vendors = 0;

/** @example const vendor = memoryVendor(); vendor.fates.push('taken-and-cut'); */
export function memoryVendor(options: { name?: 'videos' | 'vendors' } = {}): MemoryVendor {
  const { name = 'videos' } = options;
  const number = (vendors += 1);
  const vendor: MemoryVendor = {
    jobs: [],
    fates: [],
    lookFaults: [],
    fetchFaults: [],
    listFaults: [],
    status: { state: 'completed' },
    unlisted: new Set(),
    looks: 0,
    cancels: 'stopped',
    engine: {
      name,
      kind: 'model',
      async submit(ask, ledger) {
        await ledger.intent({ prompt: ask.prompt });
        await vendor.onSubmit?.(ask);
        const fate = vendor.fates.shift() ?? 'taken';
        if (fate === 'cut') throw trouble('unclear');
        if (typeof fate === 'object' && 'kind' in fate) throw trouble(fate.kind, fate);
        const job = take(ask);
        if (fate === 'taken-and-cut') throw trouble('unclear');
        if (typeof fate === 'object') await fate.wait;
        await ledger.submitted({ vendorId: job.vendorId });
      },
      async poll(_model, { vendorId }) {
        vendor.looks += 1;
        const fault = vendor.lookFaults.shift();
        if (fault) throw fault;
        const job = vendor.jobs.find((known) => known.vendorId === vendorId);
        if (!job) throw trouble('gone');
        return job.status;
      },
      async fetch(): Promise<MadeFile> {
        const fault = vendor.fetchFaults.shift();
        if (fault) throw fault;
        return { type: 'video/mp4', bytes: bytesOf('a video') };
      },
      async *list(model: CatalogueModel): AsyncGenerator<ListedJob> {
        const fault = vendor.listFaults.shift();
        if (fault) throw fault;
        for (const job of [...vendor.jobs].reverse())
          if (!vendor.unlisted.has(job.vendorId))
            yield {
              vendorId: job.vendorId,
              createdAt: job.createdAt,
              model: model.model,
              prompt: job.ask.prompt,
              size: `${job.ask.size.width}x${job.ask.size.height}`,
              seconds: String(job.ask.seconds),
              remixedFrom: null,
            };
      },
      async cancel(_model, { vendorId }) {
        const job = vendor.jobs.find((known) => known.vendorId === vendorId);
        if (job && vendor.cancels === 'stopped') job.stopped = true;
        return vendor.cancels;
      },
    },
  };
  function take(ask: Ask): MemoryJob {
    const job = {
      vendorId: `job-${number}-${vendor.jobs.length + 1}`,
      ask,
      createdAt: new Date(),
      status: vendor.status,
      stopped: false,
    };
    vendor.jobs.push(job);
    return job;
  }
  return vendor;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
