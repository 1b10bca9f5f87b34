import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all below it held at a time. */
export interface MemorySample {
  /** Since the watch began. */
  seconds: number;
  megabytes: number;
}

/** Watches the resident memory of a process and all below it, twenty times a second. */
export function watchMemory(root: number): {
  peakMegabytes(): number;
  samples: readonly MemorySample[];
  stop(): void;
} {
  const samples: MemorySample[] = [];
  const began = performance.now();
  const timer = setInterval(() => {
    const megabytes = familyOf(root).reduce((total, pid) => total + residentMegabytes(pid), 0);
    samples.push({ seconds: (performance.now() - began) / 1000, megabytes });
  }, 50);
  return { peakMegabytes: () => peakOf(samples), samples, stop: () => clearInterval(timer) };
}

export function peakOf(samples: readonly MemorySample[]): number {
  return samples.reduce((peak, { megabytes }) => Math.max(peak, megabytes), 0);
}

/** The ids of the processes below one, by their command line. */
export function childrenOf(root: number, says: string): number[] {
  return listed()
    .filter(({ parent, command }) => parent === root && command.includes(says))
    .map(({ pid }) => pid);
}

/** A process and all below it. Read from /proc: starting a `ps` twenty times a second would slow down what is measured. */
export function familyOf(root: number): number[] {
  const family = [root];
  for (const pid of family) family.push(...childrenListed(pid));
  return family;
}

function childrenListed(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function listed(): Array<{ pid: number; parent: number; command: string }> {
  return execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
    });
}

function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
