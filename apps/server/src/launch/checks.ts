import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PlainError } from './plain-error.ts';

/**
 * Makes the data folder and tries to write into it.
 *
 * @throws PlainError that names the folder and what to do
 */
export async function requireWritable(folder: string): Promise<void> {
  const probe = join(folder, `.write-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = code === 'ENOSPC' ? 'the disk is full' : `no write access (${code || error})`;
    throw new PlainError(
      `The data folder ${folder} cannot be written: ${why}. Choose another one: DATA_DIR=/path/to/a/folder npm start`,
    );
  }
}

/** Like mkdir's own `recursive`, which never ends where a file system makes no folders at all, such as /proc. */
async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  await make().catch(async (error) => {
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  });
}

/**
 * Makes sure that nobody listens on the port yet.
 *
 * @param patienceMs how long to wait for a process on its way out to let go of it
 * @throws PlainError that names the port and what to do
 */
export async function requireFreePort(host: string, port: number, patienceMs = 0): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const problem = await tryListening(host, port);
    if (!problem) return;
    if (problem !== 'EADDRINUSE')
      throw new PlainError(
        problem === 'EACCES'
          ? `Port ${port} may not be opened by this user. Choose another one, above 1023: PORT=8788 npm start`
          : `Nothing can listen on ${host}:${port} (${problem}). Set HOST and PORT to an address of this machine.`,
      );
    if (Date.now() >= deadline)
      throw new PlainError(
        `Port ${port} is busy: another program listens on it. Stop that, or choose another port: PORT=${port + 1} npm start`,
      );
    await delay(50);
  }
}

async function tryListening(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  const problem = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
  if (!problem) await new Promise((resolve) => server.close(resolve));
  return problem;
}
