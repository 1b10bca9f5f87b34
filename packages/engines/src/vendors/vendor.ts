import type { experimental_startVideo } from 'ai';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { Said } from '../model/failures.ts';
import type { Ask } from '../model/model-engine.ts';

type StartOptions = Parameters<typeof experimental_startVideo>[0];
/** A video model of the AI SDK, as a provider makes it. */
export type VideoModel = StartOptions['model'];
export type Operation = Awaited<ReturnType<typeof experimental_startVideo>>['operation'];
type JsonObject = NonNullable<NonNullable<StartOptions['providerOptions']>[string]>;

/** What a model of the SDK is told besides words and pictures. */
export interface VendorSettings
  extends Pick<StartOptions, 'aspectRatio' | 'resolution' | 'duration' | 'seed' | 'generateAudio'> {
  /** In the SDK's own part for this provider. */
  options: JsonObject;
  /** Whether the first frame goes in by its role; else it is the prompt's image. */
  frames: 'by-role' | 'as-image';
}

/** Where a provider is, and by what it is asked. */
export interface VendorAccess {
  apiKey: string;
  baseURL: string;
  fetch: typeof globalThis.fetch;
}

/** A picture as `data:` address, for fields that the SDK has no word for. */
export type FramesAsUrls = { first?: string | undefined; last?: string | undefined };

/** A provider of the AI SDK: what is its own; all else is the same code. */
export interface Vendor {
  /** The part of `providerOptions` that is its own. */
  part: string;
  open(name: string, access: VendorAccess): VideoModel;
  settings(ask: Ask, frames: FramesAsUrls): VendorSettings;
  /** Its own name of what was asked, out of the SDK's operation. */
  vendorId(operation: Operation): string | undefined;
  /** The operation of a name, where one can be made: what a person knows the name of can be asked after. */
  operation?(vendorId: string, address: string): Operation;
  /** The request's address on the wire, where the SDK has a fixed one. */
  rewrite?(url: string, address: string, name: string): string;
  /** An operation as the SDK takes it back. */
  restore?(operation: Operation, address: string): Operation;
  /** A request as the vendor wants it, where the SDK has no word for what is asked. */
  amend?(body: unknown): unknown;
  /** An answer as the SDK can read it. */
  mend?(body: unknown): unknown;
  /** Whether an answer with an error's status is how it says that it is still at work. */
  stillAtWork?(status: number, body: unknown): boolean;
  /** Why it failed, out of the answer: the SDK keeps only a sentence. */
  said?(body: unknown): Said | undefined;
  /** 0 to 1. */
  progress?(body: unknown): number | undefined;
  /** US dollars. */
  cost?(body: unknown): number | undefined;
  /** Headers for its files, at its own address. */
  fileHeaders?(key: string): Record<string, string>;
  /** The address of a file, out of the SDK's metadata, where the SDK writes the key into the one that it gives. */
  fileUrl?(metadata: unknown): string | undefined;
  /** Extends or edits what it made itself: the settings that say so. */
  change?(ask: Ask, video: string): JsonObject;
  /** The request that stops it. */
  cancel?(
    vendorId: string,
    operation: Operation | undefined,
    access: { address: string; key: string },
  ): { url: string; method: 'POST' | 'PUT'; headers: Record<string, string> } | undefined;
}

/** What an entry's `options` say, behind what is asked. */
export const optionsOf = (
  { model: { options, fields, takes }, sound, size }: Ask,
  tier: (size: Ask['size']) => string,
): Record<string, CatalogueModel['options'][string]> => ({
  ...(fields.resolution && { [fields.resolution]: tier(size) }),
  ...(fields.sound && takes.sound && { [fields.sound]: sound }),
  ...options,
});
