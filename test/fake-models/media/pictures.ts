import { sha256 } from '../chance.ts';
import type { Size } from '../jobs/job.ts';
import { type ImageType, imageFacts } from './image-size.ts';

export interface Picture {
  name: string;
  type: ImageType;
  size: Size;
  bytes: Uint8Array;
}

/** Pictures that came with what was asked, each kept once. */
export class Pictures {
  private readonly byName = new Map<string, Picture>();

  /** @returns undefined where the bytes are no PNG, JPEG or WebP */
  add(bytes: Uint8Array): Picture | undefined {
    const facts = imageFacts(bytes);
    if (!facts) return undefined;
    const name = sha256(bytes);
    const kept = this.byName.get(name) ?? { name, ...facts, bytes };
    this.byName.set(name, kept);
    return kept;
  }

  get(name: string): Picture {
    const picture = this.byName.get(name);
    if (!picture) throw new Error(`no picture ${name} is kept`);
    return picture;
  }

  clear(): void {
    this.byName.clear();
  }
}

/** The bytes of a data URL. @returns undefined where it is none */
export function dataUrlBytes(url: string): Uint8Array | undefined {
  const found = /^data:[\w.+-]+\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]*)$/.exec(url);
  return found ? Buffer.from(found[1]!, 'base64') : undefined;
}
