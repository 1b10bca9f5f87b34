import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, isDeadHere, workerOf } from '../identity.ts';

/**
 * This worker's own folder for half made files, and an end to those that dead workers of this machine left behind.
 *
 * @returns the folder's path
 */
export async function openTemporary(dataDir: string, workerId: string): Promise<string> {
  const root = join(dataDir, 'tmp');
  await mkdir(root, { recursive: true });
  for (const name of await readdir(root))
    if (await isDeadHere(workerOf(name))) await rm(join(root, name), { recursive: true, force: true });
  const own = join(root, folderOf(workerId));
  await mkdir(own, { recursive: true });
  return own;
}
