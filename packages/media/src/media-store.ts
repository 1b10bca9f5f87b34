import type { Readable } from 'node:stream';
import type { Sha256 } from '@animatic/schema';

/** Bytes `start` to `end`, both included, as HTTP counts them. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface MediaStat {
  bytes: number;
}

/**
 * Files named by the SHA-256 of their bytes, each within one workspace. What is acknowledged is on disk; what is
 * half written is never seen.
 */
export interface MediaStore {
  /**
   * Takes a stream whole or not at all.
   *
   * @throws {MediaError} `hash_mismatch`, `too_large`, `disk_full`
   */
  put(
    workspaceId: string,
    source: AsyncIterable<Uint8Array>,
    options?: PutOptions,
  ): Promise<{ hash: Sha256; bytes: number }>;
  /** Null for what is not there. */
  stat(workspaceId: string, hash: Sha256): Promise<MediaStat | null>;
  /** Null for what is not there. The caller reads the stream or destroys it. */
  open(workspaceId: string, hash: Sha256, range?: ByteRange): Promise<Readable | null>;
  /** A path on this machine to read from: for decoders and ffmpeg. Null for what is not there. */
  path(workspaceId: string, hash: Sha256): Promise<string | null>;
  delete(workspaceId: string, hash: Sha256): Promise<void>;
  /** Deletes what is older than `olderThan` and not referenced, and uploads that never ended. */
  collect(options: CollectOptions): Promise<{ files: number; bytes: number }>;
}

export interface PutOptions {
  /** Refused if the bytes are others. */
  expected?: Sha256;
  maxBytes?: number;
  /** Looks at the complete temporary file before it gets its name; what it throws refuses the file. */
  check?: (path: string) => Promise<void>;
}

export interface CollectOptions {
  /** Milliseconds; a day without it. */
  olderThan?: number;
  /** Which of these are still referred to. */
  referenced: (workspaceId: string, hashes: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>;
}
