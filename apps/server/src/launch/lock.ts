import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { PlainError } from './plain-error.ts';
import { processIdentity } from './process-identity.ts';

const holderSchema = z.object({ pid: z.number().int().positive(), identity: z.string(), url: z.string() });

export interface Lock {
  /** True where the last holder ended without letting go: its processes may still be on their way out. */
  afterCrash: boolean;
  release(): Promise<void>;
}

/**
 * Holds a data folder for this process. What a killed process left behind is told by its start time, so that a lock
 * never outlives its holder.
 *
 * @param url where the holder can be reached, for the message that a second start prints
 * @throws PlainError when another process holds the folder
 * @example const lock = await lockFolder('.animatic', 'http://localhost:8787');
 */
export async function lockFolder(folder: string, url: string): Promise<Lock> {
  const file = join(folder, 'lock');
  const identity = (await processIdentity(process.pid)) ?? '';
  const mine = JSON.stringify({ pid: process.pid, identity, url });
  let afterCrash = false;
  for (let attempt = 0; attempt < 20; attempt++) {
    // Written whole before it is the lock: nobody ever reads half of one.
    const handle = await open(file, 'wx', 0o600).catch((error) => {
      if (error.code === 'EEXIST') return undefined;
      throw error;
    });
    if (handle) {
      await handle.writeFile(mine);
      await handle.close();
      return {
        afterCrash,
        release: async () => {
          if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
        },
      };
    }
    const text = await readFile(file, 'utf8').catch(() => '');
    const holder = parseHolder(text);
    if (holder && (await processIdentity(holder.pid)) === holder.identity)
      throw new PlainError(
        `Animatic already runs on ${folder} (process ${holder.pid}, ${holder.url}). ` +
          'Stop it first, or give this one a folder and a port of its own: DATA_DIR=… PORT=… npm start',
      );
    if (!holder && attempt < 10) {
      // Just made by another start, its words not there yet.
      await new Promise((resolve) => setTimeout(resolve, 50));
      continue;
    }
    afterCrash = true;
    // Moved aside rather than removed: of two starts that both see a stale lock, one moves it.
    const aside = `${file}.${process.pid}`;
    await rename(file, aside).catch(() => {});
    if ((await readFile(aside, 'utf8').catch(() => text)) !== text) await rename(aside, file).catch(() => {});
    await rm(aside, { force: true });
  }
  throw new PlainError(
    `The lock ${file} cannot be taken. Remove it if no Animatic runs there, and start again.`,
  );
}

function parseHolder(text: string) {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
