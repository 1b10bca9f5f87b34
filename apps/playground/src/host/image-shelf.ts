import type { KeyValueStore } from './key-value-store.ts';
import { sha1 } from './sha1.ts';

export interface ImageSize {
  width: number;
  height: number;
}

interface ShelfOptions {
  /** The bytes of one of the document's own images. */
  fetchBytes(hash: string): Promise<Uint8Array | undefined>;
  /** Whether the document has an image. */
  has(hash: string): boolean;
  /** Where added images are kept. */
  store: KeyValueStore;
}

/** The images and videos of a document by hash: its own, fetched when asked for, and those that a plugin added. */
export class ImageShelf {
  private readonly options: ShelfOptions;
  private readonly kept: Set<string>;
  private readonly added = new Map<string, Uint8Array>();

  private constructor(options: ShelfOptions, kept: readonly string[]) {
    this.options = options;
    this.kept = new Set(kept);
  }

  /** Opens the shelf with what was added to it before. */
  static async open(options: ShelfOptions): Promise<ImageShelf> {
    return new ImageShelf(options, await options.store.keys());
  }

  exists(hash: string): boolean {
    return this.added.has(hash) || this.kept.has(hash) || this.options.has(hash);
  }

  async bytes(hash: string): Promise<Uint8Array | undefined> {
    const known = this.added.get(hash);
    if (known) return known;
    const kept = this.kept.has(hash) ? await this.options.store.get(hash) : undefined;
    if (kept instanceof Uint8Array) {
      this.added.set(hash, kept);
      return kept;
    }
    return this.options.fetchBytes(hash);
  }

  /** Puts bytes on the shelf; the answer is their SHA-1, as Figma names images. */
  add(bytes: Uint8Array): string {
    const hash = sha1(bytes);
    if (!this.added.has(hash)) {
      const copy = bytes.slice();
      this.added.set(hash, copy);
      this.options.store.set(hash, copy).catch(() => undefined);
    }
    return hash;
  }
}

/** Width and height of a PNG, JPEG or GIF, from its header; undefined for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length >= 10 && view.getUint32(0) === 0x47494638) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
