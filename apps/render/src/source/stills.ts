import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { checkStill, MediaError } from '@animatic/media';
import { type Color, MAX_STILL_SIDE, type Picture, type Sha256 } from '@animatic/schema';
import { edgeColor } from './edge-color.ts';
import { MAX_PICTURE_PIXELS, pngSize, tileStill } from './tile-still.ts';

const HASH = /^[0-9a-f]{64}$/;
const ENDS = ['.png', '.jpg', '.jpeg', ''];

/** A still that is not there, or is not what it has to be; the message is for people. */
export class StillRefused extends Error {
  override name = 'StillRefused';
}

/** A picture, and what its pixels say of the frame that it shows. */
export interface FoundPicture {
  picture: Picture;
  background: Color | undefined;
}

/** Stills on the disk: by their hash in a folder, or by a path that a storyboard names. */
export interface StillFolder {
  /** A picture out of a path relative to the storyboard's folder, or out of a hash. @throws {StillRefused} */
  picture(pathOrHash: string): Promise<FoundPicture>;
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
  const tiles = new Map<Sha256, Uint8Array>();
  const looked = new Map<string, Promise<FoundPicture>>();
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
    const tile = tiles.get(hash);
    if (tile) return tile;
    const path = await pathOf(hash);
    if (!path) throw new StillRefused(`there is no still ${hash}.png in ${folders.stills}`);
    const bytes = await readFile(path);
    if (hashOf(bytes) !== hash)
      throw new StillRefused(
        `${path} is not the still ${hash.slice(0, 12)}…: its bytes have another SHA-256`,
      );
    return bytes;
  };

  const look = async (path: string): Promise<FoundPicture> => {
    const size = await largeSize(path);
    if (size) {
      if (size.width * size.height > MAX_PICTURE_PIXELS)
        throw new StillRefused(
          `${basename(path)}: ${size.width} × ${size.height} pixels. Allowed: at most ${MAX_PICTURE_PIXELS / 1e6} million`,
        );
      const bytes = await readFile(path);
      const picture = await tileStill(bytes, (hash, png) => tiles.set(hash, png)).catch((cause: unknown) => {
        throw new StillRefused(`${basename(path)}: the picture cannot be read`, { cause });
      });
      return { picture, background: undefined };
    }
    const { width, height } = await checkStill(path).catch((error: unknown) => {
      if (!(error instanceof MediaError)) throw error;
      const allowed = error.allowed && `Allowed: ${error.allowed}`;
      throw new StillRefused(`${basename(path)}: ${[error.message, allowed].filter(Boolean).join(' ')}`);
    });
    const bytes = await readFile(path);
    const still = hashOf(bytes);
    found.set(still, path);
    const picture = { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
    return { picture, background: await edgeColor(bytes) };
  };

  return {
    files,
    read,
    has: async (hash) => tiles.has(hash) || (await pathOf(hash)) !== undefined,
    async picture(pathOrHash) {
      const named = HASH.test(pathOrHash) ? await pathOf(pathOrHash) : resolve(folders.base, pathOrHash);
      if (!named) throw new StillRefused(`there is no ${pathOrHash}.png in ${folders.stills}`);
      files.add(named);
      if (!(await isFile(named)))
        throw new StillRefused(`there is no file ${pathOrHash} (looked for ${named})`);
      const seen = looked.get(named) ?? look(named);
      looked.set(named, seen);
      return await seen;
    },
  };
}

const hashOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex');

/** A pipe or a device under a still's name would be waited for without end. */
async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ?? false;
}

/** The size of a PNG that is too large for one still, read from its first bytes. */
async function largeSize(path: string): Promise<{ width: number; height: number } | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0);
    const size = pngSize(buffer.subarray(0, bytesRead));
    return size && Math.max(size.width, size.height) > MAX_STILL_SIDE ? size : undefined;
  } finally {
    await file.close();
  }
}
