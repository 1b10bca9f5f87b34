import type { Sha256, Size } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { Ledger } from './ledger.ts';

/** A picture or a video that goes along with what is asked. */
export interface AskInput {
  hash: Sha256;
  type: 'image/png' | 'image/jpeg' | 'video/mp4';
  bytes(): Promise<Uint8Array>;
}

/** What an ask starts from, with all that the vendor needs to know of it. */
export type AskStart =
  | { kind: 'words' }
  /** `first` has exactly the asked size. */
  | { kind: 'frames'; first: AskInput; last?: AskInput }
  /** The vendor's own extension, remix or edit of a video that it made. */
  | { kind: 'extend' | 'remix' | 'edit'; vendorId: string }
  /** Images: the inputs, the first one is the frame; `mask`'s clear parts are painted. */
  | { kind: 'inputs'; inputs: readonly AskInput[]; mask?: AskInput };

/** One thing that is asked of a model, checked against its entry: exactly what is sent. */
export interface Ask {
  model: CatalogueModel;
  prompt: string;
  start: AskStart;
  /** Pixels. */
  size: Size;
  /** Seconds; null for images. */
  seconds: number | null;
  seed?: number | undefined;
  sound: boolean;
  transparent: boolean;
  characters: readonly string[];
}

/** What is kept of a call that was taken: enough to ask after it from another process. JSON only. */
export interface Job {
  vendorId: string;
  /** The AI SDK's persistable operation, where there is one. */
  operation?: unknown;
}

/** How a job stands at the vendor. */
export type JobStatus =
  | { state: 'running' /** 0 to 1; null where the vendor says nothing. */; progress: number | null }
  | { state: 'completed' /** What it cost, where the vendor says so. */; cost?: number | undefined }
  | { state: 'failed'; error: ModelFailure };

/** Why a model did not make something, in words for designers. */
export interface ModelFailure {
  /** Stable, e.g. `moderation_blocked`, `refused`, `expired`, `vendor_failed`. */
  code: string;
  /** What happened. */
  message: string;
  /** What to try. */
  advice: string;
}

/** A file that was made. The caller reads `bytes` to the end or aborts. */
export interface MadeFile {
  type: 'video/mp4' | 'video/webm' | 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: AsyncIterable<Uint8Array>;
}

/** One entry of a vendor's list of what was asked for. */
export interface ListedJob {
  vendorId: string;
  createdAt: Date;
  model: string;
  /** Null where the list does not say. */
  prompt: string | null;
  size: string | null;
  seconds: string | null;
  /** Where it was made from another video. */
  remixedFrom: string | null;
}

/** What an engine is given besides the ask: the key, the time, the ledger. It knows no database. */
export interface ModelContext {
  signal: AbortSignal;
  /** Undefined where the provider needs none. */
  key: string | undefined;
  /** Where the provider is, if not at its wire's own address. */
  baseUrl: string | undefined;
  /** Where the vendor may send its webhooks, where this server can be reached. */
  webhookUrl?: string | undefined;
}

/** An engine that asks a model. It never asks twice by itself: who calls it decides, by what it throws. */
export interface ModelEngine {
  name: 'videos' | 'images' | 'vendors';
  kind: 'model';
  /**
   * Asks, once. `ledger.intent` is awaited before anything is sent, `ledger.submitted` as soon as the vendor has taken
   * it. Images come with the answer and go to `ledger.made`.
   *
   * @throws {ModelError} whose `kind` says whether it may have been taken
   */
  submit(ask: Ask, ledger: Ledger, context: ModelContext): Promise<void>;
  /** How it stands. Undefined where the answer to `submit` is all there is. */
  poll?(model: CatalogueModel, job: Job, context: ModelContext): Promise<JobStatus>;
  /** The finished file. @throws {ModelError} `gone` where it is not to be had any more */
  fetch?(model: CatalogueModel, job: Job, context: ModelContext): Promise<MadeFile>;
  /** What was asked since then, newest first, where the provider lists. */
  list?(model: CatalogueModel, since: Date, context: ModelContext): AsyncIterable<ListedJob>;
  /** Stops it where the vendor can; `running` where it goes on, and costs. */
  cancel?(model: CatalogueModel, job: Job, context: ModelContext): Promise<'stopped' | 'running'>;
}
