import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { askRow } from '@animatic/db/testing';
import { createCanvas } from '@napi-rs/canvas';
import { atMost, type Figure } from '../figure.ts';
import { cpuSeconds } from './process-cost.ts';
import { openStage, type Stage } from './stage.ts';

const WARM = 3;
const MEASURED = 12;

/**
 * Our own CPU time for a generation of 8 s at 720p that starts from a still: fitting it, asking, looking, copying the
 * file, checking it, writing all of it down. What the desk does without any is taken off.
 */
export async function ownTime(): Promise<Figure[]> {
  const stage = await openStage(2, 6);
  try {
    const still = await putStill(stage);
    await make(stage, still, WARM);
    const idle = await spent(stage, async () => delay(5_000));
    const busy = await spent(stage, () => make(stage, still, MEASURED));
    const own = busy.cpu - (idle.cpu / idle.seconds) * busy.seconds;
    return [
      atMost(
        'generationCpuMilliseconds',
        'our own CPU time a generation, 8 s 720p from a still (fit, submit, look, copy, check)',
        (own / MEASURED) * 1000,
        400,
        'ms',
      ),
    ];
  } finally {
    await stage.close();
  }
}

async function spent(
  { pid }: Stage,
  work: () => Promise<unknown>,
): Promise<{ cpu: number; seconds: number }> {
  const before = { cpu: cpuSeconds(pid), at: performance.now() };
  await work();
  return { cpu: cpuSeconds(pid) - before.cpu, seconds: (performance.now() - before.at) / 1000 };
}

interface Still {
  hash: string;
  width: number;
  height: number;
}

/** Asks for so many and waits until all are done. */
async function make({ studio, sql }: Stage, { hash, width, height }: Still, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => {
    const row = askRow({ provider: 'bench', model: 'bench-video', estimatedCost: 0.8 });
    const first = { width, height, tiles: [{ still: hash, x: 0, y: 0, width, height }] };
    return {
      ...row,
      intent: {
        ...row.intent,
        seconds: 8,
        start: { kind: 'frames' as const, first, fit: 'letterbox' as const },
      },
    };
  });
  const { generations } = await studio.generations.createImages({ rows });
  const ids = generations.map(({ id }) => id);
  while (true) {
    const open = await sql<{ state: string; error_message: string | null }[]>`
      select state, error_message from generation where id = any(${ids}::uuid[]) and state <> 'done'`;
    const lost = open.find(({ state }) => !['queued', 'submitting', 'running', 'fetching'].includes(state));
    if (lost) throw new Error(`a generation of the bench is ${lost.state}: ${lost.error_message}`);
    if (open.length === 0) return;
    await delay(200);
  }
}

/** A phone's screen at twice its size, with something in it. */
async function putStill({ studio, mediaDir }: Stage): Promise<Still> {
  const [width, height] = [780, 1688];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let row = 0; row < 40; row += 1)
    for (let column = 0; column < 20; column += 1) {
      context.fillStyle = `hsl(${(row * 37 + column * 11) % 360} 60% ${40 + ((row + column) % 5) * 10}%)`;
      context.fillRect(column * 39, row * 42, 35, 38);
    }
  const bytes = canvas.toBuffer('image/png');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const folder = join(mediaDir, studio.id, hash.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, hash), bytes);
  await studio.stills.insert({ hash, type: 'image/png', width, height, bytes: bytes.length });
  return { hash, width, height };
}
