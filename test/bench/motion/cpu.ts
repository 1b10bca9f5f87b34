import { readFileSync } from 'node:fs';

/** The kernel's clock ticks a second (`getconf CLK_TCK`): 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time, user and system, of this process, its threads, and its children that have ended. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childrenSeconds();
}

/** Of the children that have ended alone; proc(5), fields 16 and 17 of `stat`. */
export function childrenSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The second field is the program's name in brackets, which may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}
