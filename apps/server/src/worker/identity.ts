import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { processIdentity } from '../launch/process-identity.ts';

/**
 * A worker's name on the rows it holds: its machine, process and a random end, so that a worker that comes up can tell
 * which leases belong to dead processes of its own machine.
 *
 * @example await newWorkerId() // 'studio-7/4711/1b2c…/9f'
 */
export async function newWorkerId(pid = process.pid): Promise<string> {
  const identity = (await processIdentity(pid)) ?? 'unknown';
  return `${hostname()}/${pid}/${identity.replaceAll('/', ':')}/${randomBytes(4).toString('hex')}`;
}

/** Whether a worker of this machine is certainly gone. What another machine's worker does cannot be told from here. */
export async function isDeadHere(workerId: string): Promise<boolean> {
  const [host, pid, identity] = workerId.split('/');
  if (host !== hostname() || !Number(pid) || !identity) return false;
  return (await processIdentity(Number(pid)))?.replaceAll('/', ':') !== identity;
}

/** The worker's name as a folder's. */
export const folderOf = (workerId: string): string => workerId.replaceAll('/', '_').replaceAll(':', '-');
/** And back. */
export function workerOf(folder: string): string {
  const [random, identity, pid, ...host] = folder.split('_').reverse();
  return [host.reverse().join('_'), pid, identity?.replaceAll(/-(?=\d+$)/g, ':'), random].join('/');
}
