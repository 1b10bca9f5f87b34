import { setTimeout as delay } from 'node:timers/promises';
import { askRow } from '@animatic/db/testing';
import { atMost, type Figure, told } from '../figure.ts';
import { cpuSeconds, residentMegabytes } from './process-cost.ts';
import { openStage } from './stage.ts';

const IN_FLIGHT = 1_000;
const SECONDS = 40;

/** A thousand generations under way, looked at by one worker every ten seconds at first. */
export async function polling(): Promise<Figure[]> {
  const stage = await openStage(10, 36_000);
  const { studio, sql, pid } = stage;
  try {
    const rows = Array.from({ length: IN_FLIGHT }, () =>
      askRow({ provider: 'bench', model: 'bench-video', estimatedCost: 0.4 }),
    );
    for (let at = 0; at < rows.length; at += 100)
      await studio.generations.createImages({ rows: rows.slice(at, at + 100) });
    const running = async () => {
      const [row] = await sql<{ n: number; polls: number }[]>`
        select count(*)::int as n, coalesce(sum(polls), 0)::int as polls from generation where state = 'running'`;
      return row ?? { n: 0, polls: 0 };
    };
    while ((await running()).n < IN_FLIGHT) await delay(500);
    // Until all were looked at once.
    while ((await running()).polls < IN_FLIGHT) await delay(500);
    const before = { cpu: cpuSeconds(pid), polls: (await running()).polls, at: performance.now() };
    let most = 0;
    while (performance.now() - before.at < SECONDS * 1000) {
      most = Math.max(most, residentMegabytes(pid).now);
      await delay(500);
    }
    const seconds = (performance.now() - before.at) / 1000;
    const cpu = cpuSeconds(pid) - before.cpu;
    const looks = (await running()).polls - before.polls;
    return [
      atMost(
        'thousandInFlightCorePercent',
        '1,000 generations in flight, one worker: CPU of a core',
        (cpu / seconds) * 100,
        20,
        '%',
      ),
      atMost('thousandInFlightMegabytes', 'the same: memory', most, 300, 'MB'),
      told('thousandInFlightLooks', 'the same: looks a second', looks / seconds, ''),
      told('lookCpuMilliseconds', 'the same: CPU a look', (cpu / Math.max(1, looks)) * 1000, 'ms'),
    ];
  } finally {
    await stage.close();
  }
}
