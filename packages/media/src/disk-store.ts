import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha256 } from '@animatic/schema';
import { collectDisk } from './disk-collect.ts';
import { MediaError } from './media-error.ts';
import type { MediaStore } from './media-store.ts';

const HASH = /^[0-9a-f]{64}$/;
const WORKSPACE = /^[\w-]{1,64}$/;

/** Where things lie below the store's root; nothing but hashes and workspace ids ever becomes a path. */
export interface DiskLayout {
  temporary: string;
  folder(workspaceId: string, hash: Sha256): string;
  file(workspaceId: string, hash: Sha256): string;
}

export function diskLayout(root: string): DiskLayout {
  const folder = (workspaceId: string, hash: Sha256) => {
    if (!WORKSPACE.test(workspaceId)) throw new TypeError(`not a workspace id: ${workspaceId}`);
    if (!HASH.test(hash)) throw new TypeError(`not a SHA-256: ${hash}`);
    return join(root, workspaceId, hash.slice(0, 2));
  };
  return {
    temporary: join(root, 'tmp'),
    folder,
    file: (workspaceId, hash) => join(folder(workspaceId, hash), hash),
  };
}

/**
 * The media store on a disk: written under a temporary name, synced, renamed.
 *
 * @example const media = diskStore('/var/lib/animatic/media'); await media.put(workspaceId, request.body);
 */
export function diskStore(root: string): MediaStore {
  const layout = diskLayout(root);
  return {
    async put(workspaceId, source, options = {}) {
      await mkdir(layout.temporary, { recursive: true });
      const temporary = join(layout.temporary, randomUUID());
      try {
        const { hash, bytes } = await writeSynced(temporary, source, options.maxBytes ?? Infinity);
        if (options.expected !== undefined && hash !== options.expected)
          throw new MediaError(
            'hash_mismatch',
            `The bytes have the SHA-256 ${hash}, not ${options.expected}.`,
            'The SHA-256 of the bytes that are sent.',
          );
        await options.check?.(temporary);
        const folder = layout.folder(workspaceId, hash);
        await mkdir(folder, { recursive: true });
        // Also over an equal file that is there: its age starts anew, so that collection leaves it alone.
        await rename(temporary, join(folder, hash));
        await syncFolder(folder);
        return { hash, bytes };
      } catch (error) {
        await rm(temporary, { force: true });
        if (isCode(error, 'ENOSPC', 'EDQUOT'))
          throw new MediaError('disk_full', 'The server has no space left for files.', undefined, {
            cause: error,
          });
        throw error;
      }
    },

    async stat(workspaceId, hash) {
      try {
        return { bytes: (await stat(layout.file(workspaceId, hash))).size };
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }
    },

    async open(workspaceId, hash, range) {
      try {
        const file = await open(layout.file(workspaceId, hash), 'r');
        return file.createReadStream({ ...range, highWaterMark: 256 * 1024 });
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }
    },

    async path(workspaceId, hash) {
      const path = layout.file(workspaceId, hash);
      try {
        await stat(path);
        return path;
      } catch (error) {
        if (isCode(error, 'ENOENT')) return null;
        throw error;
      }
    },

    async delete(workspaceId, hash) {
      try {
        await unlink(layout.file(workspaceId, hash));
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
      }
    },

    collect: (options) => collectDisk(root, layout, options),
  };
}

async function writeSynced(
  path: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ hash: Sha256; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file: FileHandle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes)
        throw new MediaError(
          'too_large',
          `The file is larger than ${megabytes(maxBytes)}.`,
          `At most ${maxBytes} bytes.`,
        );
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), bytes };
}

const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** A rename is only safe from a power cut when its folder is synced too; not every system lets one open a folder. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isCode(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL')) throw error;
  }
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
