import { readFileSync } from 'node:fs';
import { familyOf } from '../memory.ts';

/** The kernel's clock ticks a second (`getconf CLK_TCK`): 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time, user and system, of this process, its threads, and its children that have ended. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
}

/** Of the children that have ended alone. */
export function childrenSeconds(): number {
  return secondsOf('self').children;
}

/** Of a process and all below it, those that have ended included. */
export function familySeconds(root: number): number {
  return familyOf(root).reduce((sum, pid) => {
    const { own, children } = secondsOf(pid);
    return sum + own + children;
  }, 0);
}

/** proc(5), fields 14 to 17 of `stat`. */
function secondsOf(pid: number | 'self'): { own: number; children: number } {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return { own: 0, children: 0 };
  }
  // The second field is the program's name in brackets, which may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) / TICKS;
  return { own: seconds(11), children: seconds(13) };
}
