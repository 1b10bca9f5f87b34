import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { checkStill, MediaError } from '@animatic/media';
import type { Picture, Sha256 } from '@animatic/schema';

const HASH = /^[0-9a-f]{64}$/;
const ENDS = ['.png', '.jpg', '.jpeg', ''];

/** A still that is not there, or is not what it has to be; the message is for people. */
export class StillRefused extends Error {
  override name = 'StillRefused';
}

/** Stills on the disk: by their hash in a folder, or by a path that a storyboard names. */
export interface StillFolder {
  /** A picture out of a path relative to the storyboard's folder, or out of a hash. @throws {StillRefused} */
  picture(pathOrHash: string): Promise<Picture>;
  /** Whether a still of this hash can be read. */
  has(hash: Sha256): Promise<boolean>;
  /** A still's bytes, checked against its hash. @throws {StillRefused} */
  read(hash: Sha256): Promise<Uint8Array>;
  /** Every file that was looked at or looked for: what `--watch` looks after. */
  readonly files: ReadonlySet<string>;
}

/**
 * @param folders where the storyboard lies, for paths, and where stills lie by their hash
 * @example const stills = openStills({ base: '/home/ada/clip', stills: '/home/ada/clip/stills' });
 */
export function openStills(folders: { base: string; stills: string }): StillFolder {
  const found = new Map<Sha256, string>();
  const files = new Set<string>();

  const pathOf = async (hash: Sha256): Promise<string | undefined> => {
    const known = found.get(hash);
    if (known) return known;
    for (const end of ENDS) {
      const path = join(folders.stills, hash + end);
      if (await isFile(path)) {
        found.set(hash, path);
        files.add(path);
        return path;
      }
    }
    files.add(join(folders.stills, `${hash}.png`));
    return undefined;
  };

  const read = async (hash: Sha256): Promise<Uint8Array> => {
    const path = await pathOf(hash);
    if (!path) throw new StillRefused(`there is no still ${hash}.png in ${folders.stills}`);
    const bytes = await readFile(path);
    if (hashOf(bytes) !== hash)
      throw new StillRefused(
        `${path} is not the still ${hash.slice(0, 12)}…: its bytes have another SHA-256`,
      );
    return bytes;
  };

  return {
    files,
    read,
    has: async (hash) => (await pathOf(hash)) !== undefined,
    async picture(pathOrHash) {
      const named = HASH.test(pathOrHash) ? await pathOf(pathOrHash) : resolve(folders.base, pathOrHash);
      if (!named) throw new StillRefused(`there is no ${pathOrHash}.png in ${folders.stills}`);
      files.add(named);
      if (!(await isFile(named)))
        throw new StillRefused(`there is no file ${pathOrHash} (looked for ${named})`);
      const { width, height } = await checkStill(named).catch((error: unknown) => {
        if (!(error instanceof MediaError)) throw error;
        throw new StillRefused(
          `${basename(named)}: ${[error.message, error.allowed && `Allowed: ${error.allowed}`].filter(Boolean).join(' ')}`,
        );
      });
      const still = hashOf(await readFile(named));
      found.set(still, named);
      return { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
    },
  };
}

const hashOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex');

/** A pipe or a device under a still's name would be waited for without end. */
async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ?? false;
}
