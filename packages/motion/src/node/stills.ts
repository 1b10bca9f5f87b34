import type { Shot } from '@animatic/schema';
import { Canvas } from '@napi-rs/canvas';
import { type BitmapOf, type Stage, stillsOfShot } from '../core/index.ts';
import { decodeStill, type NodeBitmap } from './host.ts';
import { releaseCanvas } from './painter/sprite.ts';

/** Reads a still's bytes by its hash. */
export type LoadStill = (hash: string) => Promise<Uint8Array>;

/** A still whose bytes are no picture that can be drawn. */
export class StillUnreadable extends Error {
  override name = 'StillUnreadable';
  readonly hash: string;

  constructor(hash: string, options?: ErrorOptions) {
    super(`the still ${hash} cannot be read as a picture: capture its frame again`, options);
    this.hash = hash;
  }
}

/** Stills ready to be drawn; `release` frees their memory. */
export interface DecodedStills {
  bitmapOf: BitmapOf<NodeBitmap>;
  release(): void;
}

/** Who decodes stills, and frees them. */
export interface Decoder {
  decode(bytes: Uint8Array, signal?: AbortSignal): Promise<NodeBitmap>;
  release?(bitmap: NodeBitmap): void;
}

const ONTO_CANVASES: Decoder = {
  decode: decodeStill,
  release(bitmap) {
    if (bitmap instanceof Canvas) releaseCanvas(bitmap);
  },
};

/**
 * Decodes some stills, one after the other, so that memory never holds more than one encoded file.
 *
 * @throws StillUnreadable, or what `loadStill` throws for one that is missing
 */
export async function decodeStills(
  hashes: readonly string[],
  loadStill: LoadStill,
  signal?: AbortSignal,
  decoder: Decoder = ONTO_CANVASES,
): Promise<DecodedStills> {
  const decoded = new Map<string, NodeBitmap>();
  const release = () => {
    for (const bitmap of decoded.values()) decoder.release?.(bitmap);
    decoded.clear();
  };
  for (const hash of hashes) {
    signal?.throwIfAborted();
    const bytes = await loadStill(hash);
    try {
      decoded.set(hash, await decoder.decode(bytes, signal));
    } catch (cause) {
      release();
      signal?.throwIfAborted();
      throw new StillUnreadable(hash, { cause });
    }
  }
  return {
    bitmapOf(hash) {
      const bitmap = decoded.get(hash);
      if (!bitmap) throw new Error(`the still ${hash} was not loaded`);
      return bitmap;
    },
    release,
  };
}

/** Makes a shot ready on a stage; its decoded stills are let go of again. */
export async function openShot(
  stage: Stage<NodeBitmap>,
  index: number,
  shot: Shot,
  loadStill: LoadStill,
  decoder: Decoder,
  signal?: AbortSignal,
): Promise<void> {
  if (stage.reopen(index)) return;
  const stills = await decodeStills(stillsOfShot(shot, true), loadStill, signal, decoder);
  stage.open(index, stills.bitmapOf);
  stills.release();
}
