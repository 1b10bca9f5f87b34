import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Watches the resident memory of a process and all below it, twenty times a second. */
export function watchMemory(root: number): { peakMegabytes(): number; stop(): void } {
  let peak = 0;
  const timer = setInterval(() => {
    const sum = familyOf(root).reduce((total, pid) => total + residentMegabytes(pid), 0);
    peak = Math.max(peak, sum);
  }, 50);
  return { peakMegabytes: () => peak, stop: () => clearInterval(timer) };
}

/** The ids of the processes below one, by their command line. */
export function childrenOf(root: number, says: string): number[] {
  return listed()
    .filter(({ parent, command }) => parent === root && command.includes(says))
    .map(({ pid }) => pid);
}

function familyOf(root: number): number[] {
  const all = listed();
  const family = [root];
  for (const pid of family) family.push(...all.filter(({ parent }) => parent === pid).map((one) => one.pid));
  return family;
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
