import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiskLayout } from './disk-store.ts';
import type { CollectOptions } from './media-store.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Deletes old files that nothing refers to, folder by folder, and uploads that broke off. */
export async function collectDisk(
  root: string,
  layout: DiskLayout,
  { olderThan = DAY, referenced }: CollectOptions,
): Promise<{ files: number; bytes: number }> {
  const before = Date.now() - olderThan;
  const gone = { files: 0, bytes: 0 };
  for (const name of await list(layout.temporary)) await removeIfOld(join(layout.temporary, name), before);
  for (const workspaceId of await list(root)) {
    if (workspaceId === 'tmp') continue;
    for (const prefix of await list(join(root, workspaceId))) {
      const folder = join(root, workspaceId, prefix);
      const old = [];
      for (const hash of await list(folder)) if (await isOld(join(folder, hash), before)) old.push(hash);
      if (old.length === 0) continue;
      const kept = await referenced(workspaceId, old);
      for (const hash of old) {
        if (kept.has(hash)) continue;
        const bytes = await removeAside(join(folder, hash), layout.temporary, before);
        if (bytes === null) continue;
        gone.files += 1;
        gone.bytes += bytes;
      }
    }
  }
  return gone;
}

/**
 * Takes the file out of its place first and looks at its age then: one that was put again in between goes back.
 * Gives its size, or null where it stays.
 */
async function removeAside(path: string, temporary: string, before: number): Promise<number | null> {
  await mkdir(temporary, { recursive: true });
  const aside = join(temporary, randomUUID());
  try {
    await rename(path, aside);
  } catch {
    return null;
  }
  const { mtimeMs, size } = await stat(aside);
  if (mtimeMs >= before) {
    await rename(aside, path);
    return null;
  }
  await rm(aside, { force: true });
  return size;
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function isOld(path: string, before: number): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile() && found.mtimeMs < before,
    () => false,
  );
}

async function removeIfOld(path: string, before: number): Promise<void> {
  if (await isOld(path, before)) await rm(path, { force: true });
}
