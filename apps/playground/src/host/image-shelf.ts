import type { KeyValueStore } from './key-value-store.ts';

export interface ImageSize {
  width: number;
  height: number;
}

/** The images and videos of a document by hash: its own, fetched when asked for, and those that a plugin added. */
export class ImageShelf {
  private readonly fetched: (hash: string) => Promise<Uint8Array | undefined>;
  private readonly has: (hash: string) => boolean;
  private readonly added = new Map<string, Uint8Array>();
  private readonly store: KeyValueStore;

  constructor(options: {
    fetchBytes(hash: string): Promise<Uint8Array | undefined>;
    has(hash: string): boolean;
    store: KeyValueStore;
  }) {
    this.fetched = options.fetchBytes;
    this.has = options.has;
    this.store = options.store;
  }

  exists(hash: string): boolean {
    return this.added.has(hash) || this.has(hash);
  }

  async bytes(hash: string): Promise<Uint8Array | undefined> {
    const known = this.added.get(hash);
    if (known) return known;
    const kept = await this.store.get(hash);
    if (kept instanceof Uint8Array) {
      this.added.set(hash, kept);
      return kept;
    }
    return this.fetched(hash);
  }

  /** Puts bytes on the shelf under a hash that fits Figma's form (40 hexadecimal digits). */
  add(bytes: Uint8Array): string {
    const hash = fingerprint(bytes);
    if (!this.added.has(hash)) {
      const copy = bytes.slice();
      this.added.set(hash, copy);
      this.store.set(hash, copy).catch(() => undefined);
    }
    return hash;
  }
}

/** Five 32-bit FNV-1a sums over the bytes, each begun differently: a name, not a proof of content. */
function fingerprint(bytes: Uint8Array): string {
  const sums = [0x811c9dc5, 0x1000193, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
  const words = sums.map((start, lane) => {
    let sum = start ^ bytes.length;
    for (let i = lane; i < bytes.length; i += 1 + (bytes.length >> 20)) {
      sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193);
    }
    return (sum >>> 0).toString(16).padStart(8, '0');
  });
  return words.join('');
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
