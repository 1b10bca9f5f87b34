import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The secret that signs cookies: AUTH_SECRET, else one that is made once in the data folder. */
export async function authSecret(config: Pick<Config, 'authSecret' | 'dataDir'>): Promise<string> {
  if (config.authSecret) return config.authSecret;
  const path = join(config.dataDir, 'auth-secret');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known) return known.trim();
  await mkdir(config.dataDir, { recursive: true });
  // Written whole before it has its name: of two processes that start at once, both read the same one.
  const temporary = `${path}.${randomUUID()}`;
  await writeFile(temporary, randomBytes(32).toString('base64url'), { mode: 0o600 });
  await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(temporary);
  return (await readFile(path, 'utf8')).trim();
}
